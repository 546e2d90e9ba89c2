"""Disk -> Registry. The only YAML reader and the only front-matter reader of the project."""
