"""Readers of figures, and how their rows find the spec's indicators and areas."""
