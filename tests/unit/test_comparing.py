"""Two wordings compared: what differs, and whether the new one is stricter or looser.

Whether it is, is also found by trial: every wording is judged on many figures, and a stricter one
may then never have given a better verdict than the looser one.
"""

import random
from collections.abc import Iterator, Mapping, Sequence
from itertools import product

import pytest

import tryghed_dsl as td
from tryghed_dsl.check.model import Spec
from tryghed_dsl.comparing.compare import Comparison, compare
from tryghed_dsl.comparing.effect import Effect, Number, Share, What, together, turned
from tryghed_dsl.comparing.targets import Kind
from tryghed_dsl.domain.unit import COUNT

AGREEMENT = 'agreement "Amager" {\n  valid 2017..2020\n  area  amager\n}\n'
PLACES = "area kbh\narea amager in kbh\narea valby in kbh\nareas districts = amager, valby\n"
INDICATORS = """\
indicator x "X", count, lower is better, baseline 2015 = 40
indicator y "Y", count, lower is better
indicator u "U", percent, lower is better
indicator v "V", percent, higher is better
"""
HEAD = AGREEMENT + PLACES + INDICATORS
RANKS = {td.Verdict.FAIL: 0, td.Verdict.WARN: 1, td.Verdict.PASS: 2}
Figures = Mapping[tuple[str, str, int], float]


def spec(lines: str, head: str = HEAD) -> Spec:
    return td.loads(f"{head}{lines}\n", "spec")


def compared(old: str, new: str, figures: Figures | None = None) -> Comparison:
    return compare(spec(old), spec(new), figures, None if figures is None else 2018)


def effect(old: str, new: str, figures: Figures | None = None) -> Effect:
    return together(compared(old, new, figures).effects)


# ------------------------------------------------------------------ effects together


@pytest.mark.parametrize(
    ("effects", "expected"),
    [
        ([], Effect.SAME),
        ([Effect.SAME, Effect.STRICTER], Effect.STRICTER),
        ([Effect.LOOSER, Effect.LOOSER], Effect.LOOSER),
        ([Effect.STRICTER, Effect.LOOSER], Effect.BOTH),
        ([Effect.BOTH, Effect.LOOSER], Effect.BOTH),
        ([Effect.BOTH, Effect.UNCLEAR], Effect.UNCLEAR),
    ],
)
def test_effects_add_up(effects: Sequence[Effect], expected: Effect) -> None:
    assert together(effects) is expected
    assert turned(together(effects)) is together(map(turned, effects))


# ------------------------------------------------------------------ by trial


LIMITS = [
    f"x {operator} {limit}{margin}{early}"
    for operator, limit, margin, early in product(
        ("<=", "<", ">=", ">", "=="),
        ("40", "44", "baseline(2015)"),
        ("", ", warn within 5%", ", warn within 3"),
        ("", ", warn above 35", ", warn below 50"),
    )
    if not early or operator[0] == {"above": "<", "below": ">"}[early.split()[2]]
]
BANDS = [
    f"x between {low} and {high}{margin}"
    for low, high, margin in product((30, 35), (40, 44), ("", ", warn within 5%"))
]
# Every quarter from 20 to 60, and where margins end: 44 and 40 with 5 % more and less.
VALUES = [quarter / 4 for quarter in range(80, 241)] + [46.2, 41.8, 38.0, 31.5, 28.5, 36.75, 33.25]


def test_limits_are_stricter_or_looser_as_a_trial_shows() -> None:
    specs = [spec(line) for line in (*LIMITS, *BANDS)]
    verdicts = [list(ranks_by_value(each)) for each in specs]
    for old, new in pairs_of(len(specs)):
        found = together(compare(specs[old], specs[new]).effects)
        assert found is by_trial(verdicts[old], verdicts[new]), (old, new)


def pairs_of(count: int) -> Iterator[tuple[int, int]]:
    """Some pairs of wordings, each wording on both sides."""
    drawn = random.Random(1)  # noqa: S311 -- no secret
    return ((old, new) for old in range(count) for new in drawn.sample(range(count), 25))


def ranks_by_value(each: Spec) -> Iterator[int]:
    judge = td.compile(each, 2018)
    return (RANKS[judge({("x", "amager", 2018): value})["x"].verdict] for value in VALUES)


def by_trial(old: Sequence[int], new: Sequence[int]) -> Effect:
    pairs = list(zip(old, new, strict=True))
    worse, better = any(a > b for a, b in pairs), any(a < b for a, b in pairs)
    if worse and better:
        return Effect.BOTH
    if worse:
        return Effect.STRICTER
    return Effect.LOOSER if better else Effect.SAME


TRAJECTORIES = [
    *(
        f"x -> approach(y, from=2015, by={by}{close}{tolerance}){clause}"
        for by, close, tolerance, clause in product(
            (2019, 2020),
            ("", ", close=50%", ", close=100%"),
            ("", ", tolerance=2"),
            ("", ", warn from 50%", ", warn from 70%", ", pass from 80%"),
        )
        if close or not clause
    ),
    *(f"x -> reach({to}, from=2015, by={by})" for to, by in product((10, 8), (2019, 2020))),
    *(f"x -> reduce({less}, from=2015, by={by})" for less, by in product((4, 9), (2019, 2020))),
    *(f"x -> reduce({less}%, from=2015, by=2020)" for less in (20, 30)),
    "x -> improve(from=2015, by=2020)",
    *(f"x -> improve({step}, each=year, from=2015, by=2020)" for step in (1, 2)),
    *(f"x -> grow(-{rate}% a year, from=2015)" for rate in (2, 3)),
    *(
        f"x -> reach(8, from=2015, by=2020, path={{2018: {first}, 2019: 10}}){margin}"
        for first, margin in product((14, 12), ("", ", warn within 5%", ", warn within 9%"))
    ),
]


def test_no_trajectory_called_stricter_ever_gives_a_better_verdict() -> None:
    head = HEAD.replace(", baseline 2015 = 40", "")
    specs = [spec(line, head) for line in TRAJECTORIES]
    series = [list(ranks_by_series(each)) for each in specs]
    told = 0
    for old, new in product(range(len(specs)), repeat=2):
        found = together(compare(specs[old], specs[new]).effects)
        seen = by_trial(*both_known(series[old], series[new]))
        assert found in (seen, Effect.BOTH, Effect.UNCLEAR) or seen is Effect.SAME, (
            TRAJECTORIES[old],
            TRAJECTORIES[new],
        )
        told += found in (Effect.STRICTER, Effect.LOOSER)
    assert told > len(specs)


def both_known(old: Sequence[int | None], new: Sequence[int | None]) -> tuple[list[int], list[int]]:
    pairs = [(a, b) for a, b in zip(old, new, strict=True) if a is not None and b is not None]
    return [a for a, _ in pairs], [b for _, b in pairs]


def ranks_by_series(each: Spec) -> Iterator[int | None]:
    """The verdicts on many made-up series; None where there is no verdict of the three."""
    drawn = random.Random(2)  # noqa: S311 -- no secret
    judges = {year: td.compile(each, year) for year in (2017, 2018, 2019, 2020)}
    for year, judge in judges.items():
        for _ in range(60):
            figures = {
                (name, "amager", each_year): float(drawn.choice([6, 8, 9, 10, 11, 12, 14, 18]))
                for name in "xy"
                for each_year in range(2015, year + 1)
            }
            yield RANKS.get(judge(figures)["x"].verdict)


# ------------------------------------------------------------------ limits that are calculated


def test_a_stated_baseline_needs_no_figures() -> None:
    (change,) = compared("x <= baseline(2015)", "x <= 38, warn within 5%").targets
    assert (change.kind, change.effect) == (Kind.CHANGED, Effect.STRICTER)
    assert not change.on_figures
    assert [(each.what, each.old, each.new) for each in change.differences] == [
        (What.LIMIT, Number(40, COUNT), Number(38, COUNT)),
        (What.WITHIN, None, Share(0.05)),
    ]


@pytest.mark.parametrize(
    ("old", "new", "value", "expected"),
    [
        ("y <= baseline(2015)", "y <= 38", 40, Effect.STRICTER),
        ("y <= baseline(2015)", "y <= 38", 36, Effect.LOOSER),
        ("y <= baseline(2015)", "y <= 38", 38, Effect.SAME),
        ("y <= 98% of baseline(2015)", "y <= 95% of baseline(2015)", 40, Effect.STRICTER),
        ("y <= if known(y[2015]) then 5 else 9", "y <= 7", 40, Effect.LOOSER),
    ],
)
def test_what_depends_on_figures_is_compared_on_them_or_not_at_all(
    old: str, new: str, value: float, expected: Effect
) -> None:
    assert effect(old, new) is Effect.UNCLEAR
    (change,) = compared(old, new, {("y", "amager", 2015): value}).targets
    assert change.effect is expected
    assert change.on_figures


def test_figures_that_lack_the_year_tell_nothing() -> None:
    figures = {("y", "amager", 2018): 40.0}
    assert effect("y <= baseline(2015)", "y <= 38", figures) is Effect.UNCLEAR


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("", ", warn within 5%", Effect.LOOSER),
        (", warn within 5%", ", warn within 9%", Effect.LOOSER),
        (", warn within 5", ", warn within 3", Effect.STRICTER),
        (", warn within 5", ", warn within 5%", Effect.UNCLEAR),
        ("", ", warn above 30", Effect.STRICTER),
        (", warn above 30", ", warn above 33", Effect.LOOSER),
        (", confidence 95%", ", confidence 99%", Effect.LOOSER),
    ],
)
def test_beside_a_limit_that_is_the_same_it_need_not_be_known(
    old: str, new: str, expected: Effect
) -> None:
    limit = "y <= baseline(2015)"
    assert effect(limit + old, limit + new) is expected


# ------------------------------------------------------------------ other changes


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("x <= 5", 'x <= 5, cite "2"', Effect.SAME),
        ("x <= 40", "x <= baseline(2015)", Effect.SAME),
        ("x <= 5", "y <= 4", Effect.BOTH),  # one taken away, one added
        ("a: x <= 5", "a: y <= 4", Effect.UNCLEAR),
        ("x <= 5, confidence 95%", "x <= 5", Effect.STRICTER),
        ("x <= 5", "monitor x", Effect.LOOSER),
        ("monitor x", "x <= 5", Effect.STRICTER),
        ("x <= 5", "x <= 5, when y > 3", Effect.LOOSER),
        ("x <= 5, when y > 3", "x <= 5", Effect.STRICTER),
        ("x <= 5, when y > 3", "x <= 5, when y > 4", Effect.UNCLEAR),
        ("x <= 5", "x <= 5, valid 2018..2019", Effect.LOOSER),
        ("x <= 5, valid 2018..2019", "x <= 5, valid 2017..2019", Effect.STRICTER),
        ("x <= 5, valid 2018..2019", "x <= 5, valid 2019..2020", Effect.BOTH),
        ("x <= 5", "x <= 5, latest within 1 year", Effect.UNCLEAR),
        ("x <= 5", "x -> reach(5, from=2015, by=2020)", Effect.UNCLEAR),
        ("v >= 60%", "v >= 65%", Effect.STRICTER),
        ("v -> reach(60%, from=2015, by=2020)", "v -> reach(65%, from=2015, by=2020)",
         Effect.STRICTER),
        ("x -> reach(9, from=2015, by=2020)", "x -> reach(9, from=2016, by=2020)", Effect.UNCLEAR),
        ("x -> reach(9, from=2015, by=2020)", "x -> reach(9, from=2015, by=2020, judge=end)",
         Effect.UNCLEAR),
        ("x -> approach(x in kbh, from=2015, by=2020)",
         "x -> approach(y, from=2015, by=2020)", Effect.UNCLEAR),
        ("x <= 5, judge=projection(5 years)", "x <= 5", Effect.UNCLEAR),
    ],
)  # fmt: skip
def test_other_changes(old: str, new: str, expected: Effect) -> None:
    assert effect(old, new) is expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("all of { x <= 5; y <= 5 }", "all of { x <= 5; y <= 4 }", Effect.STRICTER),
        ("all of { x <= 5; y <= 5 }", "all of { x <= 6; y <= 4 }", Effect.BOTH),
        ("all of { x <= 5; y <= 5 }", "all of { y <= 5; x <= 5 }", Effect.SAME),
        ("all of { x <= 5; y <= 5 }", "all of { x <= 5; y <= 5; u <= 5% }", Effect.STRICTER),
        ("any of { x <= 5; y <= 5 }", "any of { x <= 5; y <= 5; u <= 5% }", Effect.LOOSER),
        ("any of { x <= 5; y <= 5 }", "any of { x <= 5 }", Effect.STRICTER),
        ("at least 1 of { x <= 5; y <= 5 }", "at least 2 of { x <= 5; y <= 5 }", Effect.STRICTER),
        ("any of { x <= 5; y <= 5 }", "all of { x <= 5; y <= 5 }", Effect.UNCLEAR),
        ("not x > 5", "not x > 4", Effect.STRICTER),
        ("every area in districts: x <= 5", "every area in districts: x <= 6", Effect.LOOSER),
        ("no area in districts: x > 5", "no area in districts: x > 6", Effect.LOOSER),
        ("at least 1 areas in districts: x <= 5", "every area in districts: x <= 5",
         Effect.STRICTER),
        ("every year since 2015: x <= 5", "every year since 2015: x <= 4", Effect.STRICTER),
        ("every year since 2015: x <= 5", "every year since 2016: x <= 5", Effect.UNCLEAR),
        ("for 3 years running: x <= 5", "in 2 of the latest 3 years: x <= 5", Effect.LOOSER),
    ],
)  # fmt: skip
def test_what_is_made_of_conditions(old: str, new: str, expected: Effect) -> None:
    assert effect(f"a: {old}", f"a: {new}") is expected


def changed_head(old: str, new: str) -> str:
    assert old in HEAD
    return HEAD.replace(old, new)


@pytest.mark.parametrize(
    ("line", "head", "expected"),
    [
        ("x <= baseline(2015)", changed_head("= 40", "= 42"), Effect.LOOSER),
        ("x <= 98% of baseline(2015)", changed_head("= 40", "= 38"), Effect.STRICTER),
        ("x <= 5", changed_head("= 40", "= 42"), Effect.SAME),
        ("x -> reduce(5, from=2015, by=2020)", changed_head("= 40", "= 42"), Effect.UNCLEAR),
        ("x <= 5", changed_head('"X", count', '"X", money'), Effect.UNCLEAR),
        ("x <= 5", changed_head('"X", count', '"Nyt navn", count'), Effect.SAME),
        ("y <= 5", changed_head('"X", count', '"X", money'), Effect.SAME),
        ("x <= 5", changed_head("2017..2020", "2017..2019"), Effect.LOOSER),
        ("x <= 5", changed_head("2017..2020", "2017..2021"), Effect.STRICTER),
        ("x <= 5", changed_head("area  amager", "area  valby"), Effect.UNCLEAR),
        ("x <= 5", changed_head("area valby in kbh", "area valby in amager"), Effect.UNCLEAR),
        ("x <= 5", changed_head("= amager, valby", "= amager"), Effect.UNCLEAR),
        ("x <= 5", HEAD + "break 2018 in x\n", Effect.UNCLEAR),
        ("x <= 5", HEAD + 'indicator ny "Ny", count\n', Effect.SAME),
    ],
)
def test_what_changes_around_a_target(line: str, head: str, expected: Effect) -> None:
    found = compare(spec(line), spec(line, head))
    assert together(found.effects) is expected


def test_a_goal_that_may_be_met_in_part_is_looser() -> None:
    old, new = 'goal g "G" { x <= 5 }', 'goal g "G", partly { x <= 5 }'
    assert (effect(old, new), effect(new, old)) == (Effect.LOOSER, Effect.STRICTER)


# ------------------------------------------------------------------ what has come and gone


def test_what_has_come_and_gone_is_told_in_the_order_of_the_new_spec() -> None:
    found = compared("x <= 5\nu <= 5%\nmonitor y", "v >= 5%\nx <= 5\nmonitor y")
    assert [(each.kind, each.id, each.effect) for each in found.targets] == [
        (Kind.ADDED, "v", Effect.STRICTER),
        (Kind.REMOVED, "u", Effect.LOOSER),
    ]
    assert found.may_be_looser


def test_what_is_only_watched_promises_nothing_when_it_comes_or_goes() -> None:
    assert (effect("x <= 5", "x <= 5\nmonitor y"), effect("x <= 5\nmonitor y", "x <= 5")) == (
        Effect.SAME,
        Effect.SAME,
    )


@pytest.mark.parametrize(
    ("old", "new", "looser"),
    [
        ("x <= 5", "x <= 5", False),
        ("x <= 5", "x <= 4", False),
        ("x <= 5", "x <= 6", True),
        ("x <= 5, warn above 4", "x <= 4, warn within 50%", True),
        ("y <= baseline(2015)", "y <= 4", True),
        ("x <= 40", "x <= baseline(2015)", False),
    ],
)
def test_never_looser_means_that_it_can_be_told(old: str, new: str, looser: bool) -> None:  # noqa: FBT001 -- a case
    assert compared(old, new).may_be_looser == looser


# ------------------------------------------------------------------ verdicts


def test_verdicts_that_flip_are_those_of_targets_in_both() -> None:
    figures = {("x", "amager", 2018): 5.0, ("y", "amager", 2018): 5.0, ("u", "amager", 2018): 5.0}
    found = compared("x <= 5\ny <= 5\nu <= 5%", "x <= 4\ny <= 6\nu <= 4%, warn within 50%", figures)
    assert str(found.as_of) == "2018"
    assert [(each.id, each.old.verdict, each.new.verdict) for each in found.flips] == [
        ("x", td.Verdict.PASS, td.Verdict.FAIL),
        ("u", td.Verdict.PASS, td.Verdict.WARN),
    ]


def test_what_was_watched_and_is_not_does_not_flip() -> None:
    figures = {("x", "amager", 2018): 5.0, ("y", "amager", 2018): 5.0}
    assert compared("x <= 5\nmonitor y", "x <= 5\nmonitor y", figures).flips == ()
    assert [each.id for each in compared("monitor x", "x <= 4", figures).flips] == ["x"]
