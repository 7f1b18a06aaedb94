"""What was changed in specs: in words, and as lines that differ."""

import re
from collections.abc import Sequence

from tryghed_dsl.findings.fix import Edit
from tryghed_dsl.fixing import Done
from tryghed_dsl.renderers.style import Style, plain
from tryghed_dsl.renderers.words import either
from tryghed_dsl.text.language import Language, listing

_MOST_SHOWN = 20
_MOST_LETTERS = 40
_NEXT_WORD = re.compile(r"[ \t]*(\w+|[^\w\s]+)")
_COLOURS = {"+": "green", "-": "red", "@": "cyan"}


def mended_text(name: str, done: Sequence[Done], language: Language) -> str:
    """What was mended in a file, a line for each change; empty where nothing was."""
    if not done:
        return ""
    head = either(language, f"{name}: mended {len(done)}", f"{name}: rettet {len(done)}")
    lines = [f"  {_change(each, language)}" for each in done[:_MOST_SHOWN]]
    more = len(done) - _MOST_SHOWN
    if more > 0:
        lines.append(either(language, f"  and {more} more", f"  og {more} til"))
    return "\n".join([head, *lines])


def _change(done: Done, language: Language) -> str:
    line = done.fix.edits[0].span.place.line
    said = listing([_edited(edit, language) for edit in done.fix.edits], language)
    word = either(language, "line", "linje")
    return f"{word} {line}: {said} ({done.finding.code})"


def _edited(edit: Edit, language: Language) -> str:
    before, after = _shown(edit.span.text, language), _shown(edit.text, language)
    if not edit.span.text:
        following = _NEXT_WORD.match(edit.span.source.text, edit.span.end)
        if following is None:
            return either(language, f"{after} added at the end", f"{after} tilføjet til sidst")
        behind = f"`{following[1]}`"
        return either(
            language, f"{after} added before {behind}", f"{after} tilføjet foran {behind}"
        )
    if not edit.text:
        return either(language, f"{before} taken out", f"{before} fjernet")
    return either(language, f"{before} is now {after}", f"{before} er nu {after}")


def _shown(text: str, language: Language) -> str:
    """Words as a line can show them."""
    words = " ".join(text.split())
    if not words:
        kind = ("a line end", "et linjeskift") if "\n" in text else ("a blank", "et mellemrum")
        return either(language, *kind)
    return f"`{words[: _MOST_LETTERS - 1]}…`" if len(words) > _MOST_LETTERS else f"`{words}`"


def changed_lines(name: str, before: str, after: str, style: Style = plain) -> str:
    """The lines that differ between two texts of a file, as a unified diff; empty where none."""
    from difflib import unified_diff  # noqa: PLC0415 -- seldom needed

    lines = unified_diff(_lines(before), _lines(after), name, name, lineterm="")
    return "".join(f"{_coloured(line, style)}\n" for line in lines)


def _lines(text: str) -> list[str]:
    return text.removesuffix("\n").split("\n")


def _coloured(line: str, style: Style) -> str:
    colour = _COLOURS.get(line[:1])
    return style(line, colour) if colour else line
