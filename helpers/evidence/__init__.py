"""Facts with their sources, as cards and as BibTeX."""
