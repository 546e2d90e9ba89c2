"""Configuration of those who serve the web roots, made of one description of hosts, headers and kinds of files."""
