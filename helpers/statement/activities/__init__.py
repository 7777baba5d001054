"""What a leader does on the sixth page: pick, look back, say it on one page, write it up."""
