"""Registry x district -> Edition. The only Jinja environments of the project's own templates live here."""
