"""Random syntax trees: every form of the language, with awkward names and numbers."""

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from tryghed_dsl.domain.period import Length, Period, PeriodRange
from tryghed_dsl.syntax import nodes
from tryghed_dsl.text.source import Source, Span

HERE = Span(Source("made", ""), 0, 0)

NAMES = st.sampled_from(
    [
        *("indbrud", "hærværk", "ålborg_øst", "x1", "utryg", "by", "normal", "index", "percent"),
        *("goal", "test", "monitor", "warn", "pass", "cite", "area", "baseline", "valid"),
        *("in", "for", "all", "same", "not", "Tyveri/Røveri", "to ord", "2016", "of", "and"),
        *("pp", "missing"),
    ]
).map(lambda text: nodes.Name(text, span=HERE))

TEXTS = st.text(
    alphabet=st.characters(codec="utf-8", exclude_characters='"“”„‟«»\n\r', categories=["L", "Zs"])
    | st.sampled_from("0123456789,.;:(){}#-"),
    max_size=12,
)


def text_node() -> SearchStrategy[nodes.Text]:
    return TEXTS.map(lambda text: Source("", text).text).map(lambda t: nodes.Text(t, span=HERE))


DIGITS = st.integers(0, 99_999).map(str) | st.tuples(st.integers(0, 999), st.integers(0, 99)).map(
    lambda pair: f"{pair[0]}.{pair[1]}"
)

YEARS = st.integers(1500, 2999).map(lambda index: Period(Length.YEAR, index))
PARTS = st.tuples(
    st.sampled_from([Length.HALF, Length.QUARTER, Length.MONTH, Length.SCHOOL_YEAR]),
    st.integers(1990, 2050),
    st.integers(0, 11),
).map(
    lambda given: Period(
        given[0],
        given[1]
        if given[0] is Length.SCHOOL_YEAR
        else given[1] * given[0].value + given[2] % given[0].value,
    )
)
PERIODS = YEARS | PARTS


def when(periods: SearchStrategy[Period] = PERIODS) -> SearchStrategy[nodes.When]:
    return periods.map(lambda period: nodes.When(period, span=HERE))


RANGES = st.tuples(PERIODS, PERIODS).map(
    lambda pair: nodes.Range(PeriodRange(pair[0], pair[1]), span=HERE)
)


def number(*signs: nodes.Sign) -> SearchStrategy[nodes.Number]:
    return st.builds(
        lambda digits, sign: nodes.Number(digits, sign, span=HERE), DIGITS, st.sampled_from(signs)
    )


ANY_NUMBER = number(*nodes.Sign)
SHARES = number(nodes.Sign.PERCENT)
PLAIN = number(nodes.Sign.NONE)


def _wider(
    inner: SearchStrategy[nodes.Expression],
) -> SearchStrategy[nodes.Expression]:
    more = st.lists(st.tuples(st.sampled_from("+-"), inner), min_size=1, max_size=3)
    factors = st.lists(st.tuples(st.sampled_from("*/"), inner), min_size=1, max_size=3)
    return st.one_of(
        st.builds(lambda f, m: nodes.Sum((("+", f), *m), span=HERE), inner, more),
        st.builds(lambda f, m: nodes.Product((("*", f), *m), span=HERE), inner, factors),
        inner.map(lambda x: nodes.Minus(x, span=HERE)),
        st.builds(lambda s, x: nodes.ShareOf(s, x, span=HERE), SHARES, inner),
        st.builds(lambda x, w: nodes.At(x, w, span=HERE), inner, when()),
        st.builds(lambda x, n: nodes.InArea(x, n, span=HERE), inner, NAMES),
        calls(inner),
    )


def calls(inner: SearchStrategy[nodes.Expression]) -> SearchStrategy[nodes.Call]:
    argument = st.builds(
        lambda name, value: nodes.Argument(name, value, span=HERE),
        st.none() | NAMES,
        inner | RANGES,
    )
    return st.builds(
        lambda name, arguments: nodes.Call(name, tuple(arguments), span=HERE),
        NAMES,
        st.lists(argument, max_size=3),
    )


EXPRESSIONS: SearchStrategy[nodes.Expression] = st.recursive(
    ANY_NUMBER | NAMES | when(PARTS), _wider, max_leaves=8
)

CONDITIONS: SearchStrategy[nodes.Condition] = st.one_of(
    st.builds(
        lambda a, o, b: nodes.Limit(a, o, b, span=HERE),
        EXPRESSIONS,
        st.sampled_from(nodes.Operator),
        EXPRESSIONS,
    ),
    st.builds(
        lambda a, b, c: nodes.Band(a, b, c, span=HERE), EXPRESSIONS, EXPRESSIONS, EXPRESSIONS
    ),
    st.builds(lambda a, c: nodes.Trajectory(a, c, span=HERE), EXPRESSIONS, calls(EXPRESSIONS)),
)

CITES = st.builds(lambda c, q: nodes.Cite(c, q, span=HERE), text_node(), st.none() | text_node())
WORDED: SearchStrategy[nodes.Clause] = st.one_of(
    CITES,
    text_node().map(lambda t: nodes.Quote(t, span=HERE)),
    text_node().map(lambda t: nodes.Because(t, span=HERE)),
)
_KIND = nodes.ThresholdKind


def _threshold(
    kinds: list[nodes.ThresholdKind], values: SearchStrategy[nodes.Expression]
) -> SearchStrategy[nodes.Clause]:
    return st.builds(lambda k, v: nodes.Threshold(k, v, span=HERE), st.sampled_from(kinds), values)


THRESHOLDS = _threshold([_KIND.WITHIN, _KIND.WARN_FROM, _KIND.PASS_FROM], ANY_NUMBER) | _threshold(
    [_KIND.ABOVE, _KIND.BELOW], EXPRESSIONS
)


def _clauses(
    *kinds: SearchStrategy[nodes.Clause],
) -> SearchStrategy[tuple[nodes.Clause, ...]]:
    return st.lists(st.one_of(*kinds), max_size=3).map(tuple)


TARGETS = st.builds(
    lambda label, condition, clauses: nodes.Target(label, condition, clauses, span=HERE),
    st.none() | NAMES,
    CONDITIONS,
    _clauses(WORDED, THRESHOLDS),
)
NAME_LISTS = st.lists(NAMES, min_size=1, max_size=3).map(tuple)
MONITORS = st.builds(
    lambda names, clauses: nodes.Monitor(names, clauses, span=HERE), NAME_LISTS, _clauses(WORDED)
)
SIGNED = st.builds(
    lambda sign, digits: nodes.Signed(sign + digits, span=HERE), st.sampled_from(["", "-"]), DIGITS
)
INDICATOR_CLAUSES: SearchStrategy[nodes.Clause] = st.one_of(
    NAMES.map(lambda n: nodes.Word(n, span=HERE)),
    PLAIN.map(lambda n: nodes.Per(n, span=HERE)),
    NAMES.map(lambda n: nodes.From(n, span=HERE)),
    st.booleans().map(lambda low: nodes.Better(low, span=HERE)),
    st.builds(lambda w, v, a: nodes.Stated(w, v, a, span=HERE), when(), SIGNED, st.none() | NAMES),
)
SOURCE_CLAUSES: SearchStrategy[nodes.Clause] = st.one_of(
    NAMES.map(lambda n: nodes.Word(n, span=HERE)),
    NAMES.map(lambda n: nodes.Published(n, span=HERE)),
)
TITLES = st.none() | text_node()
DECLARATIONS: SearchStrategy[nodes.Statement] = st.one_of(
    st.builds(
        lambda n, t, p, parts: nodes.Area(n, t, p, parts, span=HERE),
        NAMES,
        TITLES,
        st.none() | NAMES,
        st.lists(NAMES, max_size=3).map(tuple),
    ),
    st.builds(
        lambda n, t, c: nodes.SourceOfFigures(n, t, c, span=HERE),
        NAMES,
        TITLES,
        _clauses(SOURCE_CLAUSES),
    ),
    st.builds(
        lambda n, t, f, c: nodes.Indicator(n, t, f, c, span=HERE),
        NAMES,
        TITLES,
        st.none() | EXPRESSIONS,
        _clauses(INDICATOR_CLAUSES),
    ),
    st.builds(
        lambda n, t, v: nodes.Benchmark(n, t, v, span=HERE),
        NAMES,
        TITLES,
        EXPRESSIONS | NAMES.map(lambda a: nodes.SameIndicator(a, span=HERE)),
    ),
    st.builds(
        lambda w, n, a, b: nodes.SeriesBreak(w, n, a, b, span=HERE),
        when(),
        NAME_LISTS,
        st.none() | NAMES,
        st.lists(text_node().map(lambda t: nodes.Because(t, span=HERE)), max_size=1).map(tuple),
    ),
)
GOALS = st.builds(
    lambda n, t, c, targets: nodes.Goal(n, t, c, targets, span=HERE),
    NAMES,
    TITLES,
    _clauses(WORDED, st.just(nodes.Partly(span=HERE))),
    st.lists(TARGETS | MONITORS, max_size=3).map(tuple),
)
AGREEMENTS = st.builds(
    lambda t, lines: nodes.Agreement(t, lines, span=HERE),
    text_node(),
    st.lists(
        st.one_of(
            text_node().map(lambda t: nodes.Document(t, span=HERE)),
            RANGES.map(lambda r: nodes.Valid(r, span=HERE)),
            NAMES.map(lambda n: nodes.AgreementArea(n, span=HERE)),
            when().map(lambda w: nodes.AgreementBaseline(w, span=HERE)),
        ),
        max_size=4,
    ).map(tuple),
)
REASONS = st.sampled_from(["met", "near-miss", "early-warning"]).map(
    lambda text: nodes.Name(text, span=HERE)
)
FIGURES = st.builds(
    lambda n, a, w: nodes.Figure(n, a, w, span=HERE), NAMES, st.none() | NAMES, when()
)
TESTS = st.builds(
    lambda t, lines: nodes.Test(t, lines, span=HERE),
    text_node(),
    st.lists(
        st.one_of(
            st.builds(lambda f, v: nodes.Given(f, v, span=HERE), FIGURES, st.none() | SIGNED),
            when().map(lambda w: nodes.AsOf(w, span=HERE)),
            st.builds(
                lambda n, v, r: nodes.Expect(n, v, r, span=HERE), NAMES, NAMES, st.none() | REASONS
            ),
        ),
        max_size=4,
    ).map(tuple),
)
STATEMENTS: SearchStrategy[nodes.Statement] = st.one_of(
    TARGETS, MONITORS, DECLARATIONS, GOALS, AGREEMENTS, TESTS
)
FILES: SearchStrategy[list[nodes.Statement]] = st.lists(STATEMENTS, min_size=1, max_size=4)
