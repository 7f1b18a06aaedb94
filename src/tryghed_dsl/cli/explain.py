"""`tryghed explain`: why a target has its verdict, or what a finding means."""

import re

import click

from tryghed_dsl.check.model import Spec
from tryghed_dsl.cli import console
from tryghed_dsl.cli.sources import figures_given
from tryghed_dsl.findings.finding import Argument, Finding, Listed
from tryghed_dsl.findings.pages import page
from tryghed_dsl.findings.raised import FiguresError
from tryghed_dsl.pipeline import evaluate
from tryghed_dsl.renderers.explanation import explanation
from tryghed_dsl.renderers.page_text import page_text
from tryghed_dsl.renderers.words import either
from tryghed_dsl.report.outcome import Exit
from tryghed_dsl.text.language import Language
from tryghed_dsl.text.suggest import nearest

_CODE = re.compile(r"[EWNewn][0-9]{3}")


@click.command("explain")
@click.argument("what")
@click.argument("target", required=False)
@console.data_option
@console.as_of_option
@console.area_option
@console.language_option
def command(
    what: str,
    target: str | None,
    data: tuple[str, ...],
    as_of: str | None,
    area: str | None,
    language: Language,
) -> None:
    """Explain a TARGET of the file WHAT, or the finding whose number WHAT is.

    \b
    tryghed explain spec.tryghed indbrud --data figures.csv
    tryghed explain E104
    """  # noqa: D301 -- the command library takes this sign for "leave these lines as they are"
    if target is None:
        _explain_finding(what, language)
    else:
        _explain_target(what, target, data, as_of, area, language)


def _explain_finding(code: str, language: Language) -> None:
    if not _CODE.fullmatch(code):
        raise console.Misused(
            either(
                language,
                "name a target of the spec too, or a finding such as E104",
                "skriv også et mål i aftalefilen, eller en besked som E104",
            ),
            language,
        )
    text = page(code.upper(), language)
    if text is None:
        console.refuse([Finding("E336", (), {"name": code})], language, Exit.USAGE)
    console.say(page_text(text, console.width()))


def _explain_target(
    path: str,
    target: str,
    data: tuple[str, ...],
    as_of: str | None,
    area: str | None,
    language: Language,
) -> None:
    spec = console.spec_or_leave(path, language)
    _refuse_unknown(target, spec, language)
    try:
        report = evaluate(spec, figures_given(path, data, language) or [], as_of, area)
    except FiguresError as error:
        console.refuse(error.findings, language, console.code_for(error))
    _refuse_unknown(target, report.spec, language)  # a later revision may be what adds it
    console.say(explanation(report, target, language, console.style(), console.width()))


def _refuse_unknown(target: str, spec: Spec, language: Language) -> None:
    """End the command where a spec has no target of that name."""
    if spec.target(target) is not None:
        return
    known = [each.id for each in spec.targets]
    suggestion = nearest(target, known)
    extra = {} if suggestion is None else {"suggestion": suggestion}
    args: dict[str, Argument] = {"name": target, "known": Listed(tuple(known)), **extra}
    console.refuse([Finding("E335", (), args)], language, Exit.USAGE)
