"""What is said to editors: the catalogue of problems, and the help of every key."""
