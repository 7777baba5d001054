"""Combining people without a server: anonymous packs, and what a group may see of them."""
