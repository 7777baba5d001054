"""A file of one's own: brought by the reader, and shown as it was read."""
