"""Whether a line can be read at all, asked without the rest of its file: most guesses cannot."""

from collections.abc import Mapping

from tryghed_dsl.findings.finding import errors
from tryghed_dsl.syntax.parse import parse
from tryghed_dsl.text.source import Source

# How the blocks open whose lines can be asked for, by the word that they open with.
_OPENED: Mapping[str, str] = {
    "": "",
    "agreement": 'agreement "x" {\n',
    "revises": 'revises "x" {\n',
    "goal": "goal x {\n",
    "test": 'test "x" {\n',
    "for": "for each area in x {\n",
}


def can_be_read(text: str, block: str) -> bool:
    """Whether a line could stand in a block; also where that depends on other lines.

    Args:
        text: the line.
        block: the word that opens its block.
    """
    opened = text.count("{") - text.count("}")
    if block not in _OPENED or opened < 0:
        return True
    opener = _OPENED[block]
    closed = "\n}" * (opened + bool(opener))
    return not errors(parse(Source("", f"{opener}{text}{closed}"))[1])
