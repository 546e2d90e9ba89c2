"""What maintainers run by hand, through make."""
