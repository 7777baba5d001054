"""How unequal: a reader's own table of groups, from its cells to gaps, places, time and an export."""
