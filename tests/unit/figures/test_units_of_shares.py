"""A share written in percent where the spec has shares of 1, and the other way round."""

import pytest

import tryghed_dsl as td
from tryghed_dsl.domain.observation import Origin
from tryghed_dsl.domain.period import year
from tryghed_dsl.figures.matching import matched
from tryghed_dsl.figures.rows import RawRow

PERCENT = td.loads('indicator utryg "Utrygge", percent, lower is better\nutryg <= 12%')
FRACTION = td.loads('indicator utryg "Utrygge", fraction, lower is better\nutryg <= 0.12')


@pytest.mark.parametrize(
    ("spec", "unit", "written", "value", "codes"),
    [
        (PERCENT, "%", 7, 7, []),
        (PERCENT, None, 0.07, 0.07, ["W324"]),
        (PERCENT, "fraction", 0.07, 7, ["N381"]),
        (FRACTION, "percent", 7, 0.07, ["N381"]),
        (FRACTION, "procent", 12.5, 0.125, ["N381"]),
        (FRACTION, "antal", 7, 7, ["W311"]),
    ],
)
def test_a_share_is_converted_where_its_unit_is_known(
    spec: td.Spec, unit: str | None, written: float, value: float, codes: list[str]
) -> None:
    row = RawRow("utryg", "amager", year(2018), written, Origin("f.csv", None, 2), unit=unit)
    figures, found = matched(spec, [row])
    assert [seen.value for seen in figures] == [value]
    assert [finding.code for finding in found] == codes


def test_the_limits_of_a_share_are_converted_with_it() -> None:
    origin = Origin("f.csv", None, 2)
    row = RawRow("utryg", "a", year(2018), 7, origin, lower=5.5, upper=8.6, unit="percent")
    figures, _ = matched(FRACTION, [row])
    assert [(seen.lower, seen.upper) for seen in figures] == [(0.055, 0.086)]
