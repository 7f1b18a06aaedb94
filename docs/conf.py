"""How Sphinx builds the documentation: `make docs`."""  # noqa: INP001 -- it is no package

from sphinx.application import Sphinx

from tryghed_dsl.highlighting.lexer import TryghedLexer

project = "Tryghed"
extensions = ["myst_parser"]
# Headings down to the third level can be linked to.
myst_heading_anchors = 3
html_theme = "furo"
exclude_patterns = ["_build"]
# Blocks of figures and verdicts have no colours of their own.
suppress_warnings = ["misc.highlighting_failure"]


def setup(app: Sphinx) -> None:
    """Have blocks of the language coloured by this checkout, whatever is installed."""
    app.add_lexer("tryghed", TryghedLexer)
