"""Methods for intervals and tests against what their authors and official bodies published."""

import math
from collections.abc import Iterable

import pytest

from tryghed_dsl.core.lower.chance.levels import LEVELS, Level, level_of
from tryghed_dsl.core.lower.chance.methods import (
    byar_lower,
    byar_upper,
    count_lower,
    count_upper,
    score_z,
    square_and_add,
    wilson,
)
from tryghed_dsl.report.p_value import p_value
from unit.core.vectors import known, number, published, worth

# Tables are printed with fewer digits than they were worked out with.
PRINTED = 1e-9


def close(found: float, expected: float, tolerance: float = PRINTED) -> bool:
    return abs(found - expected) <= tolerance * max(1.0, abs(expected))


def count_limits(count: float, level: Level) -> tuple[float, float]:
    return known(count_lower(number(count), level)), known(count_upper(number(count), level))


def wilson_limits(share: float, n: float, z: float) -> tuple[float, float]:
    lower, upper = (wilson(number(share), number(n), z, upper=upper) for upper in (False, True))
    return known(lower), known(upper)


# ------------------------------------------------------------------ levels


def share_within(z: float) -> float:
    """How much of a standard normal distribution lies between -z and z."""
    return math.erf(z / math.sqrt(2))


def poisson(count: int, mean: float) -> float:
    """The chance of so many events or fewer."""
    return math.fsum(math.exp(-mean) * mean**k / math.factorial(k) for k in range(count + 1))


@pytest.mark.parametrize(("per_mille", "level"), LEVELS.items())
def test_z_encloses_the_level(per_mille: int, level: Level) -> None:
    assert share_within(level.z) == pytest.approx(per_mille / 1000, abs=1e-14)


@pytest.mark.parametrize(("per_mille", "level"), LEVELS.items())
def test_exact_limits_leave_half_of_the_rest_on_each_side(per_mille: int, level: Level) -> None:
    tail = (1 - per_mille / 1000) / 2
    assert level.lower[0] == 0
    for count in range(10):
        assert poisson(count, level.upper[count]) == pytest.approx(tail, abs=1e-14)
        if count:
            as_many = 1 - poisson(count - 1, level.lower[count])
            assert as_many == pytest.approx(tail, abs=1e-14)


def test_the_levels_are_those_of_the_language() -> None:
    assert [level_of(c).z for c in (0.8, 0.9, 0.95, 0.98, 0.99, 0.998)] == pytest.approx(
        [1.2816, 1.6449, 1.9600, 2.3263, 2.5758, 3.0902], abs=5e-5
    )
    assert level_of(None) is level_of(0.95)


def test_exact_limits_as_published() -> None:
    for row in published("exact_poisson_0_to_9.csv"):
        count = int(row["count"])
        for name, level in (("95", level_of(0.95)), ("99_8", level_of(0.998))):
            assert close(level.lower[count], float(row[f"lower{name}"]))
            assert close(level.upper[count], float(row[f"upper{name}"]))


# ------------------------------------------------------------------ one count


def test_byar_as_the_english_health_service_has_it() -> None:
    # UK public health's PHEindicatormethods, test data: 65 events at 95 %.
    assert count_limits(65, level_of(0.95)) == pytest.approx(
        (50.163187710459454, 82.849138545939837), rel=PRINTED
    )


def test_byar_begins_at_ten_events() -> None:
    # The same test data: 10 events at 99.8 %.
    assert count_limits(10, level_of(0.998)) == pytest.approx(
        (2.916318374695686, 24.193724927880535), rel=PRINTED
    )


def test_byar_limits() -> None:
    for row in published("phe/byars_wilson.csv"):
        if row["method"] != "Byars":
            continue
        z = level_of(float(row["confidence"].rstrip("%")) / 100).z
        count = number(float(row["x"]))
        if row["lowercl"]:
            assert close(known(byar_lower(count, z)), float(row["lowercl"]))
        assert close(known(byar_upper(count, z)), float(row["uppercl"]))


def rates() -> Iterable[dict[str, str]]:
    return (row for row in published("phe/phe_rate.csv") if row["lower95_0cl"])


def test_rates_have_the_limits_of_their_counts() -> None:
    for row in rates():
        per = float(row["multiplier"]) / float(row["Denominator"])
        for name, level in (("95_0", level_of(0.95)), ("99_8", level_of(0.998))):
            lower, upper = count_limits(float(row["Numerator"]), level)
            assert close(lower * per, float(row[f"lower{name}cl"]))
            assert close(upper * per, float(row[f"upper{name}cl"]))


def verdict(count: float, expected: float) -> str:
    for per_tail, confidence in (("0.001", 0.998), ("0.025", 0.95)):
        lower, upper = count_limits(count, level_of(confidence))
        if lower > expected:
            return f"High ({per_tail})"
        if upper < expected:
            return f"Low ({per_tail})"
    return "Not significant"


def test_counts_against_what_was_expected() -> None:
    rows = published("phe/significance_count_vs_expected.csv")
    assert len(rows) == 300
    wrong = [
        row
        for row in rows
        if verdict(float(row["obs"]), float(row["expected"])) != row["significance"]
    ]
    assert wrong == []


def test_a_small_count_that_is_not_whole_looks_no_surer_than_its_neighbours() -> None:
    level = level_of(0.95)
    assert count_limits(3.5, level) == (level.lower[3], level.upper[4])
    assert count_limits(8.9999999999, level) == (level.lower[9], level.upper[9])
    assert count_limits(0, level) == (0, level.upper[0])


def test_the_limits_of_a_missing_count_are_missing() -> None:
    missing = square_and_add((number(1), number(-4)))
    nothing = count_lower(score_z(number(1), number(1), number(-1)), level_of(0.95))
    assert worth(missing) == pytest.approx(math.sqrt(17))
    assert worth(nothing) is None


# ------------------------------------------------------------------ shares


def test_wilson_as_newcombe_prints_it() -> None:
    # R. G. Newcombe, Statistics in Medicine 17 (1998), p. 861: 15 of 148.
    lower, upper = wilson_limits(15 / 148, 148, level_of(0.95).z)
    assert (lower, upper) == pytest.approx((0.0624, 0.1605), abs=5e-5)


def test_wilson_limits() -> None:
    rows = [r for r in published("intervals/single_proportion.csv") if r["method"] == "wilson"]
    assert len(rows) >= 10
    for row in rows:
        n = float(row["n"])
        found = wilson_limits(float(row["x"]) / n, n, level_of(0.95).z)
        tolerance = max(PRINTED, float(row["tolerance"]))
        assert found == pytest.approx((float(row["lower"]), float(row["upper"])), abs=tolerance)


def test_wilson_limits_of_official_shares() -> None:
    rows = [row for row in published("phe/phe_proportion.csv") if row["lower95_0cl"]]
    assert len(rows) == 16
    for row in rows:
        n, scale = float(row["Denominator"]), float(row["multiplier"])
        for name, level in (("95_0", level_of(0.95)), ("99_8", level_of(0.998))):
            lower, upper = wilson_limits(float(row["Numerator"]) / n, n, level.z)
            assert close(lower * scale, float(row[f"lower{name}cl"]))
            assert close(upper * scale, float(row[f"upper{name}cl"]))


def difference(x1: float, n1: float, x2: float, n2: float) -> tuple[float, float]:
    z = level_of(0.95).z
    (low1, high1), (low2, high2) = wilson_limits(x1 / n1, n1, z), wilson_limits(x2 / n2, n2, z)
    p1, p2 = x1 / n1, x2 / n2
    down = square_and_add((number(p1 - low1), number(high2 - p2)))
    up = square_and_add((number(high1 - p1), number(p2 - low2)))
    return p1 - p2 - known(down), p1 - p2 + known(up)


def test_two_shares_as_newcombe_prints_them() -> None:
    # R. G. Newcombe, Statistics in Medicine 17 (1998), p. 876, table II, method 10.
    assert difference(56, 70, 48, 80) == pytest.approx((0.0524, 0.3339), abs=5e-5)


def test_the_difference_of_two_shares() -> None:
    rows = published("intervals/newcombe1998_difference.csv")
    wilson_rows = [row for row in rows if row["method"] == "wilson"]
    assert len(wilson_rows) == 8
    for row in wilson_rows:
        found = difference(*(float(row[name]) for name in ("x1", "n1", "x2", "n2")))
        assert found == pytest.approx((float(row["lower"]), float(row["upper"])), abs=5e-5)


# ------------------------------------------------------------------ two counts


def z_of(first: float, second: float, ratio: float) -> float:
    return known(score_z(number(first), number(second), number(ratio)))


def test_two_counts_of_the_agreement() -> None:
    # 48 burglaries are the baseline: 69 are within chance at 95 %, 70 are not.
    assert z_of(69, 48, 1.0) == pytest.approx(21 / math.sqrt(117))
    assert z_of(70, 48, 1.0) == pytest.approx(22 / math.sqrt(118))
    assert z_of(69, 48, 1.0) < level_of(0.95).z < z_of(70, 48, 1.0)


def test_no_events_in_either_year_are_no_difference() -> None:
    assert z_of(0, 0, 1.0) == 0
    assert p_value(z_of(0, 0, 1.0)) == 1


def score_rows() -> list[dict[str, str]]:
    rows = published("intervals/two_poisson_counts.csv")
    return [row for row in rows if "score" in row["method"] and "e-test" not in row["method"]]


def test_the_p_value_two_counts() -> None:
    asked = 0
    for row in score_rows():
        kind, _, null = row["null"].partition("=")
        equal = float(null) == 0 if kind == "diff" else True
        if row["method"].startswith("score-log") or not equal:
            continue  # other tests
        asked += 1
        factor = 1.0 if kind == "diff" else float(null)
        ratio = factor * float(row["exposure1"]) / float(row["exposure2"])
        z = z_of(float(row["count1"]), float(row["count2"]), ratio)
        p = p_value(z)
        assert p is not None
        one_sided = p / 2 if z > 0 else 1 - p / 2
        found = p if row["alternative"] == "two-sided" else one_sided
        assert found == pytest.approx(float(row["p_value"]), abs=float(row["tolerance"]))
    assert asked == 4


def test_p_is_two_sided_and_only_where_there_was_a_test() -> None:
    assert p_value(1.959963984540054) == pytest.approx(0.05)
    assert p_value(-1.959963984540054) == pytest.approx(0.05)
    assert p_value(None) is None
