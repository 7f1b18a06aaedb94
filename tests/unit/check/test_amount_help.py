"""What is said of amounts that are none, and of what stands in another place than it should."""

import re

import pytest

import tryghed_dsl as td
from tryghed_dsl.findings.said import Said, said
from tryghed_dsl.text.language import Language

HEAD = """\
agreement "A" { area a; baseline 2016 }
area a
indicator x "X", count, lower is better
indicator y "Y", count
indicator utryg "Utrygge", percent, lower is better
indicator tryg "Trygge", percent, higher is better
"""


def told(line: str, code: str, language: Language) -> Said:
    with pytest.raises(td.SpecError) as raised:
        td.loads(f"{HEAD}{line}\n")
    (finding,) = raised.value.findings
    assert finding.code == code
    return said(finding, language)


@pytest.mark.parametrize(
    ("line", "code", "english", "danish"),
    [
        (
            "x -> reduce(markant, by=2020)",
            "E110",
            "`markant` cannot be the amount of change here",
            "`markant` kan ikke være ændringens størrelse her",
        ),
        (
            "x -> grow(2, from=2016)",
            "E110",
            "`2` cannot be the growth here",
            "`2` kan ikke være væksten her",
        ),
        (
            "x -> improve(at least 2, each=year)",
            "E110",
            "`at least 2` cannot be the yearly step here",
            "`at least 2` kan ikke være det årlige skridt her",
        ),
        (
            "x -> reach(at least 3, by=2020)",
            "E110",
            "`at least 3` cannot be the end value here",
            "`at least 3` kan ikke være slutværdien her",
        ),
        (
            "x -> approach(at least 3, by=2020, close=50%)",
            "E110",
            "`at least 3` cannot be the reference here",
            "`at least 3` kan ikke være sammenligningen her",
        ),
        (
            "x -> reduce(5, by=snart)",
            "E110",
            "`snart` cannot be `by` here",
            "`snart` kan ikke være `by` her",
        ),
        (
            "x -> reduce(by=2020)",
            "E109",
            "`reduce` lacks the amount of change",
            "`reduce` mangler ændringens størrelse",
        ),
        ("x -> reduce(5)", "E109", "`reduce` lacks `by`", "`reduce` mangler `by`"),
    ],
)
def test_parts_without_a_name_are_put_into_words(
    line: str, code: str, english: str, danish: str
) -> None:
    assert told(line, code, Language.EN).message == english
    assert told(line, code, Language.DA).message == danish


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize(
    ("line", "code", "instead"),
    [
        ("x -> reduce(væsentligt, by=2020)", "E110", ["20%", "30", "væsentligt"]),
        ("x -> grow(considerably, from=2016)", "E110", ["2.1% a year", "considerably"]),
        ("x -> improve(markant, each=year)", "E110", ["20%", "30", "markant"]),
        # What stands for something is no vague word.
        ("x -> reduce(y, by=2020)", "E110", ["20%", "30"]),
        ("x -> grow(y, from=2016)", "E110", ["2.1% a year"]),
        (
            "x -> reduce(1/3, by=2020)",
            "E110",
            ["20%", "30", "33.3%", "reach(2 / 3 * baseline(2016), by=2020)"],
        ),
        (
            "x -> reduce(3 / 8, by=2020, from=2017)",
            "E110",
            ["20%", "30", "37.5%", "reach(5 / 8 * baseline(2017), by=2020, from=2017)"],
        ),
        (
            "tryg -> increase(1 / 4, by=2020)",
            "E110",
            ["20%", "30", "25%", "reach(5 / 4 * baseline(2016), by=2020)"],
        ),
        ("x -> improve(1 / 4, each=year)", "E110", ["20%", "30", "25%"]),
        ("x -> reduce(y / 3, by=2020)", "E110", ["20%", "30"]),
        # The comma of a number can part two only within brackets.
        ("utryg <= baseline(2016) - 0,5 pp", "E017", ["0.5"]),
        ("x <= 0,5", "E017", ["0.5"]),
        ("utryg -> reduce(0,5 pp, by=2020)", "E017", ["0.5"]),
        ("x <= max(y, 1,5)", "E017", ["1.5", "1, 5"]),
        # A formula stands before the clauses.
        (
            'indicator z "Z", percent, lower is better = 100 * x / y',
            "E034",
            ['indicator z "Z" = 100 * x / y, percent, lower is better'],
        ),
        (
            "indicator z, percent = 100 * x / max(x, y), lower is better",
            "E034",
            ["indicator z = 100 * x / max(x, y), percent, lower is better"],
        ),
    ],
)
def test_the_help_names_what_to_write(
    line: str, code: str, instead: list[str], language: Language
) -> None:
    found = re.findall("`([^`]*)`", " ".join(told(line, code, language).help))
    assert found == instead
