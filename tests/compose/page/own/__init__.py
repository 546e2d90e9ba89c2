"""What districts and provinces write themselves."""
