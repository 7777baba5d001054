"""Reflection 6: what do I now think leading for improvement is, and what will I do?"""
