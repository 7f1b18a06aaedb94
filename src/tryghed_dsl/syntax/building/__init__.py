"""What the parser's reductions become, a file for each part of the grammar."""
