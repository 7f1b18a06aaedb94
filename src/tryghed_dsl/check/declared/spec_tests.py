"""Tests of a spec: what they give, as of when, and which verdicts they expect."""

from collections.abc import Collection

from tryghed_dsl.check.expressions import periods
from tryghed_dsl.check.model import Expectation, Given, SpecTest
from tryghed_dsl.check.names.names import Names, area_known, unknown
from tryghed_dsl.check.notes import Notes, part_called
from tryghed_dsl.domain.period import Period
from tryghed_dsl.domain.verdict import Reason, Verdict
from tryghed_dsl.findings.finding import Expected, Listed
from tryghed_dsl.syntax import nodes
from tryghed_dsl.text.danish import word_meant

AGREEMENT = "agreement"


def read_test(
    node: nodes.Test, names: Names, expectable: Collection[str], notes: Notes
) -> SpecTest | None:
    """Check a test; None where a line that it needs is not there, which is then told.

    Args:
        node: the test as written.
        names: the names that the file declares.
        expectable: the targets and goals that a verdict can be expected of.
        notes: where findings go.
    """
    givens = [_given(x, names, notes) for x in node.lines if isinstance(x, nodes.Given)]
    expected = [
        _expectation(x, expectable, notes) for x in node.lines if isinstance(x, nodes.Expect)
    ]
    as_of = _as_of(node, notes)
    if not expected and not node.damaged:
        notes.tell("E127", node.span, name="expect", instead="expect indbrud fail")
    if as_of is None:
        return None
    return SpecTest(
        node.title.text,
        tuple(given for given in givens if given is not None),
        as_of,
        tuple(expectation for expectation in expected if expectation is not None),
        span=node.span,
    )


def _as_of(node: nodes.Test, notes: Notes) -> Period | None:
    lines = [line for line in node.lines if isinstance(line, nodes.AsOf)]
    for again in lines[1:]:
        notes.tell("E112", again.span, lines[0].span, clause="as of")
    if not lines:
        if not node.damaged:
            notes.tell("E127", node.span, name="as of", instead="as of 2018")
        return None
    return periods.real_period(lines[0].when, notes)


def _given(node: nodes.Given, names: Names, notes: Notes) -> Given | None:
    figure = node.figure
    if not names.knows_indicator(figure.indicator):
        unknown(figure.indicator, "INDICATOR", names.figures, notes)
    if figure.area is not None:
        area_known(figure.area, names, notes)
    period = periods.real_period(figure.when, notes)
    if period is None:
        return None
    area = None if figure.area is None else figure.area.text
    value = None if node.value is None else node.value.value
    return Given(figure.indicator.text, area, period, value, _respondents(node.n, notes))


def _respondents(number: nodes.Number | None, notes: Notes) -> float | None:
    """How many answered: a whole number, at least one."""
    if number is None:
        return None
    if number.sign is not nodes.Sign.NONE or not number.digits.isdigit() or number.value == 0:
        written, expected = number.span.text, Expected(("WHOLE_NUMBER",))
        notes.tell("E110", number.span, written=written, name=part_called("n"), expected=expected)
        return None
    return number.value


def _expectation(
    node: nodes.Expect, expectable: Collection[str], notes: Notes
) -> Expectation | None:
    if node.name.text != AGREEMENT and node.name.text not in expectable:
        unknown(node.name, "TARGET", expectable, notes)
    verdict = _member(node.verdict, "E125", tuple(Verdict), notes)
    reason = None if node.reason is None else _member(node.reason, "E126", tuple(Reason), notes)
    if verdict is None:
        return None
    why = None if reason is None else Reason(reason)
    return Expectation(node.name.text, Verdict(verdict), why, span=node.span)


def _member(word: nodes.Name, code: str, known: tuple[str, ...], notes: Notes) -> str | None:
    if word.text in known:
        return word.text
    suggestion = word_meant(word.text, known)
    extra = {} if suggestion is None else {"suggestion": str(suggestion)}
    listed = Listed(tuple(str(each) for each in known))
    notes.tell(code, word.span, word=word.text, known=listed, **extra)
    return None
