"""Findings that no document can show: too large to print, or given to calls from Python alone."""

from pathlib import Path

import pytest

import tryghed_dsl as td
from support.running import findings_of, place, run_command
from tryghed_dsl.cli import commands
from tryghed_dsl.cli import main as cli
from tryghed_dsl.findings.finding import Finding
from tryghed_dsl.syntax.lines import Line, read_lines
from tryghed_dsl.text.source import Source

MOST_BYTES = 8_000_000
MOST_TERMS = 200_000
TWO_SIDES = """\
area kbh
area amager in kbh
agreement "Amager" {
  area amager
}
indicator utryg "Andel utrygge borgere", percent, lower is better
benchmark kbh_avg = same indicator in kbh

"""


def codes(found: tuple[Finding, ...] | list[Finding]) -> list[str]:
    return [finding.code for finding in found]


def sum_of_ones(terms: int) -> str:
    """A target with so many words and signs: a name, a comparison, and a sum."""
    first = "1" if terms % 2 else "-1"
    return f"indbrud <= {first}" + " + 1" * ((terms - 3) // 2)


# ------------------------------------------------------------------ E002


def test_a_file_over_eight_megabytes_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "large.tryghed"
    path.write_bytes(b"#" * (MOST_BYTES + 1))
    with pytest.raises(td.SpecError) as refused:
        td.load(path)
    assert codes(refused.value.findings) == ["E002"]
    for line in ("lint", "fmt", "check"):
        ran = run_command(f"tryghed {line} large.tryghed", tmp_path)
        assert ran.code == 3
        assert "[E002]: the file `large.tryghed` is larger than 8 MB" in ran.out + ran.err


def test_a_file_of_eight_megabytes_is_read(tmp_path: Path) -> None:
    path = tmp_path / "large.tryghed"
    path.write_bytes(b"indbrud <= 48 " + b"#" * (MOST_BYTES - 14))
    assert codes(td.load(path).findings) == ["N203"]


# ------------------------------------------------------------------ E005


def test_a_line_of_too_many_words_is_refused(tmp_path: Path) -> None:
    spec = f"tyveri <= 128\n\n{sum_of_ones(MOST_TERMS + 1)}\nvold <= 66\n"
    found = findings_of(spec, None, tmp_path, None)
    assert [place(finding) for finding in found] == ["N203 1:1", "E005 3:1", "N203 4:1"]


def test_a_line_of_as_many_words_as_may_be_is_not_refused() -> None:
    (line,), found = read_lines(Source("spec", f"{sum_of_ones(MOST_TERMS)}\n"))
    assert isinstance(line, Line)
    assert len(line.tokens) == MOST_TERMS
    assert not found


# ------------------------------------------------------------------ E333, E338


def test_compiled_without_a_start_it_is_asked_for() -> None:
    without = td.loads(f"{TWO_SIDES}utryg -> approach(kbh_avg, by=2020, close=50%)\n", "spec")
    with pytest.raises(td.FiguresError) as refused:
        td.compile(without, 2018)
    assert [place(finding) for finding in refused.value.findings] == ["E333 9:1"]


def test_compiled_with_a_start_it_judges() -> None:
    stated = td.loads(f"{TWO_SIDES}utryg -> approach(kbh_avg, from=2016, by=2020, close=50%)\n")
    figures: dict[tuple[str, str, int | str], float | None] = {
        ("utryg", "amager", 2016): 12.0,
        ("utryg", "kbh", 2016): 6.0,
        ("utryg", "amager", 2018): 13.0,
        ("utryg", "kbh", 2018): 6.0,
    }
    report = td.compile(stated, 2018)(figures)
    assert report["utryg"].reason is td.Reason.MOVING_AWAY


def test_compiled_with_an_unknown_reference_it_is_asked_for() -> None:
    alone = td.loads("utryg -> approach(kbh_avg, from=2016, by=2020, close=50%)\n", "spec")
    with pytest.raises(td.FiguresError) as refused:
        td.compile(alone, 2018, "amager")
    assert codes(refused.value.findings) == ["E338"]


# ------------------------------------------------------------------ E900


def test_a_failure_of_the_program_is_told_as_our_mistake(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_args: object, **_options: object) -> None:
        message = "nobody thought of this"
        raise LookupError(message)

    monkeypatch.setattr(commands, "main", fail)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    with pytest.raises(SystemExit) as left:
        cli.run(["lint", "spec.tryghed"])
    told = capsys.readouterr()
    assert left.value.code == 70
    assert "[E900]: the program failed; this is our mistake, not yours" in told.err
    assert "nobody thought of this" in told.err
    assert "Traceback" not in told.out + told.err
