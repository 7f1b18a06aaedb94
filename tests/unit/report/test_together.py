"""The verdict of a goal and of the agreement, from those of its targets."""

import pytest

import tryghed_dsl as td
from tryghed_dsl.report.outcome import Exit, exit_code

SPEC = """
agreement "A" {{ area amager; valid 2017..2020 }}
area amager
indicator a "A", count, lower is better
indicator b "B", count, lower is better
indicator c "C", count
goal g "G"{partly} {{
  a <= 10, warn within 2
  b <= 10, warn within 2
  monitor c
}}
goal watched {{ other: a <= 1000 }}
"""
Values = tuple[float | None, float | None]


def judged(values: Values, *, partly: bool = False, year: int = 2018) -> td.Report:
    judge = td.compile(td.loads(SPEC.format(partly=", partly" if partly else "")), year)
    a, b = values
    return judge({("a", "amager", year): a, ("b", "amager", year): b})


@pytest.mark.parametrize(
    ("values", "goal", "with_partly"),
    [
        ((10, 10), "pass", "pass"),
        ((10, 12), "warn", "warn"),
        ((10, 13), "fail", "warn"),
        ((13, 13), "fail", "fail"),
        ((12, 13), "fail", "fail"),
        ((10, None), "unknown", "unknown"),
        ((12, None), "unknown", "unknown"),
        ((13, None), "fail", "fail"),
    ],
)
def test_the_worst_of_a_goal_s_targets(values: Values, goal: str, with_partly: str) -> None:
    assert judged(values).goals[0].verdict == goal
    assert judged(values, partly=True).goals[0].verdict == with_partly


def test_partly_softens_the_goal_and_never_the_agreement() -> None:
    report = judged((10, 13), partly=True)
    assert (report.goals[0].verdict, report.verdict) == ("warn", "fail")
    assert exit_code(report) is Exit.NOT_MET


@pytest.mark.parametrize(
    ("values", "code"),
    [((10, 10), 0), ((10, 12), 0), ((10, 13), 1), ((10, None), 4), ((13, None), 1)],
)
def test_exit_codes(values: Values, code: int) -> None:
    assert exit_code(judged(values)) == code


def test_outside_its_years_nothing_counts_and_nothing_is_green() -> None:
    early, late = judged((10, 10), year=2016), judged((10, 10), year=2021)
    assert [str(t.reason) for t in early][:3] == ["before-valid", "before-valid", "monitored"]
    assert [str(t.reason) for t in late][:2] == ["after-valid", "after-valid"]
    for report in (early, late):
        assert (report.verdict, report.goals[0].verdict) == ("pending", "pending")
        assert exit_code(report) is Exit.NOT_EVALUATED
        assert all(target.flags == () for target in report)


def test_a_spec_that_only_watches_is_monitor_and_never_green() -> None:
    spec = td.loads('agreement "A" { area x }\narea x\nindicator a "A", count\nmonitor a\n')
    report = td.compile(spec, 2018)({("a", "x", 2018): 5})
    assert report.verdict is td.Verdict.MONITOR
    assert exit_code(report) is Exit.NOT_EVALUATED


TOLERANT = """
agreement "A" { area x; baseline 2016 }
area x
area kbh
indicator u "U", percent, lower is better
benchmark city = same indicator in kbh
u -> approach(city, by=2020, tolerance=1 pp)
"""


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        (6.0, "6 % mod 6 %: afstanden er lukket."),
        (7.0, "7 % mod 6 %: afstanden på 1 procentpoint er inden for tolerancen."),
        (7.1, "7,1 % mod 6 %: afstanden er mindsket fra 6 til 1,1 procentpoint siden 2016."),
    ],
)
def test_a_gap_within_the_tolerance_is_not_called_closed(value: float, sentence: str) -> None:
    city = {("u", "kbh", 2016): 6.0, ("u", "kbh", 2018): 6.0}
    judge = td.compile(td.loads(TOLERANT), 2018)
    report = judge({**city, ("u", "x", 2016): 12.0, ("u", "x", 2018): value})
    assert report["u"].sentence("da") == sentence
