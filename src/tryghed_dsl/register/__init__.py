"""What was reported, kept for good: the spec, the figures and the verdicts of each report."""
