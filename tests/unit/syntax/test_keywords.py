"""Words of the language as names, and words that only begin like one."""

import pytest

from tryghed_dsl.syntax import nodes
from unit.syntax.trees import HERE, condition, limit, name, number, read, reprinted

WORDS = [
    *("a", "n", "over", "among", "now", "each", "by", "year", "where", "latest", "condition"),
    *("let", "use", "of", "per", "then", "else", "since", "after", "running", "the", "replace"),
    *("retire", "areas", "indicators", "revises", "effective", "confidence", "precision"),
    *("design", "when", "valid", "judge", "goal", "test", "area", "pp", "between", "and", "when"),
    *("warn", "pass", "cite", "monitor", "given", "missing", "lower", "published", "least", "når"),
]


@pytest.mark.parametrize("word", sorted(set(WORDS)))
def test_a_word_of_the_language_may_be_a_name(word: str) -> None:
    named = name(word)
    assert condition(f"{word} <= 5") == limit(word, "<=", "5")
    assert condition(f"{word}: x <= 5") == limit("x", "<=", "5")
    assert condition(f"x <= {word}") == nodes.Limit(
        name("x"), nodes.Operator.AT_MOST, named, span=HERE
    )
    calculated = condition(f"n + {word} - a <= 2 * {word}, when {word} > 5")
    assert isinstance(calculated, nodes.Limit)
    assert calculated.subject == nodes.Sum(
        (("+", name("n")), ("+", named), ("-", name("a"))), span=HERE
    )


@pytest.mark.parametrize("word", sorted(set(WORDS)))
def test_it_may_be_one_beside_words_of_the_language(word: str) -> None:
    named = name(word)
    assert condition(f"{word} in {word} <= 5") == nodes.Limit(
        nodes.InArea(named, named, span=HERE), nodes.Operator.AT_MOST, number("5"), span=HERE
    )
    assert condition(f"{word}[2015] between {word} and {word}") == nodes.Band(
        condition_subject(f"{word}[2015] <= 1"), named, named, span=HERE
    )
    assert condition(f"{word} per 1000 {word} <= 5") == nodes.Limit(
        nodes.Rate(named, number("1000"), named, span=HERE),
        nodes.Operator.AT_MOST,
        number("5"),
        span=HERE,
    )
    run = condition(f"{word} for 3 years running")
    assert isinstance(run, nodes.Running)
    assert run.condition == nodes.Bare(named, span=HERE)
    every = condition(f"every area in {word}: {word} <= 5")
    assert isinstance(every, nodes.Every)
    assert every.within == named


def condition_subject(text: str) -> nodes.Expression:
    read_limit = condition(text)
    assert isinstance(read_limit, nodes.Limit)
    return read_limit.subject


@pytest.mark.parametrize("word", sorted(set(WORDS)))
def test_it_may_be_an_argument(word: str) -> None:
    named = name(word)
    called = condition_subject(f"mean({word}, n, {word} over {word}, {word}=5) <= 1")
    assert isinstance(called, nodes.Call)
    values = [argument.value for argument in called.arguments]
    assert values == [named, name("n"), nodes.Over(named, named, span=HERE), number("5")]
    counted = condition_subject(f"count({word} in {word} where {word}) <= 1")
    assert isinstance(counted, nodes.Call)
    assert counted.arguments[0].value == nodes.Counted(
        named, named, nodes.Bare(named, span=HERE), span=HERE
    )


@pytest.mark.parametrize("word", sorted(set(WORDS)))
def test_it_may_be_declared(word: str) -> None:
    assert read(f'area {word} "T" in {word}') == nodes.Area(
        name(word), nodes.Text("T", span=HERE), name(word), (), span=HERE
    )
    assert read(f"let {word} = {word}") == nodes.Let(name(word), None, name(word), span=HERE)
    assert read(f"condition {word}({word}) = {word}") == nodes.NamedCondition(
        name(word), (name(word),), None, nodes.Bare(name(word), span=HERE), span=HERE
    )
    assert read(f"areas {word} = {word}, {word}") == nodes.AreaList(
        name(word), None, (name(word), name(word)), span=HERE
    )


@pytest.mark.parametrize("word", sorted(set(WORDS) - {"pp"}))
def test_it_may_be_a_unit(word: str) -> None:
    lasting = condition(f"for 3 {word} running: x <= 5")
    assert isinstance(lasting, nodes.Running)
    assert lasting.duration.unit == name(word)


@pytest.mark.parametrize("word", ["inkbh", "percent", "notx", "allof", "ofx", "ifx", "ppx"])
def test_a_word_that_begins_like_one_of_the_language_is_another(word: str) -> None:
    assert condition(f"{word} <= 5") == limit(word, "<=", "5")


@pytest.mark.parametrize("word", ["all", "any", "at", "every", "for", "if", "in", "no", "not"])
def test_a_reserved_word_is_a_name_in_backticks(word: str) -> None:
    assert condition(f"`{word}` <= 5") == limit(word, "<=", "5")
    assert reprinted(f"`{word}` <= 5") == f"`{word}` <= 5"


@pytest.mark.parametrize("text", ["goal of {\n}", "for each area in of {\n}"])
def test_of_may_be_the_last_name_before_a_block(text: str) -> None:
    assert reprinted(text) == text.replace("of", "`of`")
