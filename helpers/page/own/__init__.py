"""A reflection that somebody wrote themselves: one notebook with its words in one plain block."""
