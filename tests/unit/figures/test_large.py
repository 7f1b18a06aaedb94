"""A large tidy file is read by what is wanted of it, and gives what a small one gives."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import tryghed_dsl as td
from tryghed_dsl.domain.observation import Figures
from tryghed_dsl.figures import large
from tryghed_dsl.figures.read import read_files
from tryghed_dsl.findings.finding import Finding
from tryghed_dsl.given import read_figures

SPEC = td.loads(
    """
    area kbh "København"
    area amager "Amager Partnerskab" in kbh
    indicator indbrud "Indbrud", count, lower is better
    indicator utryg "Andel utrygge", percent, lower is better
    indbrud <= 48
    utryg <= 12%
    """
)
NO_AREAS = td.loads('indicator indbrud "Indbrud", count, lower is better\nindbrud <= 48')
HEAD = "indikator;område;periode;værdi"


Read = tuple[Figures, list[Finding]]


def read(path: Path, spec: td.Spec = SPEC) -> Read:
    return read_figures(spec, path)


def both(path: Path, spec: td.Spec = SPEC) -> tuple[Read, Read]:
    """The same file as a small one and as a large one."""
    small = read(path, spec)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(large, "LARGE_BYTES", 0)
        return small, read(path, spec)


def seen(figures: Figures) -> list[tuple[object, ...]]:
    return sorted((str(o.key), o.value, o.most, o.origin.row, o.flags) for o in figures)


names = st.sampled_from(["indbrud", "Indbrud", "utryg", "ANDEL UTRYGGE", "vold", "tyveri, groft"])
areas = st.sampled_from(
    ["amager", "Amager Partnerskab", "KBH", "København", "Tårnby", 'Byen "Å"', "Dragør; nord"]
)
values = st.one_of(
    st.integers(0, 10**6).map(str),
    st.decimals(0, 100, places=1).map(lambda number: str(number).replace(".", ",")),
    st.sampled_from(["", "..", "<5", "12 %", "-"]),
)
rows = st.lists(st.tuples(names, areas, st.integers(2000, 2030).map(str), values), max_size=12)


@given(rows=rows, quoted=st.booleans(), encoding=st.sampled_from(["utf-8", "utf-8-sig", "cp1252"]))
@settings(deadline=None)
def test_a_large_file_gives_the_figures_of_a_small_one(
    tmp_path_factory: pytest.TempPathFactory,
    rows: list[tuple[str, str, str, str]],
    quoted: bool,  # noqa: FBT001 -- generated
    encoding: str,
) -> None:
    unlike = list({row[:3]: row for row in rows}.values())
    text = io.StringIO(newline="")
    writer = (
        csv.writer(text, delimiter=";", quoting=csv.QUOTE_ALL)
        if quoted
        else csv.writer(text, delimiter=";")
    )
    # The first row settles what a decimal sign is, and has letters that show the encoding.
    writer.writerows([HEAD.split(";"), ["utryg", "København", "1999", "0,5"], *unlike])
    path = tmp_path_factory.getbasetemp() / "large.csv"
    path.write_bytes(text.getvalue().encode(encoding))
    (small, _), (bulk, _) = both(path)
    assert seen(bulk) == seen(small)


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("indbrud;Tårnby;2018;mange", "E303"),
        ("indbrud;Tårnby;2018;NaN", "E313"),
        ("indbrud;amager;2018;mange", "E303"),
        ("indbrud;amager;i fjor;45", "E307"),
        ("indbrud;amager;2018;45;46", "E314"),
        ("indbrud;amager;2018", "E314"),
    ],
)
def test_what_is_wrong_is_found_wherever_it_stands(tmp_path: Path, row: str, code: str) -> None:
    path = tmp_path / "large.csv"
    lines = [HEAD, "indbrud;amager;2017;44", "vold;Tårnby;2017;9", row, "vold;amager;2017;8"]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    (_, small), (_, bulk) = both(path)
    wrong = [(f.code, f.where and f.where.row) for f in bulk if f.code.startswith("E")]
    assert wrong == [(code, 4)]
    assert [f.code for f in small if f.code.startswith("E")] == [code]


def test_lines_that_are_left_unread_are_counted(tmp_path: Path) -> None:
    path = tmp_path / "large.csv"
    others = "".join(f"indbrud;Kommune {number};2018;{number}\n" for number in range(70))
    path.write_text(f"{HEAD}\n{others}indbrud;amager;2018;45\n", encoding="utf-8")
    _, (figures, found) = both(path)
    assert [(o.key.area, o.value, o.origin.row) for o in figures] == [("amager", 45, 72)]
    assert [(f.code, f.args["names"], f.args["rows"]) for f in found] == [("N369", 70, 70)]


def test_without_areas_the_indicators_say_what_is_wanted(tmp_path: Path) -> None:
    path = tmp_path / "large.csv"
    path.write_text(f"{HEAD}\nvold;a;2018;9\nindbrud;b;2018;45\nvold;b;2018;3\n", encoding="utf-8")
    _, (figures, found) = both(path, NO_AREAS)
    assert [(o.key.area, o.value, o.origin.row) for o in figures] == [("b", 45, 3)]
    assert [(f.code, f.args["name"], f.args["rows"]) for f in found] == [("W306", "vold", 2)]


def test_in_very_large_files_only_lines_are_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "large.csv"
    path.write_text(f"{HEAD}\nvold;Tårnby;2018;9\nindbrud;amager;2018;45\n", encoding="utf-8")
    monkeypatch.setattr(large, "LARGE_BYTES", 0)
    monkeypatch.setattr(large, "_NAMED_BYTES", 0)
    figures, found = read(path)
    assert [(o.value, o.origin.row) for o in figures] == [(45, 3)]
    assert [(f.code, f.args) for f in found] == [("N380", {"rows": 1})]


def test_all_of_a_very_large_file_is_refused_where_nothing_says_what_is_wanted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "large.csv"
    path.write_text(f"{HEAD}\nindbrud;amager;2018;45\n", encoding="utf-8")
    monkeypatch.setattr(large, "LARGE_BYTES", 0)
    assert [row.value for row in read_files([path]).named(None)[0]] == [45]
    monkeypatch.setattr(large, "_NAMED_BYTES", 0)
    rows, found = read_files([path]).named(None)
    assert rows == []
    assert [f.code for f in found] == ["E002"]


def test_two_lines_without_declarations_say_what_is_wanted_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "large.csv"
    rows = ["indbrud;amager;2015;48", "indbrud;amager;2018;45", "vold;amager;2018;3"]
    rows += ["utryg;amager;2016;12", "utryg;amager;2018;10"]
    rows += ["kbh_avg;amager;2016;6", "kbh_avg;amager;2018;6"]
    path.write_text("\n".join([HEAD, *rows]) + "\n", encoding="utf-8")
    spec = td.loads("indbrud <= baseline(2015)\nutryg -> approach(kbh_avg, by=2020)\n")
    small = td.evaluate(spec, path, as_of=2018)
    monkeypatch.setattr(large, "LARGE_BYTES", 0)
    monkeypatch.setattr(large, "_NAMED_BYTES", 0)
    bulk = td.evaluate(spec, path, as_of=2018)
    told = [(target.id, target.verdict, target.value, target.limit) for target in small]
    assert [(target.id, target.verdict, target.value, target.limit) for target in bulk] == told
    assert {str(target.verdict) for target in bulk} == {"pass"}
