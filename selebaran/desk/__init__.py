"""What people fill in away from the repository: tables of questions, and what they say when they come back."""
