"""Remarks on a whole spec: what is allowed, and yet seldom meant."""
