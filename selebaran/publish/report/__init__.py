"""The report for staff: what each district gave, kept as JSON and shown as pages."""
