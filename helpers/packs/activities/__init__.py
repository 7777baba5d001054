"""Making a pack, and combining many."""
