"""What to do about two targets of one name: that depends on what they promise."""

from collections.abc import Iterable, Mapping

from tryghed_dsl.check.model import Agreement, Indicator, Monitored, Target
from tryghed_dsl.check.notes import Notes
from tryghed_dsl.check.remarks.stated import Stated
from tryghed_dsl.findings.finding import Argument
from tryghed_dsl.records import replace
from tryghed_dsl.syntax.printer import quoted_where_needed


def explain_same_names(
    targets: Iterable[Target],
    indicators: Mapping[str, Indicator],
    agreement: Agreement | None,
    notes: Notes,
) -> None:
    """Say of targets of one name whether they contradict each other, or say the same."""
    told = [place for place, each in enumerate(notes.found) if each.code == "E114"]
    if not told:
        return
    named = dict[str, list[Target]]()
    for target in targets:
        named.setdefault(target.id, []).append(target)
    seen = dict[str, int]()
    for place in told:
        finding = notes.found[place]
        alike = named.get(str(finding.args["name"]), [])
        if len(alike) > 1:
            known = Stated(indicators, agreement.area if agreement else None, alike[0].area)
            seen[alike[0].id] = seen.get(alike[0].id, 1) + 1
            label = f"{quoted_where_needed(alike[0].id)}_{seen[alike[0].id]}"
            words, contradicting = _words(alike[0], alike.pop(1), known, agreement)
            words = words or {"label": label}
            notes.found[place] = replace(finding, args={**finding.args, **words})
            if contradicting is not None:
                _forget_signs(contradicting, notes)


def _words(
    first: Target, second: Target, known: Stated, agreement: Agreement | None
) -> tuple[dict[str, Argument], Target | None]:
    """What a finding can say of both, and the second if no figure can meet both."""
    from tryghed_dsl.check.remarks.together import (  # noqa: PLC0415 -- few specs need it here
        Relation,
        related,
    )

    texts: dict[str, Argument] = {"one": second.text, "other": first.text}
    for one, other in ((first, second), (second, first)):
        if isinstance(one.promise, Monitored):
            watched = isinstance(other.promise, Monitored)
            return {"again" if watched else "watched": quoted_where_needed(one.id)}, None
    found, looser = related(second, first, known, agreement)
    match found:
        case Relation.CONTRADICTING:
            return texts, second
        case Relation.SAME:
            return {"again": second.text}, None
        case Relation.LOOSER:
            stricter = first if looser is second else second
            return {"looser": looser.text, "stricter": stricter.text}, None
        case _:
            return {}, None


def _forget_signs(target: Target, notes: Notes) -> None:
    """Leave it out that a sign stands against the direction: more has been said of the target."""
    held = target.held
    if held is not None:
        notes.found = [
            each for each in notes.found if each.code != "W123" or each.spans[0] != held.whole
        ]
