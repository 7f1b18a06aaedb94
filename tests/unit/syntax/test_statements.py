"""Statements and clauses: text to tree, and tree to text."""

import pytest

from tryghed_dsl.syntax import nodes
from unit.syntax.trees import (
    HERE,
    call,
    codes,
    duration,
    limit,
    name,
    number,
    percent,
    periods,
    read,
    reprinted,
    text,
    when,
)

TARGET = nodes.Target(name("indbrud"), limit("indbrud", "<=", "45"), span=HERE)
WHY = nodes.Because(text("fordi"), span=HERE)
COUNT = nodes.Word(name("count"), span=HERE)


@pytest.mark.parametrize(
    ("written", "tree"),
    [
        ('use "common.tryghed"', nodes.Use(text("common.tryghed"), span=HERE)),
        ("replace indbrud: indbrud <= 45", nodes.Replace(TARGET, span=HERE)),
        (
            'replace indicator indbrud "Indbrud", count',
            nodes.Replace(
                nodes.Indicator(name("indbrud"), text("Indbrud"), None, (COUNT,), span=HERE),
                span=HERE,
            ),
        ),
        (
            'retire a, b, because "fordi"',
            nodes.Retire((name("a"), name("b")), (WHY,), span=HERE),
        ),
        (
            'areas districts "Bydele" = a, b',
            nodes.AreaList(name("districts"), text("Bydele"), (name("a"), name("b")), span=HERE),
        ),
        (
            "areas districts = in kbh",
            nodes.AreaList(name("districts"), None, (), within=name("kbh"), span=HERE),
        ),
        (
            "areas low = districts where tryg < 85",
            nodes.AreaList(
                name("low"), None, (name("districts"),), where=limit("tryg", "<", "85"), span=HERE
            ),
        ),
        (
            'indicators vaccines "Vacciner" = mfr, dtp',
            nodes.IndicatorList(
                name("vaccines"), text("Vacciner"), (name("mfr"), name("dtp")), span=HERE
            ),
        ),
        ('let most "M" = 5', nodes.Let(name("most"), text("M"), number("5"), span=HERE)),
        (
            "let most = if c > 5 then a else b",
            nodes.Let(
                name("most"),
                None,
                nodes.If(limit("c", ">", "5"), name("a"), name("b"), span=HERE),
                span=HERE,
            ),
        ),
        (
            "condition busy = trafik > 100, valid 2014..2017",
            nodes.NamedCondition(
                name("busy"),
                (),
                None,
                limit("trafik", ">", "100"),
                (nodes.Valid(periods("2014", "2017"), span=HERE),),
                span=HERE,
            ),
        ),
        (
            'condition exposed(work, school) "Udsat" = trafik > 100',
            nodes.NamedCondition(
                name("exposed"),
                (name("work"), name("school")),
                text("Udsat"),
                limit("trafik", ">", "100"),
                span=HERE,
            ),
        ),
        (
            "benchmark city = mean over districts",
            nodes.Benchmark(
                name("city"),
                None,
                nodes.OverAreas(name("mean"), name("districts"), span=HERE),
                span=HERE,
            ),
        ),
        (
            "for each area in districts {\n  indbrud: indbrud <= 45\n}",
            nodes.ForEach(name("area"), name("districts"), (TARGET,), span=HERE),
        ),
        (
            "for each month {\n  indbrud: indbrud <= 45\n}",
            nodes.ForEach(name("month"), None, (TARGET,), span=HERE),
        ),
        (
            'revises "amager-2017.tryghed" {\n  effective 2019\n  because "fordi"\n}',
            nodes.Revises(
                text("amager-2017.tryghed"),
                (nodes.Effective(when("2019"), span=HERE), WHY),
                span=HERE,
            ),
        ),
        (
            'agreement "A" {\n  confidence 95%\n}',
            nodes.Agreement(text("A"), (nodes.Confidence(percent("95"), span=HERE),), span=HERE),
        ),
        (
            'test "t" {\n  given utryg in kbh [2018] = 9 (n 5000)\n}',
            nodes.Test(
                text("t"),
                (
                    nodes.Given(
                        nodes.Figure(name("utryg"), name("kbh"), when("2018"), span=HERE),
                        nodes.Signed("9", span=HERE),
                        number("5000"),
                        span=HERE,
                    ),
                ),
                span=HERE,
            ),
        ),
    ],
)
def test_statements(written: str, tree: nodes.Statement) -> None:
    assert read(written) == tree
    assert reprinted(written) == written


@pytest.mark.parametrize(
    ("written", "tree"),
    [
        ("valid 2014..2017", nodes.Valid(periods("2014", "2017"), span=HERE)),
        ("when trafik > 100", nodes.Applies(limit("trafik", ">", "100"), span=HERE)),
        ("latest within 1 year", nodes.LatestWithin(duration("1", "year"), span=HERE)),
        ("confidence 95%", nodes.Confidence(percent("95"), span=HERE)),
        (
            "judge=projection(5 years)",
            nodes.Judge(call("projection", duration("5", "years")), span=HERE),
        ),
    ],
)
def test_clauses_of_a_target(written: str, tree: nodes.Clause) -> None:
    for statement in (f"x <= 5, {written}", f"x <= 5 {{\n  {written}\n}}"):
        target = read(statement)
        assert isinstance(target, nodes.Target)
        assert target.clauses == (tree,)
        assert reprinted(statement) == f"x <= 5, {written}"


@pytest.mark.parametrize(
    ("written", "tree"),
    [
        ("precision 1", nodes.Precision(number("1"), span=HERE)),
        ("design 1.5", nodes.Design(number("1.5"), span=HERE)),
    ],
)
def test_clauses_of_an_indicator(written: str, tree: nodes.Clause) -> None:
    indicator = read(f"indicator x, {written}")
    assert isinstance(indicator, nodes.Indicator)
    assert indicator.clauses == (tree,)
    assert reprinted(f"indicator x, {written}") == f"indicator x, {written}"


@pytest.mark.parametrize(
    ("written", "tree", "printed"),
    [
        ("every month", nodes.Each((name("month"),), span=HERE), "every month"),
        (
            "every school year",
            nodes.Each((name("school"), name("year")), span=HERE),
            "every school year",
        ),
        ("half-yearly", nodes.Word(name("halfyearly"), span=HERE), "halfyearly"),
        ("halfyearly", nodes.Word(name("halfyearly"), span=HERE), "halfyearly"),
    ],
)
def test_how_often_a_source_has_figures(written: str, tree: nodes.Clause, printed: str) -> None:
    source = read(f"source s, {written}")
    assert isinstance(source, nodes.SourceOfFigures)
    assert source.clauses == (tree,)
    assert reprinted(f"source s, {written}") == f"source s, {printed}"


@pytest.mark.parametrize(
    ("block", "line"),
    [
        (
            'replace indbrud: indbrud <= 45 {\n  because "fordi"\n}',
            'replace indbrud: indbrud <= 45, because "fordi"',
        ),
        ("replace indicator indbrud {\n  count\n}", "replace indicator indbrud, count"),
        ('retire a {\n  because "fordi"\n}', 'retire a, because "fordi"'),
        ("condition c = x > 5 {\n  valid 2014..2017\n}", "condition c = x > 5, valid 2014..2017"),
        ("goal g {\n  confidence 95%\n}", "goal g, confidence 95% {\n}"),
        ('all of {\n  x <= 5\n} {\n  cite "2"\n}', 'all of { x <= 5 }, cite "2"'),
    ],
)
def test_clauses_may_stand_in_a_block(block: str, line: str) -> None:
    assert read(block) == read(line)
    assert reprinted(block) == line


@pytest.mark.parametrize(
    "line",
    [
        'x <= 5, warn within 5% because "fordi"',
        'monitor a because "fordi"',
        'retire a because "fordi"',
        'condition c = x > 5, valid 2014..2017 because "fordi"',
        'goal g because "fordi" {\n}',
        'break 2021 in a because "fordi"',
    ],
)
def test_a_reason_needs_no_comma(line: str) -> None:
    assert read(line) == read(line.replace(" because", ", because"))


def test_a_goal_holds_loops_and_a_loop_holds_loops() -> None:
    written = (
        "goal g {\n  for each area in a {\n    for each month {\n      x <= 5\n    }\n  }\n"
        "  monitor y\n}"
    )
    assert reprinted(written) == written


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("replace indbrud <= 45\n", [("E010", 1, 17)]),
        ("replace indbrud\n", [("E011", 1, 16)]),
        ('use "a" {\n  cite "b"\n}\n', [("E022", 1, 1)]),
        ("let a = 5 {\n}\n", [("E022", 1, 1)]),
        ("x <= 5, confidence 95\n", [("E011", 1, 22)]),
        ("x <= 5, valid 2014..now\n", [("E010", 1, 21)]),
        ('for each area in a {\n  cite "y"\n  x <= 5\n}\n', [("E023", 2, 3)]),
        ("goal g {\n  when x > 5\n}\n", [("E023", 2, 3)]),
        ("let if = 5\n", [("E020", 1, 5)]),
    ],
)
def test_what_cannot_be_read(written: str, expected: list[tuple[str, int, int]]) -> None:
    assert codes(written) == expected
