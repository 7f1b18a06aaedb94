"""The project file: what it says, what is wrong in it, and the one that is proposed."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import tryghed_dsl as td
from tryghed_dsl.figures.options import Events, Layout, Options
from tryghed_dsl.figures.project.project import Project, find_project
from tryghed_dsl.figures.project.proposal import proposal
from tryghed_dsl.figures.project.reading import read_project
from tryghed_dsl.figures.read import Read, read_places, read_project_sources
from tryghed_dsl.findings.finding import Finding

TABLE = "indikator;område;år;antal\nindbrud;Amager;2018;45\n"


def read(folder: Path, text: str) -> tuple[Project | None, list[Finding]]:
    path = folder / "tryghed.toml"
    path.write_text(text, encoding="utf-8")
    (folder / "tal.csv").write_text(TABLE, encoding="utf-8")
    return read_project(path)


def told(found: list[Finding]) -> list[tuple[str, int | None]]:
    return [(finding.code, finding.where.row if finding.where else None) for finding in found]


WHOLE = """
[sources.politi]
files     = ["tal.csv"]
sheet     = "Ark1"
range     = "B3:F20"
layout    = "events"
encoding  = "windows-1252"
decimal   = ","
language  = "da"
missing   = ["x"]
zero      = "-"
flags     = { "*" = "provisional" }
area      = "amager"
period    = 2018
sum       = ["alder"]
scale     = 1000

[sources.politi.suppressed]
"s" = 4

[sources.politi.columns]
"Gerningssted" = "area"

[sources.politi.indicators]
"Indbrud i privat beboelse" = "indbrud"

[sources.politi.areas]
101 = "kbh"

[sources.politi.select]
"køn" = "I alt"

[sources.politi.events]
per    = "quarter"
covers = "2015..2018"
"""


def test_every_key_says_what_it_says(tmp_path: Path) -> None:
    project, found = read(tmp_path, WHOLE)
    assert found == []
    assert project is not None
    (source,) = project.sources
    assert source.files == ((tmp_path / "tal.csv").resolve(),)
    assert source.options == Options(
        sheet="Ark1",
        range="B3:F20",
        layout=Layout.EVENTS,
        encoding="windows-1252",
        decimal=",",
        language="da",
        missing=("x",),
        zero=("-",),
        suppressed={"s": 4},
        columns={"Gerningssted": "area"},
        area="amager",
        period="2018",
        indicators={"Indbrud i privat beboelse": "indbrud"},
        areas={"101": "kbh"},
        flags={"*": "provisional"},
        select={"køn": ("I alt",)},
        sum=("alder",),
        scale={"*": 1000},
        events=Events("quarter", "2015..2018"),
    )


def test_what_is_said_holds_for_the_files_of_the_source_only(tmp_path: Path) -> None:
    project, _ = read(tmp_path, '[sources.a]\nfiles = ["tal.csv"]\nsheet = "Ark1"\n')
    assert project is not None
    assert project.options_for(tmp_path / "tal.csv").sheet == "Ark1"
    assert project.options_for(tmp_path / "andet.csv") == Options()


def test_patterns_find_files_below_the_folder(tmp_path: Path) -> None:
    (tmp_path / "tal").mkdir()
    for name in ("politi-2018.csv", "politi-2017.csv", "andet.csv"):
        (tmp_path / "tal" / name).write_text(TABLE, encoding="utf-8")
    project, found = read(tmp_path, '[sources.a]\nfiles = ["tal/politi-*.csv"]\n')
    assert found == []
    assert project is not None
    names = [path.name for path in project.sources[0].files]
    assert names == ["politi-2017.csv", "politi-2018.csv"]


SOURCE = '[sources.a]\nfiles = ["tal.csv"]\n'


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[sources.a]\nfiles = tal.csv\n", ("E372", 2)),
        (f'{SOURCE}files = ["tal.csv"]\n', ("E372", 3)),
        (f'{SOURCE}shet = "Ark1"\n', ("E373", 3)),
        ("[kilder.a]\nfiles = []\n", ("E373", 1)),
        (f'{SOURCE}layout = "bred"\n', ("E374", 3)),
        (f'{SOURCE}range = "3B:F"\n', ("E374", 3)),
        (f'{SOURCE}encoding = "klingon"\n', ("E374", 3)),
        (f'{SOURCE}period = "i fjor"\n', ("E374", 3)),
        (f'{SOURCE}scale = "tusind"\n', ("E374", 3)),
        (f'{SOURCE}[sources.a.columns]\n"Sted" = "place"\n', ("E374", 4)),
        (f'{SOURCE}[sources.a.events]\ncovers = "2018..2015"\n', ("E374", 4)),
        ('[sources.a]\nsheet = "Ark1"\n', ("E375", 1)),
        ('[sources.a]\nfiles = ["tal.csv", "mangler.csv"]\n', ("W376", 2)),
        ('[sources.a]\nfiles = ["../tal.csv"]\n', ("E210", 2)),
        ('[sources.a]\nfiles = ["/etc/passwd"]\n', ("E210", 2)),
        (f'{SOURCE}[sources.b]\nfiles = ["t*.csv"]\n', ("E377", 4)),
        (f'{SOURCE}missing = ["-"]\nzero = ["-"]\n', ("E377", 4)),
    ],
)
def test_each_mistake_is_one_finding_at_its_row(
    tmp_path: Path, text: str, expected: tuple[str, int]
) -> None:
    _, found = read(tmp_path, text)
    assert told(found) == [expected]


def test_it_is_looked_for_beside_the_spec_and_not_above(tmp_path: Path) -> None:
    (tmp_path / "tryghed.toml").write_text(SOURCE, encoding="utf-8")
    (tmp_path / "under").mkdir()
    assert find_project(tmp_path / "spec.tryghed") == tmp_path / "tryghed.toml"
    assert find_project(tmp_path) == tmp_path / "tryghed.toml"
    assert find_project(tmp_path / "under" / "spec.tryghed") is None


def test_its_files_are_read_as_it_says(tmp_path: Path) -> None:
    read(tmp_path, f'{SOURCE}[sources.a.indicators]\n"indbrud" = "tyveri"\n')
    spec = td.loads('indicator tyveri "T", count, lower is better\ntyveri <= 48')
    given = read_project_sources(tmp_path / "tryghed.toml")
    report = td.evaluate(spec, given, as_of=2018, area="Amager")
    assert report["tyveri"].value == 45


# ------------------------------------------------------------------ proposals


def proposed(folder: Path, name: str, text: str) -> tuple[str, Read]:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    made = read_places([str(path)])
    pairs = zip(made.cubes, made.interpreted(None), strict=True)
    told = [(cube.file, one, options) for (cube, options), one in pairs]
    return proposal([path], told, None, made.found), made


@pytest.mark.parametrize(
    "text",
    [
        TABLE,
        "område;2017;2018\nAmager;44;45\n",
        "Indbrud efter område\n\nområde;2017;2018\nAmager;-;45\n",
        "område;køn;2018\nAmager;mænd;30\nAmager;kvinder;15\n",
    ],
)
def test_what_is_proposed_changes_nothing(tmp_path: Path, text: str) -> None:
    written, before = proposed(tmp_path, "tal.csv", text)
    (tmp_path / "tryghed.toml").write_text(written, encoding="utf-8")
    project, found = read_project(tmp_path / "tryghed.toml")
    assert found == []
    assert project is not None
    after = read_places([str(tmp_path / "tal.csv")], tmp_path / "tryghed.toml")
    assert after.named(None) == before.named(None)


@given(heading=st.text(min_size=1, max_size=20), name=st.text(min_size=1, max_size=20))
@settings(deadline=None)
def test_whatever_a_file_says_the_proposal_is_toml(
    tmp_path_factory: pytest.TempPathFactory, heading: str, name: str
) -> None:
    folder = tmp_path_factory.mktemp("proposal")
    quoted = [text.replace('"', '""').replace("\0", "") for text in (heading, name)]
    heading, name = (text.encode("utf-8", "replace").decode() for text in quoted)
    text = f'"{heading}";område;2017;2018\n"{name}";Amager;44;-\n'
    written, _ = proposed(folder, "tal.csv", text)
    assert "sources" in tomllib.loads(written)
