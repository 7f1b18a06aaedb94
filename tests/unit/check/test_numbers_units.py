"""Units and directions of numbers that are made of others."""

import pytest

from tryghed_dsl.domain.unit import (
    COUNT,
    NUMBER,
    PERCENT,
    POINTS,
    Direction,
    Quantity,
    Unit,
)
from unit.check.numbers_text import DECLARED, held, spec_of, told

LOWER, HIGHER = Direction.LOWER, Direction.HIGHER
RATE = Unit(Quantity.RATE, 1000)


@pytest.mark.parametrize(
    ("written", "unit"),
    [
        ("mean(utryg, tilfreds)", PERCENT),
        ("sum(utryg, 3 years)", PERCENT),
        ("median(indbrud over districts)", COUNT),
        ("quantile(utryg, 90%, 3 years)", PERCENT),
        ("min(indbrud, 5)", COUNT),
        ("max(8%, utryg)", PERCENT),
        ("previous(utryg)", PERCENT),
        ("change(utryg)", POINTS),
        ("change(indbrud, from=2015)", COUNT),
        ("trend(utryg, 5 years)", POINTS),
        ("trend(indbrud, 5 years)", COUNT),
        ("rank(utryg among districts)", NUMBER),
        ("count(area in districts where utryg > 5)", NUMBER),
        ("indbrud per 1000 borgere", RATE),
        ("utryg per 1000 borgere", NUMBER),
        ("(if utryg > 5 then indbrud else 0)", COUNT),
        ("(if utryg > 5 then utryg else 8%)", PERCENT),
        ("utryg in parent", PERCENT),
    ],
)
def test_units(written: str, unit: Unit) -> None:
    assert held(written).unit == unit


@pytest.mark.parametrize(
    ("line", "codes"),
    [
        ("t: mean(indbrud, utryg) <= 5", ["E103"]),
        ("t: min(indbrud, 8%) <= 5", ["E143"]),
        ("t: indbrud <= if utryg > 5 then indbrud else utryg", ["E103"]),
        ("t: indbrud <= if utryg > 5 then 5 else 8%", ["E103"]),
        ("t: utryg <= if utryg > 5 then 5 else 8%", []),
        ("t: utryg <= if utryg > 5 then 8% else 9%", []),
        ("t: utryg <= if utryg > 5 then 8% else utryg[2015]", []),
        ("t: indbrud <= if utryg > 5 then 8% else 9%", ["E143"]),
        ("t: 8% per 1000 borgere <= 5", ["E143"]),
        ("t: change(utryg) <= 8%", ["E143"]),
        ("t: change(utryg) <= 2 pp", []),
        ("t: indbrud per 1000 borgere <= indbrud", ["E103"]),
        ("t: indbrud per 1000 borgere <= indbrud per 100000 borgere", ["E103"]),
        ("t: rank(utryg among districts) <= 3", []),
    ],
)
def test_units_that_do_not_go_together(line: str, codes: list[str]) -> None:
    assert told(line) == codes


@pytest.mark.parametrize(
    "line",
    [
        "let most = 8%\nt: utryg <= baseline(2015) + most",
        "let most = 8%\nt: utryg <= most + baseline(2015)",
        "t: utryg <= baseline(2015) + (if utryg > 5 then 8% else 9%)",
    ],
)
def test_a_share_by_another_name_is_no_number_of_points(line: str) -> None:
    assert told(line) == ["E104"]


# ------------------------------------------------------------------ which way is better


@pytest.mark.parametrize(
    ("written", "direction"),
    [
        ("indbrud + tyveri", LOWER),
        ("indbrud + vold", LOWER),
        ("vold + 5", None),
        ("indbrud - tyveri", None),
        ("indbrud - 5", None),
        ("-indbrud", None),
        ("mean(utryg, tilfreds)", None),
        ("mean(indbrud - tyveri, tyveri)", None),
        ("mean(tilfreds, 3 years)", HIGHER),
        ("median(tilfreds over districts)", HIGHER),
        ("tilfreds[2015]", HIGHER),
        ("tilfreds in kbh", HIGHER),
        ("previous(tilfreds)", HIGHER),
        ("indbrud per 1000 borgere", LOWER),
        ("98% of tilfreds", HIGHER),
        ("0% of tilfreds", None),
        ("2 * tilfreds", HIGHER),
        ("2 * 3 * tilfreds", HIGHER),
        ("tilfreds / 2", HIGHER),
        ("2 * -3 * tilfreds", None),
        ("2 / tilfreds", None),
        ("2 * indbrud * tyveri", None),
        ("2 * indbrud / tyveri", None),
        ("change(indbrud)", None),
        ("trend(indbrud, 5 years)", None),
        ("rank(utryg among districts)", None),
        ("count(area in districts where utryg > 5)", None),
        ("(if utryg > 5 then indbrud else tyveri)", None),
    ],
)
def test_directions(written: str, direction: Direction | None) -> None:
    assert held(written).direction is direction


@pytest.mark.parametrize(
    ("line", "direction"),
    [
        ("indicator samlet = indbrud + tyveri", LOWER),
        ("indicator samlet = indbrud - tyveri", None),
        ("indicator samlet = indbrud - tyveri, higher is better", HIGHER),
    ],
)
def test_a_formula_has_the_direction_of_its_parts(line: str, direction: Direction | None) -> None:
    spec = spec_of(f"{DECLARED}{line}\nsamlet <= 5\n")
    assert spec.indicators["samlet"].direction is direction
