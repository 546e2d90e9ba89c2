"""Registry -> problems that reading alone can't see: what templates name, and where links lead."""
