"""The activities of the start page."""
