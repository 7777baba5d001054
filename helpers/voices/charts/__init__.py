"""The figures of this reflection."""
