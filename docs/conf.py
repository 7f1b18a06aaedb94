"""How Sphinx builds the documentation: `make docs`."""  # noqa: INP001 -- it is no package

project = "Tryghed"
extensions = ["myst_parser"]
# Headings down to the third level can be linked to.
myst_heading_anchors = 3
html_theme = "furo"
exclude_patterns = ["_build"]
# Blocks of the language, and of figures and verdicts, have no colours of their own.
suppress_warnings = ["misc.highlighting_failure"]
