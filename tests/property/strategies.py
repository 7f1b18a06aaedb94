"""Random syntax trees: every form of the language, with awkward names and numbers."""

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from tryghed_dsl.domain.period import Length, Period
from tryghed_dsl.syntax import nodes
from tryghed_dsl.text.source import Source, Span

HERE = Span(Source("made", ""), 0, 0)
Expressions = SearchStrategy[nodes.Expression]
Conditions = SearchStrategy[nodes.Condition]

NAMES = st.sampled_from(
    [
        *("indbrud", "hærværk", "ålborg_øst", "x1", "utryg", "by", "normal", "index", "percent"),
        *("goal", "test", "monitor", "warn", "pass", "cite", "area", "baseline", "valid"),
        *("in", "for", "all", "same", "not", "Tyveri/Røveri", "to ord", "2016", "of", "and"),
        *("pp", "missing", "a", "n", "over", "among", "now", "each", "year", "where", "latest"),
        *("condition", "let", "use", "replace", "areas", "per", "then", "else", "since", "half"),
        *("when", "running", "the", "least", "precision", "revises", "if", "every", "at"),
    ]
).map(lambda text: nodes.Name(text, span=HERE))

TEXTS = st.text(
    alphabet=st.characters(codec="utf-8", exclude_characters='"“”„‟«»\n\r', categories=["L", "Zs"])
    | st.sampled_from("0123456789,.;:(){}#-"),
    max_size=12,
)


def text_node() -> SearchStrategy[nodes.Text]:
    return TEXTS.map(lambda text: Source("", text).text).map(lambda t: nodes.Text(t, span=HERE))


# ------------------------------------------------------------------ numbers and periods

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


CLOSED_RANGES = st.builds(lambda a, b: nodes.Range(a, b, span=HERE), when(), when())
RANGES = CLOSED_RANGES | when().map(lambda first: nodes.Range(first, None, span=HERE))


def number(*signs: nodes.Sign) -> SearchStrategy[nodes.Number]:
    return st.builds(
        lambda digits, sign: nodes.Number(digits, sign, span=HERE), DIGITS, st.sampled_from(signs)
    )


ANY_NUMBER = number(*nodes.Sign)
SHARES = number(nodes.Sign.PERCENT)
SIGNED_SHARES = SHARES | SHARES.map(
    lambda share: nodes.Number(f"-{share.digits}", share.sign, span=HERE)
)
PLAIN = number(nodes.Sign.NONE)
DURATIONS = st.builds(lambda n, unit: nodes.Duration(n, unit, span=HERE), PLAIN, NAMES)


def _is_no_range(spread: nodes.Spread) -> bool:
    """Two whole numbers of four digits are years."""
    plain = spread.low.sign is nodes.Sign.NONE
    return not (plain and all(len(n.digits) == 4 for n in (spread.low, spread.high)))


SPREADS = (
    st.sampled_from(nodes.Sign)
    .flatmap(lambda sign: st.tuples(number(sign), number(sign)))
    .map(lambda ends: nodes.Spread(*ends, span=HERE))
    .filter(_is_no_range)
)

# ------------------------------------------------------------------ expressions


def _wider(inner: Expressions) -> Expressions:
    more = st.lists(st.tuples(st.sampled_from("+-"), inner), min_size=1, max_size=3)
    factors = st.lists(st.tuples(st.sampled_from("*/"), inner), min_size=1, max_size=3)
    return st.one_of(
        st.builds(lambda f, m: nodes.Sum((("+", f), *m), span=HERE), inner, more),
        st.builds(lambda f, m: nodes.Product((("*", f), *m), span=HERE), inner, factors),
        inner.map(lambda x: nodes.Minus(x, span=HERE)),
        st.builds(lambda s, x: nodes.ShareOf(s, x, span=HERE), SHARES, inner),
        st.builds(lambda x, w: nodes.At(x, w, span=HERE), inner, when()),
        st.builds(lambda x, n: nodes.InArea(x, n, span=HERE), inner, NAMES),
        st.builds(lambda x, n, y: nodes.Rate(x, n, y, span=HERE), inner, PLAIN, inner),
        st.builds(lambda c, x, y: nodes.If(c, x, y, span=HERE), simple(inner), inner, inner),
        calls(inner),
    )


def calls(inner: Expressions) -> SearchStrategy[nodes.Call]:
    argument = st.builds(
        lambda name, value: nodes.Argument(name, value, span=HERE),
        st.none() | NAMES,
        inner | _parts(inner),
    ) | st.builds(lambda n, m: nodes.Argument(n, m, span=HERE), NAMES, _maps(inner))
    return st.builds(
        lambda name, arguments: nodes.Call(name, tuple(arguments), span=HERE),
        NAMES,
        st.lists(argument, max_size=3),
    )


def _parts(inner: Expressions) -> SearchStrategy[nodes.Part]:
    return st.one_of(
        RANGES,
        DURATIONS,
        SPREADS,
        number(nodes.Sign.NONE, nodes.Sign.PERCENT).map(lambda n: nodes.Least(n, span=HERE)),
        st.builds(lambda x, a, g: nodes.Over(x, a, g, span=HERE), inner, NAMES, st.booleans()),
        st.builds(
            lambda e, w, c: nodes.Counted(e, w, c, span=HERE), NAMES, NAMES | RANGES, simple(inner)
        ),
        st.builds(lambda n, unit: nodes.Growth(n, unit, span=HERE), SIGNED_SHARES, NAMES),
    )


def _maps(inner: Expressions) -> SearchStrategy[nodes.Milestones]:
    return st.lists(_milestone(inner), min_size=1, max_size=3).map(
        lambda entries: nodes.Milestones(tuple(entries), span=HERE)
    )


def _milestone(inner: Expressions) -> SearchStrategy[nodes.Milestone]:
    return st.builds(
        lambda w, x: nodes.Milestone(w, None, x, span=HERE), when(), inner
    ) | st.builds(
        lambda w, c, n: nodes.Milestone(w, c, n, span=HERE), when(), NAMES, ANY_NUMBER | SPREADS
    )


# ------------------------------------------------------------------ conditions


def simple(inner: Expressions) -> Conditions:
    """Conditions that hold no others."""
    return st.one_of(
        st.builds(
            lambda a, o, b: nodes.Limit(a, o, b, span=HERE),
            inner,
            st.sampled_from(nodes.Operator),
            inner,
        ),
        st.builds(lambda a, b, c: nodes.Band(a, b, c, span=HERE), inner, inner, inner),
        inner.map(lambda x: nodes.Bare(x, span=HERE)),
        inner.map(lambda x: nodes.Not(nodes.Bare(x, span=HERE), span=HERE)),
        st.builds(
            lambda d, name: nodes.Running(d, nodes.Bare(name, span=HERE), span=HERE),
            DURATIONS,
            NAMES,
        ),
    )


_EXPRESSIONS: Expressions = st.recursive(ANY_NUMBER | NAMES | when(PARTS), _wider, max_leaves=8)


# Drawn by functions, expressions and conditions are named and not spelled out in failures.
@st.composite
def expressions(draw: st.DrawFn) -> nodes.Expression:
    return draw(_EXPRESSIONS)


EXPRESSIONS = expressions()
SINGULARS = st.sampled_from(["area", "indicator", "year", "month", "øre"]).map(
    lambda text: nodes.Name(text, span=HERE)
)
SINCE = st.builds(lambda w, after: nodes.Since(w, after, span=HERE), when(), st.booleans())


def _composed(inner: Conditions) -> Conditions:
    members = st.lists(_member(inner), min_size=1, max_size=3).map(tuple)
    within = NAMES | RANGES | SINCE
    several = st.sampled_from(["all", "any"]) | PLAIN
    return st.one_of(
        inner.map(lambda c: nodes.Not(c, span=HERE)),
        st.builds(lambda n, m: nodes.Several(n, m, span=HERE), several, members),
        st.builds(
            lambda a, e, w, c: nodes.Every(a, e, w, c, span=HERE),
            st.sampled_from(["every", "no"]),
            NAMES,
            within,
            inner,
        ),
        st.builds(
            lambda a, e, w, c: nodes.Every(a, e, w, c, span=HERE),
            number(nodes.Sign.NONE, nodes.Sign.PERCENT) | st.just(nodes.Number("1", span=HERE)),
            SINGULARS,
            within,
            inner,
        ),
        st.builds(lambda d, c: nodes.Running(d, c, span=HERE), DURATIONS, inner),
        st.builds(lambda n, d, c: nodes.OfLatest(n, d, c, span=HERE), PLAIN, DURATIONS, inner),
    )


def _member(inner: Conditions) -> SearchStrategy[nodes.Member]:
    said = WORDED | THRESHOLDS | inner.map(lambda c: nodes.Applies(c, span=HERE))
    return st.builds(lambda c, more: nodes.Member(c, more, span=HERE), inner, _clauses(said))


def _clauses(
    *kinds: SearchStrategy[nodes.Clause],
) -> SearchStrategy[tuple[nodes.Clause, ...]]:
    return st.lists(st.one_of(*kinds), max_size=3).map(tuple)


CITES = st.builds(lambda c, q: nodes.Cite(c, q, span=HERE), text_node(), st.none() | text_node())
BECAUSE = text_node().map(lambda t: nodes.Because(t, span=HERE))
WORDED: SearchStrategy[nodes.Clause] = st.one_of(
    CITES, text_node().map(lambda t: nodes.Quote(t, span=HERE)), BECAUSE
)
_KIND = nodes.ThresholdKind


def _threshold(
    kinds: list[nodes.ThresholdKind], values: Expressions
) -> SearchStrategy[nodes.Clause]:
    return st.builds(lambda k, v: nodes.Threshold(k, v, span=HERE), st.sampled_from(kinds), values)


THRESHOLDS = _threshold([_KIND.WITHIN, _KIND.WARN_FROM, _KIND.PASS_FROM], ANY_NUMBER) | _threshold(
    [_KIND.ABOVE, _KIND.BELOW], EXPRESSIONS
)
_CONDITIONS: Conditions = st.recursive(
    simple(EXPRESSIONS)
    | st.builds(lambda a, c: nodes.Trajectory(a, c, span=HERE), EXPRESSIONS, calls(EXPRESSIONS)),
    _composed,
    max_leaves=4,
)


@st.composite
def conditions(draw: st.DrawFn) -> nodes.Condition:
    return draw(_CONDITIONS)


CONDITIONS = conditions()

# ------------------------------------------------------------------ targets

VALID = CLOSED_RANGES.map(lambda r: nodes.Valid(r, span=HERE))
CONFIDENCE = SHARES.map(lambda n: nodes.Confidence(n, span=HERE))
TARGET_CLAUSES: SearchStrategy[nodes.Clause] = st.one_of(
    WORDED,
    THRESHOLDS,
    VALID,
    CONFIDENCE,
    CONDITIONS.map(lambda c: nodes.Applies(c, span=HERE)),
    DURATIONS.map(lambda d: nodes.LatestWithin(d, span=HERE)),
    EXPRESSIONS.map(lambda x: nodes.Judge(x, span=HERE)),
)


def targets(labels: SearchStrategy[nodes.Name | None]) -> SearchStrategy[nodes.Target]:
    return st.builds(
        lambda label, condition, clauses: nodes.Target(label, condition, clauses, span=HERE),
        labels,
        CONDITIONS,
        _clauses(TARGET_CLAUSES),
    )


TARGETS = targets(st.none() | NAMES)
NAME_LISTS = st.lists(NAMES, min_size=1, max_size=3).map(tuple)
MONITORS = st.builds(
    lambda names, clauses: nodes.Monitor(names, clauses, span=HERE), NAME_LISTS, _clauses(WORDED)
)
JUDGED: SearchStrategy[nodes.Target | nodes.Monitor | nodes.ForEach] = st.recursive(
    TARGETS | MONITORS,
    lambda inner: st.builds(
        lambda e, w, t: nodes.ForEach(e, w, tuple(t), span=HERE),
        NAMES,
        st.none() | NAMES,
        st.lists(inner, max_size=2),
    ),
    max_leaves=2,
)

# ------------------------------------------------------------------ declarations

SIGNED = st.builds(
    lambda sign, digits: nodes.Signed(sign + digits, span=HERE), st.sampled_from(["", "-"]), DIGITS
)
INDICATOR_CLAUSES: SearchStrategy[nodes.Clause] = st.one_of(
    NAMES.map(lambda n: nodes.Word(n, span=HERE)),
    PLAIN.map(lambda n: nodes.Per(n, span=HERE)),
    NAMES.map(lambda n: nodes.From(n, span=HERE)),
    st.booleans().map(lambda low: nodes.Better(low, span=HERE)),
    st.builds(lambda w, v, a: nodes.Stated(w, v, a, span=HERE), when(), SIGNED, st.none() | NAMES),
    PLAIN.map(lambda n: nodes.Precision(n, span=HERE)),
    PLAIN.map(lambda n: nodes.Design(n, span=HERE)),
)
SOURCE_CLAUSES: SearchStrategy[nodes.Clause] = st.one_of(
    NAMES.map(lambda n: nodes.Word(n, span=HERE)),
    NAMES.map(lambda n: nodes.Published(n, span=HERE)),
    NAME_LISTS.map(lambda names: nodes.Each(names, span=HERE)),
)
TITLES = st.none() | text_node()
INDICATORS = st.builds(
    lambda n, t, f, c: nodes.Indicator(n, t, f, c, span=HERE),
    NAMES,
    TITLES,
    st.none() | EXPRESSIONS,
    _clauses(INDICATOR_CLAUSES),
)
LISTS: SearchStrategy[nodes.Statement] = st.one_of(
    st.builds(
        lambda n, t, m, c: nodes.AreaList(n, t, m, where=c, span=HERE),
        NAMES,
        TITLES,
        NAME_LISTS,
        st.none() | CONDITIONS,
    ),
    st.builds(lambda n, t, w: nodes.AreaList(n, t, (), within=w, span=HERE), NAMES, TITLES, NAMES),
    st.builds(lambda n, t, m: nodes.IndicatorList(n, t, m, span=HERE), NAMES, TITLES, NAME_LISTS),
)
NAMED: SearchStrategy[nodes.Statement] = st.one_of(
    st.builds(lambda n, t, v: nodes.Let(n, t, v, span=HERE), NAMES, TITLES, EXPRESSIONS),
    st.builds(
        lambda n, p, t, c, more: nodes.NamedCondition(n, p, t, c, more, span=HERE),
        NAMES,
        st.just(()) | NAME_LISTS,
        TITLES,
        CONDITIONS,
        _clauses(WORDED, VALID),
    ),
)
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
        lambda n, t, v: nodes.Benchmark(n, t, v, span=HERE),
        NAMES,
        TITLES,
        EXPRESSIONS
        | NAMES.map(lambda a: nodes.SameIndicator(a, span=HERE))
        | st.builds(lambda f, a: nodes.OverAreas(f, a, span=HERE), NAMES, NAMES),
    ),
    st.builds(
        lambda w, n, a, b: nodes.SeriesBreak(w, n, a, b, span=HERE),
        when(),
        NAME_LISTS,
        st.none() | NAMES,
        st.lists(BECAUSE, max_size=1).map(tuple),
    ),
)

# ------------------------------------------------------------------ blocks and files

GOALS = st.builds(
    lambda n, t, c, targets: nodes.Goal(n, t, c, targets, span=HERE),
    NAMES,
    TITLES,
    _clauses(WORDED, CONFIDENCE, st.just(nodes.Partly(span=HERE))),
    st.lists(JUDGED, max_size=3).map(tuple),
)
AGREEMENTS = st.builds(
    lambda t, lines: nodes.Agreement(t, lines, span=HERE),
    text_node(),
    st.lists(
        st.one_of(
            text_node().map(lambda t: nodes.Document(t, span=HERE)),
            VALID,
            CONFIDENCE,
            NAMES.map(lambda n: nodes.AgreementArea(n, span=HERE)),
            (when() | CLOSED_RANGES).map(lambda w: nodes.AgreementBaseline(w, span=HERE)),
        ),
        max_size=4,
    ).map(tuple),
)
REVISIONS: SearchStrategy[nodes.Statement] = st.one_of(
    st.builds(
        lambda p, lines: nodes.Revises(p, tuple(lines), span=HERE),
        text_node(),
        st.lists(when().map(lambda w: nodes.Effective(w, span=HERE)) | BECAUSE, max_size=2),
    ),
    (targets(NAMES) | INDICATORS).map(lambda s: nodes.Replace(s, span=HERE)),
    st.builds(lambda n, c: nodes.Retire(n, c, span=HERE), NAME_LISTS, _clauses(WORDED)),
    text_node().map(lambda t: nodes.Use(t, span=HERE)),
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
            FIGURES.map(lambda f: nodes.Given(f, None, span=HERE)),
            st.builds(
                lambda f, v, n: nodes.Given(f, v, n, span=HERE), FIGURES, SIGNED, st.none() | PLAIN
            ),
            when().map(lambda w: nodes.AsOf(w, span=HERE)),
            st.builds(
                lambda n, v, r: nodes.Expect(n, v, r, span=HERE), NAMES, NAMES, st.none() | REASONS
            ),
        ),
        max_size=4,
    ).map(tuple),
)
STATEMENTS: SearchStrategy[nodes.Statement] = st.one_of(
    *(JUDGED, INDICATORS, LISTS, NAMED, DECLARATIONS, GOALS, AGREEMENTS, REVISIONS, TESTS)
)
FILES: SearchStrategy[list[nodes.Statement]] = st.lists(STATEMENTS, min_size=1, max_size=4)
