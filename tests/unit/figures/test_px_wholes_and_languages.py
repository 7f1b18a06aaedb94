"""PX files: the category that stands for all others, and names in several languages."""

from pathlib import Path

import pytest

import tryghed_dsl as td
from tryghed_dsl.figures.matching import matched
from tryghed_dsl.figures.options import Options
from tryghed_dsl.figures.read import read_files

DANISH = td.loads(
    'area kbh "København"\nindicator indbrud "Indbrud", count, lower is better\nindbrud <= 48'
)
ENGLISH = td.loads(
    'area kbh "Copenhagen"\nindicator indbrud "Burglary", count, lower is better\nindbrud <= 48'
)
NOTHING = Options()
TEXT = """\
CHARSET="ANSI";
LANGUAGE="da";
LANGUAGES="da","en";
MATRIX="X";
CONTENTS="Anmeldelser";
UNITS="Number";
STUB="art","område","køn";
HEADING="tid";
STUB[en]="offence","area","sex";
HEADING[en]="time";
VALUES("art")="Indbrud";
VALUES("område")="København";
VALUES("køn")="Begge","Mænd","Kvinder";
VALUES("tid")="2017","2018";
VALUES[en]("offence")="Burglary";
VALUES[en]("area")="Copenhagen";
VALUES[en]("sex")="Both","Men","Women";
VALUES[en]("time")="2017","2018";
ELIMINATION("køn")="Begge";
ELIMINATION[en]("sex")="Both";
DATA=
11 10 6 5 5 5;
"""


def read(
    folder: Path, spec: td.Spec, text: str = TEXT, options: Options = NOTHING
) -> tuple[list[float], list[str], list[object]]:
    path = folder / "tal.px"
    path.write_bytes(text.encode("cp1252"))
    rows, found = read_files([path], options).named(spec)
    figures, more = matched(spec, rows)
    told = [*found, *more]
    codes = [finding.code for finding in told]
    return [seen.value for seen in figures], codes, [each.args.get("language") for each in told]


def test_the_category_that_the_file_may_leave_out_by_is_the_total(tmp_path: Path) -> None:
    values, codes, _ = read(tmp_path, DANISH)
    assert values == [11, 10]
    assert codes == []


def test_the_total_may_be_named_by_its_code(tmp_path: Path) -> None:
    text = TEXT.replace(
        'ELIMINATION("køn")="Begge"', 'CODES("køn")="B","M","K";\nELIMINATION("køn")="B"'
    )
    assert read(tmp_path, DANISH, text)[0] == [11, 10]


@pytest.mark.parametrize("said", ["", 'ELIMINATION("køn")=YES;'])
def test_without_a_total_it_has_to_be_chosen(tmp_path: Path, said: str) -> None:
    text = TEXT.replace('ELIMINATION("køn")="Begge";', said)
    assert read(tmp_path, DANISH, text)[1] == ["E365"]


def test_a_spec_in_another_of_the_file_s_languages_is_told_which(tmp_path: Path) -> None:
    values, codes, languages = read(tmp_path, ENGLISH)
    assert values == []
    assert codes[0] == "W329"
    assert languages[0] == "en"
    values, codes, _ = read(tmp_path, ENGLISH, options=Options(language="en"))
    assert values == [11, 10]
    assert codes == []
