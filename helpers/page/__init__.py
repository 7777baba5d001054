"""What a screen is made of: template, look, forms, figures, words."""
