"""Pages of a district: shared ones, its own, what stands in place of shared text, other languages."""
