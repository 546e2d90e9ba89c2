"""A site as a server gives it out, held against what was published."""
