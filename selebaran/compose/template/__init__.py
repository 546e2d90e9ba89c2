"""The only template environment, and how values are read and written in it."""
