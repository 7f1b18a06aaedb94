"""The verdicts of many areas as a table that fits a terminal: how many have each, by target."""

from textwrap import wrap

from tabulate import tabulate

from tryghed_dsl.domain.verdict import Verdict
from tryghed_dsl.everywhere.verdicts import Verdicts
from tryghed_dsl.renderers.style import VERDICT_COLOURS, Style, plain
from tryghed_dsl.renderers.words import either, verdict_word
from tryghed_dsl.text.language import Language, number

_LONGEST_ID = 20
_WIDEST_HEADING = 9


def areas_table(
    verdicts: Verdicts, language: Language, style: Style = plain, width: int = 80
) -> str:
    """How many areas have each verdict on each target; verdicts that none has are left out."""
    counts = verdicts.counts
    shown = [each for each in Verdict if any(counted[each] for counted in counts.values())]
    heads = [_heading(each, language, style) for each in shown]
    rows = [
        ["\n".join(wrap(target, _LONGEST_ID)), *(number(counted[each], language) for each in shown)]
        for target, counted in counts.items()
    ]
    table = tabulate(
        rows,
        ["", *heads],
        tablefmt="plain",
        disable_numparse=True,
        colalign=("left", *("right" for _ in shown)),
    )
    lines = (line.rstrip() for line in table.splitlines())
    return "\n".join([*wrap(_head(verdicts, language), width), "", *lines]) + "\n"


def _heading(verdict: Verdict, language: Language, style: Style) -> str:
    """A verdict's word in narrow lines, so that the table fits."""
    lines = wrap(verdict_word(verdict, language), _WIDEST_HEADING)
    return "\n".join(style(line, VERDICT_COLOURS[verdict]) for line in lines)


def _head(verdicts: Verdicts, language: Language) -> str:
    spec = verdicts.spec
    name = spec.agreement.title if spec.agreement else spec.source.name
    judged = max((sum(counted.values()) for counted in verdicts.counts.values()), default=0)
    areas = either(language, "1 area", "1 område")
    if judged != 1:
        word = either(language, "areas", "områder")
        areas = f"{number(judged, language)} {word}"
    as_of = f"{either(language, 'as of', 'status')} {verdicts.as_of}"
    engine = either(language, f"judged by {verdicts.engine}", f"bedømt af {verdicts.engine}")
    return f"{name} · {areas} · {as_of} · {engine}"
