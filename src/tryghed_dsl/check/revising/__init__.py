"""Revisions, and what is quoted from an agreement's own text."""
