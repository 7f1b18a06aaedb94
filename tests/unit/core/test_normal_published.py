"""The band of natural variation, as others published it for the same series of values."""

import pytest

import tryghed_dsl as td
from unit.core.vectors import published

FEWEST = 5  # periods that a band rests on


def ends(values: list[float]) -> tuple[float | None, float | None]:
    """The ends of the band over some values, as a target's report gives them."""
    years = range(2001, 2001 + len(values))
    spec = td.loads(
        'agreement "A" { area a }\narea a\nindicator x "X", index\n'
        f"lower: x >= normal({years[0]}..{years[-1]})\n"
        f"upper: x <= normal({years[0]}..{years[-1]})\n"
    )
    figures = {("x", "a", year): value for year, value in zip(years, values, strict=True)}
    report = td.evaluate(spec, figures | {("x", "a", years[-1] + 1): 0.0}, as_of=years[-1] + 1)
    return report["lower"].limit, report["upper"].limit


def test_bands_as_published() -> None:
    rows = published("nhs/xmr_limits.csv")
    # Ours leaves no value out; where theirs does, the band is of fewer values.
    compared = [row for row in rows if row["screen_outliers"] != "True"]
    series = [[float(value) for value in row["values"].split(";")] for row in compared]
    long = [
        (row, values) for row, values in zip(compared, series, strict=True) if len(values) >= FEWEST
    ]
    assert len(long) >= 8
    for row, values in long:
        exactly = pytest.approx((float(row["lpl"]), float(row["upl"])), abs=float(row["tolerance"]))
        assert ends(values) == exactly
