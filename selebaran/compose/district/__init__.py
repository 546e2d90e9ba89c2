"""A district's folder as templates see it: sorted, formatted, under Indonesian names."""
