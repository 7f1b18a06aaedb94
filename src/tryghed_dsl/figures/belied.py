"""Units that the figures belie: percentages like shares of 1, counts that are not whole."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from tryghed_dsl.check.model import Spec
from tryghed_dsl.domain.observation import Observation
from tryghed_dsl.domain.unit import Quantity
from tryghed_dsl.figures.places import place_of
from tryghed_dsl.findings.finding import Argument, Finding

_NEAR = 1e-6
_MOST = {Quantity.PERCENT: 100.0, Quantity.FRACTION: 1.0}
_Seen = Sequence[Observation]


def belied(spec: Spec, observations: Iterable[Observation]) -> Iterator[Finding]:
    """What the figures of an indicator say against its unit, once for each indicator."""
    by_indicator = defaultdict[str, list[Observation]](list)
    for seen in observations:
        by_indicator[seen.key.indicator].append(seen)
    for name, figures in by_indicator.items():
        indicator = spec.indicators.get(name)
        if indicator is not None and indicator.unit is not None:
            test = _TESTS.get(indicator.unit.quantity)
            yield from () if test is None else test(name, figures)


def _told(code: str, name: str, odd: _Seen, **args: Argument) -> Iterator[Finding]:
    if odd:
        value, count = odd[0].value, float(len(odd))
        told: dict[str, Argument] = {"name": name, "value": value, "figures": count, **args}
        yield Finding(code, (), told, place_of(odd[0].origin))


def _is_whole(number: float) -> bool:
    return abs(number - round(number)) <= _NEAR * max(1.0, abs(number))


def _percent(name: str, figures: _Seen) -> Iterator[Finding]:
    """Percentages that are all below 1, though nothing in the file calls them percent."""
    unsaid = [seen for seen in figures if seen.unit is None]
    shares = all(0 <= seen.value <= 1 for seen in figures)
    if shares and len(unsaid) == len(figures) and any(not _is_whole(s.value) for s in figures):
        parts = [seen for seen in figures if not _is_whole(seen.value)]
        yield from _told("W324", name, parts)
    else:
        yield from _share(Quantity.PERCENT)(name, figures)


def _share(quantity: Quantity) -> Callable[[str, _Seen], Iterator[Finding]]:
    most = _MOST[quantity]

    def test(name: str, figures: _Seen) -> Iterator[Finding]:
        odd = [seen for seen in figures if not -_NEAR <= seen.value <= most + _NEAR]
        yield from _told("W325", name, odd, most=most)

    return test


def _count(name: str, figures: _Seen) -> Iterator[Finding]:
    odd = [seen for seen in figures if seen.value < 0 or not _is_whole(seen.value)]
    yield from _told("W326", name, odd)


_TESTS: dict[Quantity, Callable[[str, _Seen], Iterator[Finding]]] = {
    Quantity.PERCENT: _percent,
    Quantity.FRACTION: _share(Quantity.FRACTION),
    Quantity.COUNT: _count,
}
