"""Colours for specs, in these pages and in editors: what a text's parts are, by their looks."""
