"""What is promised or asked: limits, many conditions together, clauses, targets and goals."""
