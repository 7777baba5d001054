"""The start: where a reader is, their own first words, and what they mean by leading for improvement."""
