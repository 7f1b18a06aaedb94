"""What to write where a percentage can mean two things, with its numbers."""

import re

import pytest

import tryghed_dsl as td
from tryghed_dsl.findings.said import said
from tryghed_dsl.text.language import Language

HEAD = 'agreement "A" { area a }\narea a\nindicator utryg "Utrygge", percent, lower is better\n'


COUNTS = """\
indicator almene "Almene", count, lower is better
indicator boliger "Boliger", count
indicator andel "Andel" = almene / boliger, lower is better
indicator tal "Tal", number, higher is better
"""


_BAND = "almene between 5% of boliger and 40% of boliger"


def told(lines: str, code: str, language: Language) -> tuple[str, ...]:
    with pytest.raises(td.SpecError) as raised:
        td.loads(HEAD + lines)
    finding = raised.value.findings[0]
    assert finding.code == code
    return said(finding, language).help


def helped(line: str, language: Language) -> tuple[str, ...]:
    return told(line, "E104", language)


@pytest.mark.parametrize(
    ("change", "share", "points"),
    [
        ("- 2%", "98% of baseline(2016)", "baseline(2016) - 2 pp"),
        ("+ 5%", "105% of baseline(2016)", "baseline(2016) + 5 pp"),
        ("- 12.5%", "87.5% of baseline(2016)", "baseline(2016) - 12.5 pp"),
    ],
)
@pytest.mark.parametrize("language", list(Language))
def test_both_readings_are_written_out(
    change: str, share: str, points: str, language: Language
) -> None:
    first, second = helped(f"utryg <= baseline(2016) {change}\n", language)
    assert f"`{share}`" in first
    assert f"`{points}`" in second


@pytest.mark.parametrize(
    ("line", "instead"),
    [
        ("x: almene / boliger <= 40%", ["almene <= 40% of boliger", "0.4"]),
        ("x: almene / boliger between 5% and 40%", [_BAND, "0.05"]),
        ("x: andel <= 40%", ["0.4"]),
        ("almene <= 8%", ["8% of …", "8"]),
        ("tal >= -0.5%", ["-0.5"]),
        ("almene -> reach(50%, by=2020)", ["reduce(50%, by=2020)", "50% of …", "50"]),
        ("tal -> reach(50%, by=2020)", ["increase(50%, by=2020)", "50% of …", "50"]),
        ("andel -> reach(40%, by=2020)", ["0.4"]),
        (
            "almene -> reach(5, by=2020, path={2018: 40%})",
            ["2018: reduce 40%", "40% of …", "40"],
        ),
        ("x: change(utryg) <= 8%", ["8 pp"]),
        ("x: almene * 8% <= 8", ["8% of almene"]),
        ("x: min(almene, 8%) <= 8", ["8% of …"]),
    ],
)
@pytest.mark.parametrize("language", list(Language))
def test_a_share_of_nothing_is_answered_with_what_is_right(
    line: str, instead: list[str], language: Language
) -> None:
    lines = told(COUNTS + line + "\n", "E143", language)
    assert [re.findall("`(.*)`", each)[0] for each in lines] == instead


@pytest.mark.parametrize("change", ["reduce(110%", "increase(250%", "reduce(100%..110%"])
def test_a_change_may_be_more_than_the_whole(change: str) -> None:
    better = "lower" if change.startswith("reduce") else "higher"
    indicator = f'indicator co2 "CO2", number, {better} is better\n'
    lines = f"monitor utryg\nco2 -> {change}, by=2050, from=2016)\n"
    assert not td.loads(HEAD + indicator + lines).findings
