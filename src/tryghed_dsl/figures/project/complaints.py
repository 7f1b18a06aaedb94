"""What is wrong with the shape of a project file, put into findings."""

from collections.abc import Iterable, Mapping
from typing import Any

from tryghed_dsl.figures.project.keys import ALL, CHOICES, EXAMPLES, INNER, OWN
from tryghed_dsl.figures.project.project import PROJECT_FILE
from tryghed_dsl.figures.project.rows import Places
from tryghed_dsl.figures.project.toml import dotted, key, short, shown
from tryghed_dsl.findings.finding import Argument, Finding, Listed
from tryghed_dsl.text.suggest import nearest

MOST_TOLD = 20
_OF_SOURCE = 2
_SECRET = ("url", "query")
_UNKNOWN_KEY = "extra_forbidden"
_Keys = tuple[str, ...]


def complaints(mistakes: Iterable[Mapping[str, Any]], places: Places) -> list[Finding]:
    """Findings for what a model found wrong, each at its key; of very many the first.

    Args:
        mistakes: what is wrong, as the model tells it.
        places: where keys stand.
    """
    found: dict[_Keys, Finding] = {}
    for mistake in mistakes:
        if len(found) >= MOST_TOLD:
            break
        keys = tuple(each for each in mistake["loc"] if isinstance(each, str))
        unknown = mistake["type"] == _UNKNOWN_KEY
        args = _of_unknown(keys) if unknown else _of_value(keys, mistake["input"])
        code = "E373" if unknown else "E374"
        found.setdefault(keys, Finding(code, (), args, places.of(*keys)))
    return list(found.values())


def _of_unknown(keys: _Keys) -> dict[str, Argument]:
    """What there is to say of a key that is not known."""
    *over, name = keys
    known = ("sources",) if not over else OWN if len(over) == _OF_SOURCE else INNER
    table = f"[{dotted(map(short, over))}]" if over else PROJECT_FILE
    args: dict[str, Argument] = {"name": key(short(name)), "table": table}
    suggestion = nearest(short(name), known)
    return {**args, **_help(suggestion, known)}


def _of_value(keys: _Keys, value: object) -> dict[str, Argument]:
    """What there is to say of a value that does not fit its key."""
    about = keys[_OF_SOURCE:] or keys[:1]
    asked = about[1] if about[0] == "events" and len(about) > 1 else about[0]
    name = asked if about[-1] == ALL else about[-1]
    written = "…" if asked in _SECRET else shown(value)
    args: dict[str, Argument] = {"name": key(short(name)), "written": written}
    if len(about) > 1 and asked != about[1] and about[1] in OWN:
        return {**args, "own": about[1]}
    choices = CHOICES.get(asked, ())
    if choices:
        meant = nearest(short(value), choices) if isinstance(value, str) else None
        return {**args, **_help(meant, choices)}
    return {**args, "example": EXAMPLES.get(asked, EXAMPLES["sources"])}


def _help(suggestion: str | None, known: tuple[str, ...]) -> dict[str, Argument]:
    """The name that is likely meant; where none is near, all."""
    return {"known": Listed(known)} if suggestion is None else {"suggestion": suggestion}
