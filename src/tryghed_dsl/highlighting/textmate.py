"""The grammar by which editors colour specs, in the form that TextMate began.

`python -m tryghed_dsl.highlighting.textmate` writes it to standard output.
"""

import json
import sys
from collections.abc import Mapping
from typing import Any

from tryghed_dsl.highlighting.forms import Colour, Form, forms

_LANGUAGE = "tryghed"
# The names that editors' colour themes go by; blanks and names stay as they are.
_SCOPES: Mapping[Colour, str] = {
    Colour.COMMENT: "comment.line.number-sign",
    Colour.STRING: "string.quoted.double",
    Colour.NUMBER: "constant.numeric",
    Colour.DECLARING: "storage.type",
    Colour.DECLARED: "entity.name.type",
    Colour.LABEL: "entity.name.label",
    Colour.FUNCTION: "entity.name.function",
    Colour.ARGUMENT: "variable.parameter",
    Colour.KEYWORD: "keyword.other",
    Colour.UNIT: "support.type",
    Colour.VERDICT: "constant.language",
    Colour.NAME: "variable.other",
    Colour.SIGN: "keyword.operator",
    Colour.MARK: "punctuation.separator",
}


def textmate_grammar() -> str:
    """The grammar as JSON."""
    grammar = {
        "name": "Tryghed",
        "scopeName": f"source.{_LANGUAGE}",
        "fileTypes": [_LANGUAGE],
        "patterns": [_pattern(form) for form in forms() if form.colours != (Colour.BLANK,)],
    }
    return json.dumps(grammar, indent=2) + "\n"


def _pattern(form: Form) -> dict[str, Any]:
    if len(form.colours) == 1:
        return {"match": form.pattern, "name": _scope(form.colours[0])}
    numbered = enumerate(form.colours, start=1)
    captures = {str(n): {"name": _scope(each)} for n, each in numbered if each in _SCOPES}
    return {"match": form.pattern, "captures": captures}


def _scope(colour: Colour) -> str:
    return f"{_SCOPES[colour]}.{_LANGUAGE}"


if __name__ == "__main__":
    sys.stdout.write(textmate_grammar())
