"""What a revision, or a text that cannot be read, says of what has been checked already."""

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence

from tryghed_dsl.check.model import Indicator, Spec, Target
from tryghed_dsl.check.revising.merged import Retired
from tryghed_dsl.check.revising.revisions import Wording
from tryghed_dsl.domain.period import Period
from tryghed_dsl.records import replace
from tryghed_dsl.text.source import Source, Span


def marked(spec: Spec, wording: Wording, document: Source | None) -> Spec:
    """A spec with marks on what is retired, restated, or quoted from a text that nobody has seen.

    Args:
        spec: one wording, checked.
        wording: what it was made from.
        document: the agreement's own text.
    """
    targets, indicators = spec.targets, spec.indicators
    if wording.retired:
        why = _finder(wording.retired)
        targets = tuple(_retired(target, why(target)) for target in targets)
    if document is None and any(target.quote is not None for target in targets):
        targets = tuple(replace(each, unverified=each.quote is not None) for each in targets)
    if wording.restated_from:
        indicators = _restated(indicators, wording.restated_from)
    return replace(spec, targets=targets, indicators=indicators)


def _restated(
    indicators: Mapping[str, Indicator], restated_from: Mapping[str, Period]
) -> Mapping[str, Indicator]:
    made = dict(indicators)
    for name in restated_from.keys() & made.keys():
        period = restated_from[name]
        stated = tuple(replace(each, restated=period) for each in made[name].stated)
        made[name] = replace(made[name], stated=stated)
    return made


def _retired(target: Target, because: str | None) -> Target:
    """A target, retired where it is said why; the latest reason is the one to show."""
    if because is None:
        return target
    return replace(target, retired=because, because=because or target.because)


def _place(span: Span) -> tuple[int, int]:
    """A key in whose order places in one source follow each other."""
    return id(span.source), span.start


def _finder(retired: Sequence[Retired]) -> Callable[[Target], str | None]:
    """Tells why a target is retired: it then lies where one stands that is."""
    ordered = sorted(retired, key=lambda each: _place(each.span))
    starts = [_place(each.span) for each in ordered]

    def found(target: Target) -> str | None:
        span = target.span
        place = bisect_right(starts, _place(span)) - 1
        if place < 0:
            return None
        gone = ordered[place]
        inside = gone.span.source is span.source and span.start < gone.span.end
        return gone.because if inside else None

    return found
