"""Proves by ink that what a sheet says can be seen on it: what a reader cannot see was not printed."""
