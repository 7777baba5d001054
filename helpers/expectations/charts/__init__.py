"""Figures of this reflection: a result in, one drawing out, with its finding and its table."""
