"""A spec as plain data of the oracle's own: what it says, without how it is written."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

# ------------------------------------------------------------------ expressions


@dataclass(frozen=True, slots=True)
class Num:
    """`48`, `8%`, `2 pp`."""

    value: Fraction
    sign: Literal["", "%", "pp"] = ""


@dataclass(frozen=True, slots=True)
class Name:
    """An indicator, benchmark, let or parameter; `it` in a quantifier over indicators."""

    name: str


@dataclass(frozen=True, slots=True)
class Sum:
    terms: tuple[tuple[str, "Expression"], ...]


@dataclass(frozen=True, slots=True)
class Product:
    factors: tuple[tuple[str, "Expression"], ...]


@dataclass(frozen=True, slots=True)
class Minus:
    operand: "Expression"


@dataclass(frozen=True, slots=True)
class ShareOf:
    """`98% of x`."""

    percent: Fraction
    whole: "Expression"


@dataclass(frozen=True, slots=True)
class At:
    """`x[2015]`."""

    operand: "Expression"
    year: int


@dataclass(frozen=True, slots=True)
class InArea:
    """`x in kbh`; `parent` is the area that the judged one lies in."""

    operand: "Expression"
    area: str


@dataclass(frozen=True, slots=True)
class Rate:
    """`x per 1000 population`."""

    part: "Expression"
    per: int
    whole: "Expression"


@dataclass(frozen=True, slots=True)
class If:
    condition: "Condition"
    then: "Expression"
    otherwise: "Expression"


@dataclass(frozen=True, slots=True)
class Years:
    """`3 years`, counted back from the judged one."""

    number: int


@dataclass(frozen=True, slots=True)
class Span:
    """`2014..2018`; without a last year `2014..now`."""

    first: int
    last: int | None = None


@dataclass(frozen=True, slots=True)
class Least:
    """`at least 2`, `at least 90%`."""

    number: Fraction
    share: bool = False


@dataclass(frozen=True, slots=True)
class Baseline:
    """`baseline(2015)`, `baseline(2014..2018)`."""

    first: int
    last: int | None = None


@dataclass(frozen=True, slots=True)
class Window:
    """`mean(x, 3 years)`; `share` is that of a quantile, in percent."""

    function: str
    operand: "Expression"
    span: Years | Span
    least: Least | None = None
    share: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Previous:
    operand: "Expression"


@dataclass(frozen=True, slots=True)
class Change:
    operand: "Expression"
    since: int | None = None


@dataclass(frozen=True, slots=True)
class Together:
    """`mean(a, b, c)`, also min, max and sum."""

    function: str
    parts: tuple["Expression", ...]
    least: Least | None = None


@dataclass(frozen=True, slots=True)
class OverAreas:
    """`mean(x over districts)`."""

    function: str
    operand: "Expression"
    areas: str
    least: Least | None = None
    share: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Rank:
    """`rank(x among oecd)`."""

    operand: "Expression"
    areas: str
    least: Least | None = None


@dataclass(frozen=True, slots=True)
class Count:
    """`count(area in districts where C)`, `count(year in 2014..2018 where C)`."""

    within: str | Span
    condition: "Condition"


@dataclass(frozen=True, slots=True)
class Normal:
    """`normal(2012..2016)`."""

    span: Span


Expression = (
    Num
    | Name
    | Sum
    | Product
    | Minus
    | ShareOf
    | At
    | InArea
    | Rate
    | If
    | Baseline
    | Window
    | Previous
    | Change
    | Together
    | OverAreas
    | Rank
    | Count
    | Normal
)

# ------------------------------------------------------------------ conditions


@dataclass(frozen=True, slots=True)
class Limit:
    subject: Expression
    operator: Literal["<=", "<", ">=", ">", "=="]
    limit: Expression


@dataclass(frozen=True, slots=True)
class Band:
    subject: Expression
    low: Expression
    high: Expression


@dataclass(frozen=True, slots=True)
class Milestone:
    """`2018: 10`, `2018: reduce 30%`; `least` is the smaller end of a band of amounts."""

    year: int
    value: Num
    change: Literal["", "reduce", "increase"] = ""
    least: Num | None = None


@dataclass(frozen=True, slots=True)
class Objective:
    """What follows the arrow.

    Attributes:
        kind: `approach`, `reach`, `reduce`, `increase`, `grow` or `improve`.
        value: the reference, the end value, the amount, the growth or the step; None where
            `improve` has no step.
        least: the smaller end of a band of amounts, whose larger one is `value`.
        path: `geometric`, or the milestones.
        years: of a projection.
    """

    kind: str
    value: Expression | None = None
    least: Num | None = None
    by: int | None = None
    since: int | Span | None = None
    start: Expression | None = None
    close: Fraction | None = None
    ratio: bool = False
    frozen: bool = False
    tolerance: Num | None = None
    judge: Literal["path", "end", "pace", "projection"] = "path"
    years: int = 5
    path: Literal["linear", "geometric"] | tuple[Milestone, ...] = "linear"


@dataclass(frozen=True, slots=True)
class Trajectory:
    subject: Expression
    objective: Objective


@dataclass(frozen=True, slots=True)
class Named:
    """`busy`, `exposed(40, 60)`."""

    name: str
    arguments: tuple[Expression, ...] = ()


@dataclass(frozen=True, slots=True)
class Known:
    """`known(x)`."""

    operand: Expression


@dataclass(frozen=True, slots=True)
class Not:
    condition: "Condition"


@dataclass(frozen=True, slots=True)
class Clauses:
    """The clauses of a target or a member that have a meaning.

    Attributes:
        within: the margin of `warn within`.
        above, below: the early warnings.
        projection: the years of `judge=projection(5 years)` on a limit.
    """

    within: Num | None = None
    above: Expression | None = None
    below: Expression | None = None
    warn_from: Fraction | None = None
    pass_from: Fraction | None = None
    valid: Span | None = None
    when: "Condition | None" = None
    latest: int | None = None
    confidence: Fraction | None = None
    projection: int | None = None


@dataclass(frozen=True, slots=True)
class Member:
    condition: "Condition"
    clauses: Clauses = Clauses()


@dataclass(frozen=True, slots=True)
class Several:
    """`all of { … }`, `any of { … }`, `at least 2 of { … }`."""

    amount: Literal["all", "any"] | int
    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class Since:
    """`since 2014`, `after 2014`."""

    year: int
    after: bool = False


@dataclass(frozen=True, slots=True)
class Every:
    """`every area in districts: C`, `no year since 2014: C`, `at least 90% of areas in L: C`."""

    amount: Literal["every", "no"] | Least
    each: Literal["area", "indicator", "year"]
    within: str | Since | Span
    condition: "Condition"


@dataclass(frozen=True, slots=True)
class Running:
    """`for 3 years running: C`."""

    years: int
    condition: "Condition"


@dataclass(frozen=True, slots=True)
class OfLatest:
    """`in 4 of the latest 5 years: C`."""

    number: int
    years: int
    condition: "Condition"


Condition = Limit | Band | Trajectory | Named | Known | Not | Several | Every | Running | OfLatest

# ------------------------------------------------------------------ declarations


@dataclass(frozen=True, slots=True)
class Stated:
    """`baseline 2015 = 48`, `baseline 2015 = 48 in amager`."""

    year: int
    value: Fraction
    area: str | None = None


@dataclass(frozen=True, slots=True)
class Indicator:
    """An indicator; `better` is +1 where lower is better and -1 where higher is."""

    name: str
    unit: str = "count"
    better: Literal[1, -1] | None = None
    kind: Literal["flow", "stock", "average"] | None = None
    stated: tuple[Stated, ...] = ()
    precision: int | None = None
    design: Fraction | None = None
    formula: Expression | None = None

    @property
    def adds_up(self) -> bool:
        """Whether areas are summed; shares, rates and indices are weighed (section 3)."""
        usual = "flow" if self.unit in {"count", "money", "days"} else "average"
        return (self.kind or usual) != "average"


@dataclass(frozen=True, slots=True)
class Area:
    name: str
    parent: str | None = None
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AreaList:
    """Areas and lists named, or the children of `inside`; `where` picks among them."""

    name: str
    members: tuple[str, ...] = ()
    inside: str | None = None
    where: Condition | None = None


@dataclass(frozen=True, slots=True)
class Benchmark:
    """`same indicator in area`, or `function over areas`, or an expression."""

    name: str
    area: str | None = None
    function: str | None = None
    areas: str | None = None
    value: Expression | None = None


@dataclass(frozen=True, slots=True)
class Break:
    year: int
    indicator: str
    area: str | None = None


@dataclass(frozen=True, slots=True)
class NamedCondition:
    name: str
    condition: Condition
    parameters: tuple[str, ...] = ()
    clauses: Clauses = Clauses()


@dataclass(frozen=True, slots=True)
class Target:
    name: str
    condition: Condition
    clauses: Clauses = Clauses()


@dataclass(frozen=True, slots=True)
class Spec:
    """A whole spec; `area` is the agreement's."""

    targets: tuple[Target, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    areas: tuple[Area, ...] = ()
    area: str | None = "own"
    valid: Span | None = None
    baseline: int | None = None
    confidence: Fraction | None = None
    area_lists: tuple[AreaList, ...] = ()
    indicator_lists: tuple[tuple[str, tuple[str, ...]], ...] = ()
    benchmarks: tuple[Benchmark, ...] = ()
    lets: tuple[tuple[str, Expression], ...] = ()
    conditions: tuple[NamedCondition, ...] = ()
    breaks: tuple[Break, ...] = ()
