"""What one person wrote and promised, kept in one file on their own computer."""
