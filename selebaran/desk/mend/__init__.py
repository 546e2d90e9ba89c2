"""Slips that have one reading -> the file as it was meant. What has two readings stays as it is, and stays told."""
