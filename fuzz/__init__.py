"""Coverage-guided fuzzing of what takes a district's input in: `make fuzz`."""
