"""What a leader does on this page."""
