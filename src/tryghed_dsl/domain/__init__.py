"""Pure values: periods, units, verdicts, observations."""
