"""Expressions: names, functions and periods in them, units and directions agreed."""
