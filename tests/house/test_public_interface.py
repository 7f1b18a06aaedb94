"""The public names, and what type checkers see of them."""

import inspect
from collections.abc import Mapping
from pathlib import Path
from typing import assert_type

import pytest

import tryghed_dsl as td

PUBLIC = {
    *("compile", "evaluate", "load", "loads", "Judge", "Report", "TargetReport", "GoalReport"),
    *("Evidence", "Missing", "Verdict", "Verdicts", "Reason", "Spec", "SpecError", "FiguresError"),
    *("FindingsError", "Finding", "Severity", "history", "History", "__version__"),
}
SPEC = """
agreement "A" { area amager }
area amager
indicator indbrud "Indbrud", count, lower is better, baseline 2015 = 48
indbrud <= baseline(2015)
"""


def test_the_public_names_are_these() -> None:
    assert set(td.__all__) == PUBLIC
    assert all(hasattr(td, name) for name in PUBLIC)


def test_every_public_name_says_what_it_is() -> None:
    for name in PUBLIC - {"__version__"}:
        assert inspect.getdoc(getattr(td, name)), name


def test_a_judge_and_evaluate_say_the_same() -> None:
    spec = assert_type(td.loads(SPEC), td.Spec)
    judge = assert_type(td.compile(spec, as_of="2018"), td.Judge)
    figures: Mapping[tuple[str, str, int | str], float | None] = {("indbrud", "amager", 2018): 49}
    by_judge = assert_type(judge(figures), td.Report)
    by_evaluate = td.evaluate(spec, figures, as_of=2018)
    for report in (by_judge, by_evaluate):
        target = assert_type(report["indbrud"], td.TargetReport)
        assert assert_type(target.verdict, td.Verdict) is td.Verdict.FAIL
        assert assert_type(target.reason, td.Reason) is td.Reason.MISSED
        assert assert_type(target.value, float | None) == 49
        assert (target.limit, target.difference) == (48, 1)
        assert target.sentence("da") == "49 mod højst 48: 1 over."
        assert report.verdict is td.Verdict.FAIL


def test_records_and_mappings_with_years_as_text_are_figures_too() -> None:
    spec = td.loads(SPEC)
    records = [{"indikator": "Indbrud", "område": "amager", "år": 2018, "værdi": 48}]
    assert td.evaluate(spec, records).verdict is td.Verdict.PASS
    judge = td.compile(spec, "2018")
    assert judge({("indbrud", "amager", "2018"): 48}).verdict is td.Verdict.PASS
    assert judge(records).verdict is td.Verdict.PASS


@pytest.mark.parametrize("value", [None, float("nan"), float("inf"), float("-inf")])
def test_what_is_no_number_is_missing_and_never_passes(value: float | None) -> None:
    report = td.compile(td.loads(SPEC), 2018)({("indbrud", "amager", 2018): value})
    assert report["indbrud"].verdict is td.Verdict.UNKNOWN
    assert [missing.period for missing in report["indbrud"].missing] == ["2018"]


def test_a_wrong_spec_raises_its_findings() -> None:
    with pytest.raises(td.SpecError) as caught:
        td.loads("indbrud <= \n", "mine.tryghed")
    assert [finding.code for finding in caught.value.findings] == ["E011"]
    assert str(caught.value).startswith("mine.tryghed:1:11: E011 ")


def test_a_file_that_is_not_there_raises_too(tmp_path: Path) -> None:
    with pytest.raises(td.SpecError, match="E001"):
        td.load(tmp_path / "missing.tryghed")
    with pytest.raises(td.FiguresError, match="E301"):
        td.evaluate(td.loads(SPEC), tmp_path / "missing.csv")


def test_a_judge_needs_a_stated_start() -> None:
    spec = td.loads("utryg -> approach(kbh, by=2020)")
    with pytest.raises(td.FiguresError) as caught:
        td.compile(spec, 2018, "amager")
    assert [finding.code for finding in caught.value.findings] == ["E333", "E338"]
