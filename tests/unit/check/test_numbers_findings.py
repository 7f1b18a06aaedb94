"""What is told of numbers that are not what they could be."""

import pytest

from tryghed_dsl.check.expressions import lookups
from unit.check.numbers_text import first_told, told


@pytest.mark.parametrize(
    ("line", "code"),
    [
        # one value has no mean, a window needs something to look at
        ("t: mean(indbrud) <= 5", "E148"),
        ("t: mean() <= 5", "E148"),
        ("t: mean(indbrud, 3 years, 4 years) <= 5", "E148"),
        ("t: mean(3 years) <= 5", "E148"),
        ("t: mean(indbrud, 2.1% a year) <= 5", "E148"),
        ("t: mean(indbrud, 40%..45%) <= 5", "E148"),
        ("t: mean(indbrud, area in districts where utryg > 5) <= 5", "E148"),
        ("t: quantile(indbrud, 3 years) <= 5", "E148"),
        ("t: quantile(indbrud, 0%, 3 years) <= 5", "E110"),
        ("t: quantile(indbrud, 101%, 3 years) <= 5", "E118"),
        ("t: previous(indbrud, tyveri) <= 5", "E148"),
        ("t: previous(3 years) <= 5", "E148"),
        ("t: previous(indbrud, at least 2) <= 5", "E148"),
        ("t: change(indbrud, since=2015) <= 5", "E108"),
        ("t: change(indbrud, from=2015, from=2016) <= 5", "E112"),
        ("t: change(indbrud, from=soon) <= 5", "E110"),
        ("t: change(indbrud, from=20155) <= 5", "E115"),
        ("t: trend(indbrud) <= 5", "E148"),
        ("t: trend(indbrud, tyveri) <= 5", "E148"),
        ("t: rank(utryg) <= 5", "E148"),
        ("t: count(indbrud) <= 5", "E148"),
        ("t: count(year in month where utryg > 5) <= 5", "E148"),
        ("t: count(week in year where utryg > 5) <= 5", "E148"),
        ("t: count(month in 2014..2018 where utryg > 5) <= 5", "E148"),
        ("t: indbrud <= baseline(2015..2014)", "E134"),
        ("t: indbrud <= baseline(2014..now)", "E110"),
        ("t: indbrud <= baseline(tyveri)", "E110"),
        ("t: indbrud <= baseline(2014, 2015)", "E110"),
        ("t: indbrud <= baseline(1)", "E115"),
        ("t: mean(utryg, 1500-01-01..2900-01-01) <= 5", "E147"),
        ("t: rank(vold among districts) <= 3", "E149"),
        ("t: best(vold over districts) <= 3", "E149"),
        ("t: worst(indbrud - tyveri, tyveri) <= 3", "E149"),
        ("t: mean(utryg, 3 years, at least 4) <= 5", "E150"),
        ("t: mean(indbrud, tyveri, at least 3) <= 5", "E150"),
        ("t: mean(utryg, 2014..2018, at least 6) <= 5", "E150"),
        ("t: mean(utryg over districts, at least 3) <= 5", "E150"),
        ("t: mean(utryg, 3 years, at least 0) <= 5", "E150"),
        ("t: mean(utryg, 3 years, at least 1.5) <= 5", "E150"),
        ("t: mean(utryg, 3 years, at least 101%) <= 5", "E150"),
        ("t: indbrud <= normal(2012..2015)", "E158"),
        ("t: indbrud <= normal(2012)", "E148"),
        ("t: indbrud <= normal(2012..now)", "E110"),
        ("t: indbrud <= normal(2012..2016) + 1", "E154"),
        ("t: indbrud <= max(5, normal(2012..2016))", "E154"),
        ("t: mean(utryg, 0 years) <= 5", "E157"),
        ("t: mean(utryg, 1.5 years) <= 5", "E157"),
        ("t: mean(utryg, 4001 days) <= 5", "E157"),
        ("t: mean(utryg, 3 weeks) <= 5", "E157"),
        ("t: mean(utryg over nowhere) <= 5", "E159"),
        ("t: rank(utryg among kbh) <= 5", "E159"),
        ("t: count(area in nowhere where utryg > 5) <= 5", "E159"),
        ("t: known(utryg) + 1 <= 5", "E146"),
        ("t: districts + indbrud <= 5", "E146"),
        ("indicators both = indbrud, tyveri\nt: both + 1 <= 5", "E146"),
        ("condition busy = indbrud > 5\nt: busy + 1 <= 5", "E146"),
        ("condition busy(n) = indbrud > n\nt: busy(5) + 1 <= 5", "E146"),
        ("t: it + indbrud <= 5", "E153"),
        ("t: indbrud per 0 borgere <= 5", "E110"),
        ("t: mode(indbrud, 3 years) <= 5", "E107"),
        ("t: indbrud in nowhere <= 5", "E101"),
        ("t: indbrud in districts <= 5", "E145"),
        ("areas d = in valby\nt: indbrud <= 5", "E151"),
        ("areas low = districts where utryg < 5\nareas d = low, kbh\nt: indbrud <= 5", "E152"),
        ("areas d = kbh, nowhere\nt: indbrud <= 5", "E101"),
        ("areas d = in nowhere\nt: indbrud <= 5", "E101"),
        ("indicators v = indbrud, nothing\nt: indbrud <= 5", "E101"),
    ],
)
def test_is_told(line: str, code: str) -> None:
    assert told(line) == [code]


def test_parent_needs_areas_that_lie_in_others() -> None:
    declared = "area kbh\nindicator indbrud, count, lower is better\n"
    assert told("t: indbrud in parent <= 5", declared) == ["E145"]


def test_one_argument_that_does_not_fit_is_marked() -> None:
    marked, _ = first_told("E148", "t: mean(indbrud, 2.1% a year) <= 5")
    assert marked == "2.1% a year"


# ------------------------------------------------------------------ flows of different length


@pytest.mark.parametrize(
    ("line", "marked"),
    [
        ("t: indbrud <= baseline(2020H1)", "2020H1"),
        ("t: opkald <= baseline(2015)", "2015"),
        ("t: opkald <= baseline(2014..2018)", "2014..2018"),
        ("t: indbrud + vold <= baseline(2020H1)", "2020H1"),
        ("t: indbrud <= 2 * indbrud[2018H1]", "2018H1"),
        ("t: indbrud[2018H1] <= 5", "2018H1"),
        ("t: opkald <= opkald[2018]", "2018"),
        ("t: change(indbrud, from=2018H1) <= 5", "2018H1"),
        ("t: sum(indbrud, 12 months) <= 5", "12 months"),
        ("t: sum(indbrud, 2018M01..2018M12) <= 5", "2018M01..2018M12"),
        ("t: count(month in year where indbrud > 5) <= 5", "month"),
        ("t: indbrud <= normal(2016H1..2018H2)", "2016H1..2018H2"),
        ("t: mean(opkald, 3 years) <= baseline(2015M01)", "2015M01"),
    ],
)
def test_flows_of_different_length_are_told(line: str, marked: str) -> None:
    assert told(line) == ["E144"]
    assert first_told("E144", line)[0] == marked


@pytest.mark.parametrize(
    "line",
    [
        "t: opkald <= baseline(2015M01)",
        "t: indbrud <= baseline(2014/15)",  # as long as a year
        "t: borgere <= baseline(2020H1)",  # a stock
        "t: utryg <= baseline(2020H1)",  # a share
        "t: utryg <= utryg[2020H1]",
        "t: mean(opkald, 3 years) <= baseline(2015)",  # years of months, against years
        "t: mean(opkald, 3 years) <= opkald[2015]",
        "t: opkald[2018] <= 500",  # a year is the sum of its months
        "t: sum(opkald, 2018M01..2018M12) <= 5",
        "t: count(month in year where opkald > 5) <= 5",
        "t: count(month in year where utryg > 5) <= 5",
    ],
)
def test_these_go_together(line: str) -> None:
    assert told(line) == []


def test_the_length_of_the_flow_is_shown_by_a_period() -> None:
    _, words = first_told("E144", "t: opkald <= baseline(2015)")
    assert (words["name"], words["own"]) == ("opkald", "2015M01")


# ------------------------------------------------------------------ written out


def test_a_let_that_is_wrong_is_told_once_however_often_it_is_used() -> None:
    line = "let most = nothing + 1\na: indbrud <= most\nb: tyveri <= most\n"
    assert told(line) == ["E101"]


def test_what_is_wrong_in_a_let_inside_a_let_is_told_once() -> None:
    line = "let most = nothing + 1\nlet more = most + 1\na: indbrud <= more\nb: tyveri <= more\n"
    assert told(line) == ["E101"]


def test_a_let_that_nothing_uses_is_checked_too() -> None:
    assert told("let most = nothing + 1\nt: indbrud <= 5") == ["E101"]


def test_a_benchmark_that_nothing_uses_needs_no_subject() -> None:
    line = "benchmark before = baseline(2015)\nbenchmark here = same indicator in kbh\n"
    assert told(f"{line}t: indbrud <= 5") == []


@pytest.mark.parametrize(
    ("line", "circle"),
    [
        ("let a = b + 1\nlet b = a + 1\n", "a -> b -> a"),
        ("let a = if c then 1 else 2\ncondition c = indbrud > a\n", "a -> c -> a"),
        ("condition c = not d\ncondition d = not c\n", "c -> d -> c"),
        ("areas a = b\nareas b = a\n", "a -> b -> a"),
        ("areas a = kbh where count(area in a where utryg > 5) > 1\n", "a -> a"),
        ("indicator x = mean(y over a)\nindicator y = utryg\nareas a = kbh where x > 5\n", ""),
        ("area a in b\narea b in a\n", "a -> b -> a"),
    ],
)
def test_circles_are_told_once(line: str, circle: str) -> None:
    written = f"{line}t: indbrud <= 5"
    assert told(written) == ["E119"]
    assert first_told("E119", written)[1]["circle"] == (circle or "x -> a -> x")


def test_names_of_names_do_not_grow_without_end() -> None:
    doubled = "".join(f"let a{n} = a{n + 1} + a{n + 1}\n" for n in range(25))
    assert "E128" in told(f"{doubled}let a25 = 1\nt: indbrud <= a0")


def test_a_window_in_a_window_does_not_grow_without_end() -> None:
    assert told("t: mean(mean(ozon, 4000 days), 4000 days) <= 5") == ["E128"]


def test_what_is_used_in_many_places_does_not_grow_without_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(lookups, "MOST", 1000)
    line = "let long = " + " + ".join(["1"] * 100) + "\n"
    assert told(line + targets(10)) == []
    assert told(line + targets(11)) == ["E128"]


def targets(many: int) -> str:
    return "".join(f"t{number}: indbrud <= long\n" for number in range(many))


# ------------------------------------------------------------------ declared twice


@pytest.mark.parametrize(
    "line",
    [
        "let indbrud = 5\n",
        "condition indbrud = utryg > 5\n",
        "indicators indbrud = utryg\n",
        "areas kbh = amager\n",
        "area x = districts + amager\n",
    ],
)
def test_a_name_means_one_thing(line: str) -> None:
    assert "E102" in told(f"{line}t: tyveri <= 5")


def test_nothing_is_wrong_with_what_the_tests_declare() -> None:
    assert told("t: indbrud <= 5") == []
