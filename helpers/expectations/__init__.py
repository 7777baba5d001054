"""Reflection 3: what leaders expect of improvement, and of its data."""
