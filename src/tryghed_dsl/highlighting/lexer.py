"""The lexer that Pygments finds under the name `tryghed`; nothing else imports it.

Pygments has no types, and no dependency of ours is it either.
"""

from pygments.lexer import RegexLexer, bygroups
from pygments.token import (
    Comment,
    Keyword,
    Name,
    Number,
    Operator,
    Punctuation,
    String,
    Whitespace,
)

from tryghed_dsl.highlighting.forms import Colour, Form, forms

_TOKENS = {
    Colour.COMMENT: Comment.Single,
    Colour.STRING: String.Double,
    Colour.NUMBER: Number,
    Colour.DECLARING: Keyword.Declaration,
    Colour.DECLARED: Name.Class,
    Colour.LABEL: Name.Label,
    Colour.FUNCTION: Name.Function,
    Colour.ARGUMENT: Name.Attribute,
    Colour.KEYWORD: Keyword,
    Colour.UNIT: Keyword.Type,
    Colour.VERDICT: Keyword.Constant,
    Colour.NAME: Name,
    Colour.SIGN: Operator,
    Colour.MARK: Punctuation,
    Colour.BLANK: Whitespace,
}


def _rule(form: Form) -> tuple[str, object]:
    tokens = [_TOKENS[colour] for colour in form.colours]
    return form.pattern, tokens[0] if len(tokens) == 1 else bygroups(*tokens)


class TryghedLexer(RegexLexer):  # type: ignore[misc]
    """Cuts specs into the parts that Pygments gives colours."""

    name = "Tryghed"
    aliases = ("tryghed",)
    filenames = ("*.tryghed",)
    tokens = {"root": [*map(_rule, forms()), (r"\n", Whitespace)]}  # noqa: RUF012 -- Pygments reads it so
