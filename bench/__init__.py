"""Measurements: what a build costs, and what the search finds."""
