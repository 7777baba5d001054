"""What a leader does in this reflection; each activity is one call that shows itself."""
