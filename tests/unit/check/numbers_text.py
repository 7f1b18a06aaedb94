"""Reads numbers from specs in text, as the tests of the check floor's numbers need them."""

from tryghed_dsl.check.checker import check
from tryghed_dsl.check.conditions import Held, Limit
from tryghed_dsl.check.model import Spec
from tryghed_dsl.check.terms import Term
from tryghed_dsl.findings.finding import Finding
from tryghed_dsl.syntax.parse import parse
from tryghed_dsl.text.source import Source

# Areas, sources and indicators of each unit, kind and length that the tests ask for.
DECLARED = """\
area kbh "København"
area amager in kbh
area valby in kbh
areas districts = in kbh
areas cities = kbh
source yearbook, yearly
source log, monthly
source station, daily
indicator indbrud "Indbrud", count, from yearbook, lower is better
indicator tyveri "Tyveri", count, lower is better
indicator vold "Vold", count
indicator borgere "Borgere", count, stock
indicator utryg "Utrygge", percent, lower is better
indicator tilfreds "Tilfredse", percent, higher is better
indicator opkald "Opkald", count, from log, lower is better
indicator ozon "Ozon", index, from station, lower is better
"""


def checked(text: str) -> tuple[Spec | None, list[Finding]]:
    source = Source("spec.tryghed", text)
    file, found = parse(source)
    spec, more = check(source, file)
    return spec, [*found, *more]


def spec_of(text: str) -> Spec:
    spec, found = checked(text)
    assert spec is not None, [(finding.code, dict(finding.args)) for finding in found]
    return spec


def held(expression: str, declared: str = DECLARED) -> Held:
    """The promise `expression >= 1`."""
    promise = spec_of(f"{declared}t: {expression} >= 1").targets[0].promise
    assert isinstance(promise, Held)
    return promise


def term(expression: str, declared: str = DECLARED) -> Term:
    return held(expression, declared).subject


def limit(line: str, declared: str = DECLARED) -> Term:
    """What stands to the right in a target."""
    promise = spec_of(f"{declared}t: {line}").targets[0].promise
    assert isinstance(promise, Held)
    assert isinstance(promise.rule, Limit)
    return promise.rule.limit


def told(line: str, declared: str = DECLARED) -> list[str]:
    """The codes of the errors in a line behind the declarations."""
    _, found = checked(declared + line)
    return [finding.code for finding in found if finding.code.startswith("E")]


def first_told(code: str, line: str, declared: str = DECLARED) -> tuple[str, dict[str, object]]:
    """What is marked by a finding, and its arguments."""
    _, found = checked(declared + line)
    finding = next(each for each in found if each.code == code)
    return finding.spans[0].text, dict(finding.args)
