"""The files that a spec names: where they may lie, and what is told where they cannot be read."""

import os
import sys
from pathlib import Path

import pytest

import tryghed_dsl as td
from tryghed_dsl.check.model import Spec
from tryghed_dsl.findings.finding import Finding
from tryghed_dsl.findings.said import place_of
from tryghed_dsl.pipeline import read_spec_file

INDBRUD = 'indicator indbrud "Indbrud", count, lower is better\n'
TARGET = "\nindbrud <= 48\n"
AGREEMENT = 'agreement "Amager" {{\n  document "{path}"\n}}\n' + INDBRUD


def write(folder: Path, **files: str) -> Path:
    """Write files, `name` as `name.tryghed`; the path of `spec`."""
    for name, text in files.items():
        (folder / f"{name}.tryghed").write_text(text, encoding="utf-8")
    return folder / "spec.tryghed"


def told(path: Path) -> list[str]:
    """Errors and warnings, each as its code, file, line and column."""
    found = read_spec_file(path)[1]
    return [shown(finding) for finding in found if not finding.code.startswith("N")]


def shown(finding: Finding) -> str:
    return f"{finding.code} {Path(place_of(finding)).name}".rstrip()


def loaded(path: Path) -> Spec:
    spec, found = read_spec_file(path)
    assert spec is not None, found
    return spec


# ------------------------------------------------------------------ where files may lie


@pytest.mark.parametrize("line", ["use", "revises", "document"])
@pytest.mark.parametrize(
    "path",
    [
        "../outside.tryghed",
        "sub/../../outside.tryghed",
        "{outside}",
        "C:\\\\outside.tryghed",
        "\\\\\\\\host\\\\share\\\\outside.tryghed",
        "link.tryghed",
    ],
)
def test_no_path_leaves_the_folder(tmp_path: Path, line: str, path: str) -> None:
    outside = tmp_path / "outside.tryghed"
    outside.write_text(INDBRUD, encoding="utf-8")
    folder = tmp_path / "inside"
    (folder / "sub").mkdir(parents=True)
    (folder / "link.tryghed").symlink_to(outside)
    named = path.format(outside=outside).replace("\\\\", "\\")
    text = {
        "use": f'use "{named}"\n',
        "revises": f'revises "{named}" {{\n  effective 2019\n}}\n',
        "document": f'agreement "A" {{ document "{named}" }}\n' + INDBRUD + TARGET,
    }[line]
    spec = write(folder, spec=text)
    column = {"use": 5, "revises": 9, "document": 26}[line]
    assert told(spec) == [f"E210 spec.tryghed:1:{column}"]


def test_a_folder_that_is_a_link_leads_no_further(tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "common.tryghed").write_text(INDBRUD, encoding="utf-8")
    folder = tmp_path / "inside"
    folder.mkdir()
    (folder / "sub").symlink_to(tmp_path / "outside", target_is_directory=True)
    assert told(write(folder, spec='use "sub/common.tryghed"\n')) == ["E210 spec.tryghed:1:5"]


def test_a_path_starts_in_the_folder_of_the_file_that_names_it(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    write(tmp_path / "sub", shared='use "../top.tryghed"\nuse "beside.tryghed"\n', beside=INDBRUD)
    spec = write(
        tmp_path,
        spec='use "sub/shared.tryghed"\n\nindbrud <= 48\nvold <= 66\n',
        top='indicator vold "Vold", count, lower is better\n',
    )
    assert list(loaded(spec).indicators) == ["vold", "indbrud"]


def test_a_spec_may_be_reached_by_a_link_and_names_files_beside_the_link(tmp_path: Path) -> None:
    (tmp_path / "away").mkdir()
    (tmp_path / "here").mkdir()
    real = write(tmp_path / "away", spec='use "common.tryghed"\n' + TARGET)
    (tmp_path / "here" / "spec.tryghed").symlink_to(real)
    write(tmp_path / "here", common=INDBRUD)
    assert told(tmp_path / "here" / "spec.tryghed") == []


def test_a_text_has_no_folder() -> None:
    with pytest.raises(td.SpecError) as wrong:
        td.loads('use "a.tryghed"\nrevises "b.tryghed" { effective 2019 }\n', "mine")
    assert [shown(each) for each in wrong.value.findings] == ["E215 mine:1:5", "E215 mine:2:9"]


def test_the_document_of_a_text_is_not_looked_for() -> None:
    spec = td.loads(AGREEMENT.format(path="aftale.txt") + 'indbrud <= 48, quote "48"\n', "mine")
    assert next(shown(each) for each in spec.findings) == "W225 mine:2:12"
    assert spec.targets[0].unverified


# ------------------------------------------------------------------ what cannot be read


@pytest.mark.parametrize("line", ["use", "revises"])
@pytest.mark.parametrize("name", ["none.tryghed", "folder", "", "a\\0b"])
def test_what_is_no_file_is_told_where_it_is_named(tmp_path: Path, line: str, name: str) -> None:
    (tmp_path / "folder").mkdir()
    block = " {\n  effective 2019\n}" if line == "revises" else ""
    spec = write(tmp_path, spec=f'{line} "{name}"{block}\n' + TARGET)
    assert told(spec) == [f"E212 spec.tryghed:1:{len(line) + 2}"]


@pytest.mark.skipif(sys.platform == "win32", reason="there are no named pipes on Windows")
def test_a_pipe_is_no_file_and_nobody_waits_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.tryghed")
    os.mkfifo(tmp_path / "pipe.txt")
    assert told(write(tmp_path, spec='use "pipe.tryghed"\n')) == ["E212 spec.tryghed:1:5"]
    spec = write(tmp_path, spec=AGREEMENT.format(path="pipe.txt") + TARGET)
    assert told(spec) == ["W225 spec.tryghed:2:12"]


def test_each_line_that_names_a_missing_file_needs_only_one_finding(tmp_path: Path) -> None:
    """What the missing file would have declared is not told as unknown too."""
    spec = write(tmp_path, spec='use "none.tryghed"\n\nindbrud <= 48\nvold <= nothing\n')
    assert told(spec) == ["E212 spec.tryghed:1:5"]


@pytest.mark.parametrize(
    ("data", "code"), [(b"#" * 8_000_001, "E002"), (b"PK\x03\x04\x00\x00", "E007")]
)
def test_files_that_cannot_be_specs_are_told_where_they_are_named(
    tmp_path: Path, data: bytes, code: str
) -> None:
    (tmp_path / "other.tryghed").write_bytes(data)
    spec = write(tmp_path, spec='use "other.tryghed"\n' + TARGET)
    assert told(spec) == [f"{code} spec.tryghed:1:5"]


def test_a_used_file_in_the_letters_of_windows_is_read_and_told(tmp_path: Path) -> None:
    (tmp_path / "other.tryghed").write_bytes(
        'indicator hærværk "Hærværk", count, lower is better\n'.encode("cp1252")
    )
    spec = write(tmp_path, spec='use "other.tryghed"\n\nhærværk <= 21\n')
    assert told(spec) == ["W008 other.tryghed"]


def test_what_is_wrong_in_a_used_file_is_told_there(tmp_path: Path) -> None:
    wrong = INDBRUD + "area amager in\n"
    spec = write(tmp_path, spec='use "other.tryghed"\n' + TARGET, other=wrong)
    assert [line.split(":")[:2] for line in told(spec)] == [["E011 other.tryghed", "2"]]


# ------------------------------------------------------------------ what a used file may hold


@pytest.mark.parametrize(
    "line",
    [
        'agreement "A" { }',
        'goal g "G" { }',
        "indbrud <= 48",
        "monitor indbrud",
        'test "t" { as of 2018 }',
        "for each area in l { indbrud <= 5 }",
        "replace indbrud: indbrud <= 4",
        "retire indbrud",
        'revises "common.tryghed" { effective 2019 }',
    ],
)
def test_a_used_file_holds_declarations_only(tmp_path: Path, line: str) -> None:
    spec = write(tmp_path, spec='use "other.tryghed"\n', other=f"{INDBRUD}{line}\n{line}\n")
    assert told(spec) == ["E213 other.tryghed:2:1"]


def test_every_kind_of_declaration_can_be_used(tmp_path: Path) -> None:
    shared = """\
language 1
area kbh
area amager in kbh
areas districts = amager
source police "Politiet", yearly
indicator indbrud "Indbrud", count, from police, lower is better
indicators crimes = indbrud
benchmark city = same indicator in kbh
let most = 48
condition busy = indbrud > most
break 2018 in indbrud
"""
    spec = loaded(write(tmp_path, spec='use "shared.tryghed"\nindbrud <= most\n', shared=shared))
    assert (set(spec.areas), set(spec.lists)) == ({"kbh", "amager"}, {"districts"})
    assert (set(spec.sources), set(spec.indicators)) == ({"police"}, {"indbrud"})
    assert [each.indicator for each in spec.breaks] == ["indbrud"]


def test_a_file_that_two_others_use_is_read_once(tmp_path: Path) -> None:
    spec = write(
        tmp_path,
        spec='use "left.tryghed"\nuse "right.tryghed"\n' + TARGET,
        left='use "common.tryghed"\n',
        right='use "common.tryghed"\nuse "common.tryghed"\n',
        common=INDBRUD,
    )
    assert told(spec) == []


def test_a_name_that_two_files_declare_is_declared_twice(tmp_path: Path) -> None:
    spec = write(tmp_path, spec='use "a.tryghed"\n' + INDBRUD + TARGET, a=INDBRUD)
    assert told(spec) == ["E102 spec.tryghed:2:11"]


# ------------------------------------------------------------------ circles


CIRCLES = {
    "itself": ({"spec": 'use "spec.tryghed"\n'}, "spec.tryghed -> spec.tryghed"),
    "two": (
        {"spec": 'use "a.tryghed"\n', "a": 'use "b.tryghed"\n', "b": 'use "a.tryghed"\n'},
        "a.tryghed -> b.tryghed -> a.tryghed",
    ),
    "revisions": (
        {
            "spec": 'revises "a.tryghed" { effective 2020 }\n',
            "a": 'revises "spec.tryghed" { effective 2019 }\n',
        },
        "spec.tryghed -> a.tryghed -> spec.tryghed",
    ),
    "long": (
        {
            "spec": 'use "a.tryghed"\n',
            **{
                name: f'use "{after}.tryghed"\n'
                for name, after in zip("abcdef", "bcdefa", strict=True)
            },
        },
        "a.tryghed -> b.tryghed -> … -> f.tryghed -> a.tryghed",
    ),
}


@pytest.mark.parametrize("name", CIRCLES)
def test_a_circle_is_told_with_the_way_round(tmp_path: Path, name: str) -> None:
    files, way = CIRCLES[name]
    found = read_spec_file(write(tmp_path, **files))[1]
    assert [(finding.code, finding.args["circle"]) for finding in found] == [("E211", way)]


# ------------------------------------------------------------------ size


def test_a_long_row_of_files_is_read(tmp_path: Path) -> None:
    count = 2000
    for number in range(count):
        (tmp_path / f"f{number}.tryghed").write_text(
            f'use "f{number + 1}.tryghed"\n', encoding="utf-8"
        )
    (tmp_path / f"f{count}.tryghed").write_text(INDBRUD, encoding="utf-8")
    assert told(write(tmp_path, spec='use "f0.tryghed"\n' + TARGET)) == []


def large(megabytes: int) -> str:
    """Declarations and a comment of so many megabytes."""
    return INDBRUD + "#" * (megabytes * 1_000_000) + "\n"


def test_wordings_of_nine_megabytes_together_are_refused(tmp_path: Path) -> None:
    second = 'revises "a.tryghed" {\n  effective 2018\n}\n'
    third = 'revises "b.tryghed" {\n  effective 2019\n}\n'
    spec = write(tmp_path, a=large(3) + TARGET, b=second, spec=third)
    assert told(spec) == ["E214 spec.tryghed"]


def test_wordings_of_less_than_eight_megabytes_together_are_read(tmp_path: Path) -> None:
    spec = write(tmp_path, a=large(3) + TARGET, spec='revises "a.tryghed" {\n  effective 2018\n}\n')
    assert told(spec) == []


def test_used_files_count_too(tmp_path: Path) -> None:
    spec = write(
        tmp_path, spec='use "a.tryghed"\nuse "b.tryghed"\n' + TARGET, a=large(7), b=large(2)
    )
    assert told(spec) == ["E214 spec.tryghed"]


# ------------------------------------------------------------------ the agreement's text


@pytest.mark.parametrize(
    ("data", "codes"),
    [
        (b"%PDF-1.7\n", ["W225 spec.tryghed:2:12"]),
        (b"{\\rtf1\\ansi}", ["W225 spec.tryghed:2:12"]),
        (b"PK\x03\x04\x14\x00\x06\x00", ["W225 spec.tryghed:2:12"]),
        (b"x" * 8_000_001, ["E002 spec.tryghed:2:12"]),
        (b"Hojst 48.\n", []),
        ("Højst 48.\n".encode("cp1252"), []),
        ("Højst 48.\n".encode("utf-16"), []),
        (None, ["W225 spec.tryghed:2:12"]),
    ],
)
def test_a_document_that_is_no_text_is_told(
    tmp_path: Path, data: bytes | None, codes: list[str]
) -> None:
    if data is not None:
        (tmp_path / "aftale.txt").write_bytes(data)
    spec = write(tmp_path, spec=AGREEMENT.format(path="aftale.txt") + TARGET)
    assert told(spec) == codes


def test_the_document_of_a_first_file_is_found_from_its_own_folder(tmp_path: Path) -> None:
    (tmp_path / "first").mkdir()
    (tmp_path / "first" / "aftale.txt").write_text("højst 48", encoding="utf-8")
    write(tmp_path / "first", base=AGREEMENT.format(path="aftale.txt") + TARGET)
    quoted = 'replace indbrud: indbrud <= 48, quote "højst 49"\n'
    spec = write(tmp_path, spec='revises "first/base.tryghed" {\n  effective 2018\n}\n' + quoted)
    assert told(spec) == ["E226 spec.tryghed:4:39"]
