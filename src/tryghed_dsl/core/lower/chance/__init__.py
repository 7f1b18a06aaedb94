"""Chance: intervals and tests as closed forms in the core, without an engine's help."""
