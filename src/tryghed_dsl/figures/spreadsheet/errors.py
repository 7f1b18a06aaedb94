"""What cells show in the place of a result that could not be calculated."""

from tryghed_dsl.figures.grid import Error

# Pasted as text, they are in the language of the program that showed them.
_WORDS = frozenset(
    {
        *("#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#SPILL!", "#CALC!"),
        *("#DIVISION/0!", "#I/T", "#NAVN?", "#NUL!", "#REFERENCE!", "#VÆRDI!", "#OVERLØB!"),
    }
)


def text_or_error(text: str) -> str | None:
    """A cell's text; an `Error` where it is the word for one, None where it is empty."""
    if text.startswith("#") and text.strip() in _WORDS:
        return Error(text.strip())
    return text or None
