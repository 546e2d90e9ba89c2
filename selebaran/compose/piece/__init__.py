"""Print pieces of a district: what stands on each panel, and the edition that it makes."""
