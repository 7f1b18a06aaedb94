"""The whole query: every area's verdict on every target, one row each."""

from collections.abc import Container, Iterable, Mapping, Sequence

from sqlglot import exp

from tryghed_dsl.domain.verdict import Outcome, Verdict
from tryghed_dsl.engines.database import USUAL, Habits
from tryghed_dsl.engines.relational.cells import AREA, SIZES, Cells, Sizes
from tryghed_dsl.engines.relational.query import CELLS, Group, GroupQuery, Layer
from tryghed_dsl.engines.relational.ranked import numbers
from tryghed_dsl.engines.relational.reach import reach
from tryghed_dsl.engines.relational.relation import Relation
from tryghed_dsl.engines.relational.targets import CERTAIN, FLAGS, TargetNodes
from tryghed_dsl.engines.relational.writing import (
    SQL,
    case,
    column,
    joined,
    layer,
    no_number,
    text,
)

TARGET, VERDICT, REASON = "target", "verdict", "reason"
_PLACE = "place"
_JUDGED = (Verdict.PASS, Verdict.WARN, Verdict.FAIL)


class VerdictQuery:
    """What is asked of a table, and the queries that ask it.

    Args:
        groups: the areas, by the programs that serve them.
        relation: the table.
        asked: what is wanted besides the verdicts.
        habits: what the database does otherwise than others.
        wording: the wording of targets, as comments for people who read the query.

    Attributes:
        columns: the columns of the answer.
        cells: the figures that are needed.
        fits: whether there are figures that cannot come to such an error.
    """

    def __init__(
        self,
        groups: Sequence[Group],
        relation: Relation,
        asked: Sequence[str],
        habits: Habits = USUAL,
        wording: Mapping[str, str] | None = None,
    ) -> None:
        self._groups, self._habits = groups, habits
        self._asked = tuple(asked)
        self._wording = wording or {}
        self._parts = [
            GroupQuery(group, relation.seen, asked, f"g{place}", habits)
            for place, group in enumerate(groups)
        ]
        leaves = [leaf for part in self._parts for leaf in part.leaves]
        self.cells = Cells(relation, leaves)
        self.columns = (AREA, TARGET, VERDICT, REASON, *self._asked)
        self._shares, self._has_lists = habits.shares, habits.sorts_lists
        reached = [reach(part.graph) for part in self._parts] if habits.strict else []
        known = [each for each in reached if each is not None]
        self.fits = len(known) == len(reached)
        self._within: Sizes = (10 ** -min(known), 10 ** min(known)) if known else SIZES

    def over(self, relation: Relation) -> "VerdictQuery":
        """The same asked of another table, of which the same is known."""
        return VerdictQuery(self._groups, relation, self._asked, self._habits, self._wording)

    @property
    def named_areas(self) -> list[str]:
        """The areas whose figures are looked up by name, whichever are judged."""
        return list(dict.fromkeys(area for part in self._parts for area in part.named_areas))

    def held(self, areas: Sequence[str] | None) -> exp.Select:
        """The figures that are needed to judge some areas, or all."""
        return self.cells.query(None if areas is None else [*areas, *self.named_areas])

    def set_aside(self, cells: exp.Query | None = None) -> exp.Query:
        """The areas of which something takes more care than a query can.

        Args:
            cells: the query of the figures; None where they are kept already.
        """
        query = exp.select(column(AREA)).from_(layer(CELLS))
        return _holding(
            query.where(self.cells.odd(self._within)), [] if cells is None else [(CELLS, cells)]
        )

    def areas(self, cells: exp.Query | None = None) -> exp.Query:
        """All areas that have some of the figures."""
        query = exp.select(column(AREA)).from_(layer(CELLS))
        return _holding(query, [] if cells is None else [(CELLS, cells)])

    def answer(self, cells: exp.Query | None = None, *, any_odd: bool = True) -> exp.Query:
        """One row an area and target.

        Args:
            cells: the query of the figures; None where there is a table of them already.
            any_odd: whether there may be areas to leave out, which `set_aside` tells.
        """
        layers: list[Layer] = [] if cells is None else [(CELLS, cells)]
        rows: list[exp.Select] = []
        whole_ones = {CELLS}
        for part in self._parts:
            layers += part.layers(self.cells, self._within if any_odd else None)
            last = layers[-1][0]
            if self._shares:
                rows += (self._rows(part, target, last) for target in part.targets)
            else:
                rows.append(self._spread(part, last))
            whole_ones.add(last)
        whole: exp.Query = rows[0]
        for more in rows[1:]:
            whole = exp.Union(this=whole, expression=more, distinct=False)
        return _holding(whole, layers, whole_ones)

    def counted(self, answer: exp.Query) -> exp.Query:
        """How many areas have each verdict on each target of an answer."""
        keys = [column(TARGET), column(VERDICT)]
        rows = answer.subquery("verdicts")
        return exp.select(*keys, exp.Count(this=exp.Star())).from_(rows).group_by(*keys)

    def _rows(self, part: GroupQuery, target: TargetNodes, before: str) -> exp.Select:
        columns = {AREA: column(AREA), **self._columns(part, target)}
        named = (exp.alias_(value, name, quoted=True) for name, value in columns.items())
        rows = exp.select(*named).from_(layer(before), copy=False)
        if target.id in self._wording:
            rows.add_comments([f" {self._wording[target.id]} "])
        return rows

    def _spread(self, part: GroupQuery, before: str) -> exp.Select:
        """The rows of all targets at once, where a layer would be made again for each reading."""
        told = [self._columns(part, target) for target in part.targets]
        columns: dict[str, SQL] = {AREA: column(AREA)}
        for name in self.columns[1:]:
            *branches, last = ((_is_at(place), each[name]) for place, each in enumerate(told))
            columns[name] = case(*branches, default=last[1]) if branches else last[1]
        named = (exp.alias_(value, name, quoted=True) for name, value in columns.items())
        query = exp.select(*named).from_(layer(before), copy=False)
        if not self._has_lists:
            return query.join(numbers(len(told), _PLACE), join_type="CROSS", copy=False)
        places = ", ".join(map(str, range(len(told))))  # a join would be a stage of its own
        view = f"EXPLODE(ARRAY({places})) spread AS {_PLACE}"
        return query.lateral(view, dialect="spark", copy=False)

    def _columns(self, part: GroupQuery, target: TargetNodes) -> dict[str, SQL]:
        """What is told of a target."""
        outcome = part.value(target.outcome)
        known = part.graph.outcomes_of(target.outcome)
        verdict = _decoded(outcome, {number: each.verdict for number, each in known.items()})
        columns: dict[str, SQL] = {
            TARGET: text(target.id),
            VERDICT: verdict,
            REASON: _decoded(outcome, {number: each.reason for number, each in known.items()}),
        }
        for name in self._asked:
            columns[name] = self._told(part, target, name, known)
        return columns

    def _told(
        self, part: GroupQuery, target: TargetNodes, name: str, known: Mapping[int, Outcome]
    ) -> SQL:
        if name == FLAGS:
            return self._flags(part, target, known)
        node = target.measures.get(name)
        if name == CERTAIN:
            return _certain(part, target, node, known)
        if node is None or part.is_truth(node):
            return no_number()
        return part.value(node)

    def _flags(self, part: GroupQuery, target: TargetNodes, known: Mapping[int, Outcome]) -> SQL:
        """The flags with a comma between them; what is pending has none."""
        if not target.flags:
            return exp.cast(exp.null(), exp.DataType.Type.TEXT)
        nothing = text("")
        told = [
            case((part.truth(node), text(f",{name}")), default=nothing.copy())
            for name, node in target.flags
        ]
        together = exp.paren(joined(exp.DPipe, told), copy=False)
        bare = exp.Nullif(
            this=exp.Substring(this=together, start=exp.Literal.number(2)),
            expression=nothing.copy(),
        )
        pending = _is(part.value(target.outcome), known, (Verdict.PENDING,))
        return case((exp.Not(this=pending), bare))


def _holding(
    whole: exp.Query, layers: Iterable[Layer], made_once: Container[str] = ()
) -> exp.Query:
    """A query with the layers that it rests on; those read more than once are made once."""
    for name, query in layers:
        once = True if name in made_once else None
        identifier = exp.to_identifier(name, quoted=True)
        whole = whole.with_(identifier, as_=query, materialized=once, copy=False)
    return whole


def _is_at(place: int) -> SQL:
    return exp.EQ(this=column(_PLACE), expression=exp.Literal.number(place))


def _certain(
    part: GroupQuery, target: TargetNodes, node: int | None, known: Mapping[int, Outcome]
) -> SQL:
    """`yes`, `no` or `unknown` of a verdict that it can be asked of."""
    judged = _is(part.value(target.outcome), known, _JUDGED)
    if node is None:
        return case((judged, text("unknown")))
    yes = part.truth(node)
    told = case((yes, text("yes")), (exp.Not(this=yes.copy()), text("no")), default=text("unknown"))
    return case((judged, told))


def _decoded(outcome: SQL, words: Mapping[int, str]) -> SQL:
    """The word for the number of an outcome."""
    if isinstance(outcome, exp.Literal):
        return text(str(words[int(outcome.this)]))
    grouped: dict[str, list[int]] = {}
    for number, word in words.items():
        grouped.setdefault(str(word), []).append(number)
    *others, (last, _) = grouped.items()
    branches = [(_among(outcome, numbers), text(word)) for word, numbers in others]
    return case(*branches, default=text(last)) if branches else text(last)


def _is(outcome: SQL, known: Mapping[int, Outcome], verdicts: Sequence[Verdict]) -> SQL:
    numbers = [number for number, each in known.items() if each.verdict in verdicts]
    return _among(outcome, numbers) if numbers else exp.paren(exp.false())


def _among(outcome: SQL, numbers: Sequence[int]) -> SQL:
    values = [exp.Literal.number(number) for number in numbers]
    if len(values) == 1:
        return exp.EQ(this=outcome.copy(), expression=values[0])
    return exp.In(this=outcome.copy(), expressions=values)
