"""A Word file as an officer writes one -> a page in our dialect, or every part of it that a page can't have."""
