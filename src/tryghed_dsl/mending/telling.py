"""The finding that tells of a mistake, with the line as it is meant."""

from collections.abc import Mapping, Sequence

from tryghed_dsl.findings.finding import Argument, Finding
from tryghed_dsl.findings.fix import Edit, Fix
from tryghed_dsl.mending.proposals import Proposal
from tryghed_dsl.patterns import pattern
from tryghed_dsl.records import replace
from tryghed_dsl.text.source import Span

# Findings that say less than what a line was meant to be; lines with others are left alone.
SAYS_LITTLE = frozenset(
    {"E010", "E011", "E012", "E013", "E014", "E015", "E020", "E022", "E023", "E025", "E029"}
    | {"E030", "E031", "E032", "E033", "E034", "E101", "E102", "E105", "E106", "E107", "E108"}
    | {"E109", "E110", "E112", "E113", "E115", "E124", "E140", "E141", "E142", "E144"}
    | {"E148", "E182", "E184"}
)
# Those that say what is wrong, and get what is meant from a rule of the same name.
_KEPT = frozenset(
    {"E011", "E014", "E025", "E026", "E029", "E030", "E031", "E032", "E033", "E034", "E109", "E124"}
)
# Those that ask what is meant, whatever rule answers.
_ASKING = frozenset({"E021", "E024"})
# Those that are told by rules alone.
_OWN = frozenset({"E017", "E018", "E033", *(f"E{number:03}" for number in range(40, 50))})
_ARGUMENTS = ("line", "other", "third")
_NEXT_WORD = pattern(r"\s*\w+")


def told(made: Sequence[Proposal], fixes: tuple[Fix, ...], gone: Sequence[Finding]) -> Finding:
    """What to tell of a line.

    Args:
        made: what it may have been meant to be, the likeliest first.
        fixes: the same as changes.
        gone: the errors that the likeliest takes away.
    """
    shown = [_on_one_line(each.text) for each in made]
    args: dict[str, Argument] = dict(zip(_ARGUMENTS, shown, strict=False))
    kept = next((each for each in gone if _is_kept(each, made[0])), None)
    if kept is not None:
        return replace(kept, args={**kept.args, **args}, fixes=fixes)
    edit = fixes[0].edits[0]
    code = _by_change(made[0].code if made[0].code in _OWN else "E040", edit)
    return Finding(code, (_shown(edit.span),), {**args, **_words(code, edit)}, fixes=fixes)


def _is_kept(finding: Finding, made: Proposal) -> bool:
    same = finding.code == made.code and finding.code in _KEPT
    return same or finding.code in _ASKING


def _by_change(code: str, edit: Edit) -> str:
    """A mistake in signs is told by what is done: something put in, taken away, or replaced."""
    if code == "E047" and not edit.text.strip():
        return "E042"
    if code not in ("E040", "E041", "E042"):
        return code
    if not edit.span.text.strip():
        return "E041"
    return "E040" if edit.text.strip() else "E042"


def _words(code: str, edit: Edit) -> Mapping[str, str]:
    written, instead = _on_one_line(edit.span.text), _on_one_line(edit.text)
    if code == "E033":
        return {"word": written or "…"}
    if code == "E046" and not instead:  # what is left of a date is its year
        found = _NEXT_WORD.match(edit.span.source.text, edit.span.end)
        instead = found.group().strip() if found else ""
        written += found.group() if found else ""
    if code == "E044" and not written:  # only `#` is put in: told by what stands behind it
        found = _NEXT_WORD.match(edit.span.source.text, edit.span.end)
        written = found.group().strip() if found else ""
    return {"written": written or "…", "instead": instead or "…"}


def _on_one_line(text: str) -> str:
    """Words as they are shown; between statements of several lines a semicolon does as well."""
    return " ".join("; ".join(line.strip() for line in text.strip().splitlines()).split())


def _shown(span: Span) -> Span:
    """The place of a change without the blanks round it; where nothing is left, its start."""
    text = span.text
    if not text.strip():
        return Span(span.source, span.start, max(span.end, span.start + 1))
    start = span.start + len(text) - len(text.lstrip())
    return Span(span.source, start, start + len(text.strip()))
