"""The clauses of targets, goals and members, sorted by what they are for."""

from collections.abc import Iterable, Sequence

from tryghed_dsl.check.notes import Notes
from tryghed_dsl.check.reading import NOTHING_SAID, Said
from tryghed_dsl.records import dataclass
from tryghed_dsl.syntax import nodes
from tryghed_dsl.syntax.printer import quoted_where_needed
from tryghed_dsl.text.source import Span

_FOR_MEMBERS = nodes.Threshold | nodes.Judge | nodes.Confidence


@dataclass(slots=True)
class Words:
    """What a target or goal cites, quotes and explains."""

    cite: str | None = None
    quote: str | None = None
    because: str | None = None
    partly: bool = False


def read_words(clauses: Iterable[nodes.Clause], notes: Notes) -> Words:
    """Gather the clauses of words; what is said twice is told."""
    words, said = Words(), dict[str, Span]()
    for clause in clauses:
        for what, text in _said_by(clause):
            once(what, clause.span, said, notes)
            setattr(words, what, text)
    return words


def once(what: str, span: Span, said: dict[str, Span], notes: Notes) -> None:
    """Tell it where a clause has been said before."""
    first = said.setdefault(what, span)
    if first is not span:
        notes.tell("E112", span, first, clause=what)


def _said_by(clause: nodes.Clause) -> list[tuple[str, str | bool]]:
    match clause:
        case nodes.Cite(cited, None):
            return [("cite", cited.text)]
        case nodes.Cite(cited, nodes.Text() as quoted):
            return [("cite", cited.text), ("quote", quoted.text)]
        case nodes.Quote(quoted):
            return [("quote", quoted.text)]
        case nodes.Because(words):
            return [("because", words.text)]
        case nodes.Partly():
            return [("partly", True)]
        case _:
            return []


@dataclass(slots=True)
class Sorted:
    """The clauses of a target that are more than words."""

    said: Said = NOTHING_SAID
    applies: nodes.Applies | None = None
    valid: nodes.Valid | None = None
    latest: nodes.LatestWithin | None = None


NO_CLAUSES = Sorted()


def sort_clauses(node: nodes.Target, notes: Notes) -> Sorted:
    """The clauses of a target by kind; what is said twice is told, words excepted."""
    if not node.clauses:
        return NO_CLAUSES
    found, said = Sorted(read_said(node, notes)), dict[str, Span]()
    for clause in node.clauses:
        match clause:
            case nodes.Applies():
                found.applies = clause
                once("when", clause.span, said, notes)
            case nodes.Valid():
                found.valid = clause
                once("valid", clause.span, said, notes)
            case nodes.LatestWithin():
                found.latest = clause
                once("latest within", clause.span, said, notes)
            case _:
                pass
    return found


def read_said(node: nodes.Target, notes: Notes) -> Said:
    """The clauses that are for a target's one limit or trajectory; two of a kind are told."""
    thresholds = dict[nodes.ThresholdKind, nodes.Threshold]()
    judge, confidence, said = None, None, dict[str, Span]()
    for clause in node.clauses:
        match clause:
            case nodes.Threshold(kind):
                thresholds.setdefault(kind, clause)
                once(kind.value, clause.span, said, notes)
            case nodes.Judge():
                judge = clause
                once("judge", clause.span, said, notes)
            case nodes.Confidence():
                confidence = clause
                once("confidence", clause.span, said, notes)
            case _:
                pass
    return Said(node, thresholds, judge, confidence)


def read_member(node: nodes.Member, notes: Notes, named: str | None = None) -> Said:
    """The clauses of a member of a composition; those that are for the whole are told.

    Args:
        node: the member.
        notes: where findings go.
        named: the named condition that it is a member of, where it is one of such.
    """
    if not node.clauses:
        return NOTHING_SAID
    for clause in node.clauses:
        if not isinstance(clause, _FOR_MEMBERS):
            notes.tell("E162", clause.span, written=clause.span.text, **_where(clause, named))
    own = tuple(clause for clause in node.clauses if isinstance(clause, _FOR_MEMBERS))
    return read_said(nodes.Target(None, node.condition, own, span=node.span), notes)


def _where(clause: nodes.Clause, named: str | None) -> dict[str, str]:
    """Where a clause for a whole target belongs: a condition's own line takes some of them."""
    if named is not None and isinstance(clause, nodes.Applies | nodes.LatestWithin):
        return {"at_target": f"{quoted_where_needed(named)}, {clause.span.text}"}
    return {"behind": f"}}, {clause.span.text}"}


def read_level(node: nodes.Goal, notes: Notes) -> nodes.Confidence | None:
    """The level of confidence that a goal sets; a second one is told."""
    found, said = None, dict[str, Span]()
    for clause in node.clauses:
        if isinstance(clause, nodes.Confidence):
            once("confidence", clause.span, said, notes)
            found = clause
    return found


def tell_truth(said: Said, notes: Notes) -> None:
    """Tell of clauses where a condition only holds or does not."""
    own: Sequence[nodes.Clause] = said.clauses()
    for clause in (*own, *(() if said.confidence is None else (said.confidence,))):
        notes.tell("E160", clause.span, clause=name_of(clause))


def tell_misplaced(said: Said, notes: Notes, named: str | None = None) -> None:
    """Tell of clauses that do not say which of several promises they are for.

    Args:
        said: the clauses.
        notes: where findings go.
        named: the condition that stands there by its name, where one does.
    """
    for clause in said.clauses():
        written = clause.span.text
        inside = f"{{ indbrud <= 45, {written}; … }}"
        if named is not None:
            extra = {"named": f"condition {quoted_where_needed(named)} = all of {inside}"}
        else:
            extra = {"several": inside}
        notes.tell("E161", clause.span, clause=name_of(clause), **extra)


def name_of(clause: nodes.Clause) -> str:
    """What a clause is called."""
    match clause:
        case nodes.Threshold(kind):
            return kind.value
        case nodes.Judge():
            return "judge"
        case _:
            return "confidence"
