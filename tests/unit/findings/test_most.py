"""Of one file no more findings are told than anybody reads, and how many more there are is told."""

from tryghed_dsl.findings.finding import Finding
from tryghed_dsl.findings.most import MOST_TOLD, at_most
from tryghed_dsl.findings.said import said
from tryghed_dsl.pipeline import read_spec
from tryghed_dsl.text.language import Language
from tryghed_dsl.text.source import Source, Span

DECLARED = 'indicator indbrud "Indbrud", count, lower is better\n'


def spec(targets: int) -> Source:
    return Source(
        "spec.tryghed", DECLARED + "".join(f"a{n}: indbrudd <= {n}\n" for n in range(targets))
    )


def test_the_last_finding_tells_how_many_more_there_are() -> None:
    _, found = read_spec(spec(120))
    misspelled = [finding for finding in found if finding.code == "E101"]
    assert len(found) == MOST_TOLD
    assert len(misspelled) == MOST_TOLD - 1
    assert [finding.spans[0].place.line for finding in misspelled] == list(range(2, 101))
    assert found[-1].code == "N099"
    assert found[-1].spans[0].place.line == 101
    assert said(found[-1], Language.EN).message == (
        "more findings in `spec.tryghed` that are not shown: 21, errors among them: 21"
    )


def test_a_hundred_are_told_without_more_ado() -> None:
    _, found = read_spec(spec(100))
    assert [finding.code for finding in found] == ["E101"] * 100


def test_an_error_is_told_before_remarks_that_stand_above_it() -> None:
    source = Source("spec.tryghed", "x" * 300)
    remarks = [Finding("W123", (Span(source, place, place + 1),)) for place in range(200)]
    error = Finding("E101", (Span(source, 250, 251),))
    told = at_most([*remarks, error])
    assert told[-2:] == [error, told[-1]]
    assert told[-1].args == {"more": 102, "wrong": 0, "name": "spec.tryghed"}
    assert len(told) == 100


def test_each_file_has_its_own_hundred() -> None:
    sources = [Source(name, "x" * 90) for name in "ab"]
    found = [Finding("E101", (Span(source, n, n + 1),)) for source in sources for n in range(90)]
    assert at_most(found) == found
