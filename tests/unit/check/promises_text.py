"""Reads promises from specs in text, as the tests of the check floor's promises need them."""

from tryghed_dsl.check.conditions import Condition, Held, Limit, Trajectory
from tryghed_dsl.check.model import Monitored, Target
from tryghed_dsl.check.objectives import Course, Objective
from tryghed_dsl.domain.period import Length, Period
from tryghed_dsl.domain.period import year as year  # noqa: PLC0414 -- the tests take it from here
from tryghed_dsl.findings.finding import Finding
from unit.check.numbers_text import checked, spec_of

AGREEMENT = """\
agreement "Partnerskab" {
  valid 2014..2030
  baseline 2014
  area kbh
}
"""
DECLARED = """\
area kbh
area amager "Amager" in kbh
area valby in kbh
areas districts = amager, valby
source log, monthly
indicator indbrud "Indbrud", count, lower is better
indicator tyveri "Tyveri", count, lower is better
indicator trafik "Trafik", number
indicator utryg "Utrygge", percent, lower is better
indicator tryg "Trygge", percent, higher is better
indicator opkald "Opkald", count, from log, lower is better
indicators crimes = indbrud, tyveri
condition exposed(work, school) = at least 2 of {
  indbrud > work
  tyveri > school
  utryg > 10
}
condition calm(most) = indbrud < most
condition busy = trafik > 100, valid 2015..2017
"""


UNUSED = {"W235", "N236"}


def targets(lines: str, before: str = AGREEMENT) -> tuple[Target, ...]:
    return spec_of(f"{before}{DECLARED}{lines}\n").targets


def target(line: str, before: str = AGREEMENT) -> Target:
    (only,) = targets(line, before)
    return only


def promise(line: str, before: str = AGREEMENT) -> Condition:
    made = target(line, before).promise
    assert not isinstance(made, Monitored)
    return made


def held(line: str, before: str = AGREEMENT) -> Held:
    made = promise(line, before)
    assert isinstance(made, Held)
    return made


def limit(line: str) -> Limit:
    rule = held(line).rule
    assert isinstance(rule, Limit)
    return rule


def trajectory(line: str, before: str = AGREEMENT) -> Trajectory:
    rule = held(line, before).rule
    assert isinstance(rule, Trajectory)
    return rule


def objective(line: str) -> Objective:
    return trajectory(line).objective


def course(line: str, before: str = AGREEMENT) -> Course:
    return trajectory(line, before).course


def findings(lines: str, before: str = AGREEMENT) -> list[Finding]:
    """What is told of lines; what is declared for all of them no line uses in full."""
    found = checked(f"{before}{DECLARED}{lines}\n")[1]
    return [each for each in found if each.code not in UNUSED]


def told(lines: str, before: str = AGREEMENT) -> list[tuple[str, str]]:
    """Each finding's code with the words that it marks, in the order of the text."""
    found = sorted(findings(lines, before), key=lambda finding: finding.spans[0].start)
    return [(finding.code, finding.spans[0].text) for finding in found]


def month(number: int, of_year: int) -> Period:
    return Period(Length.MONTH, of_year * 12 + number - 1)
