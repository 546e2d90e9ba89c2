"""What a change does to sites and sheets: two outputs, before and after, in one file for people."""
