"""Rows of figures matched with a spec: by id or title, with what does not fit set aside."""

from collections import Counter
from collections.abc import Iterable

from tryghed_dsl.check.model import SOMEWHERE, Spec
from tryghed_dsl.domain.observation import Figures, Key, Observation
from tryghed_dsl.domain.unit import UNIT_WORDS, Quantity
from tryghed_dsl.figures.aside import Aside
from tryghed_dsl.figures.belied import belied
from tryghed_dsl.figures.naming import Known, Names, spelled_otherwise
from tryghed_dsl.figures.places import place_of
from tryghed_dsl.figures.rows import RawRow, tidy
from tryghed_dsl.findings.finding import Argument, Expected, Finding
from tryghed_dsl.records import replace

_UNIT_NAMES = {
    "procent": "percent",
    "pct": "percent",
    "pct.": "percent",
    "%": "percent",
    "percentage": "percent",
    "antal": "count",
    "indeks": "index",
    "dage": "days",
}


# How far the decimal sign moves when a share is declared in the other way.
_OF_ONE = (Quantity.PERCENT, Quantity.FRACTION)
_SHARES = {("percent", "fraction"): -2, ("fraction", "percent"): 2}


def matched(
    spec: Spec, rows: Iterable[RawRow], *, any_area: bool = False
) -> tuple[Figures, list[Finding]]:
    """The figures that a spec can use, under the spec's own names.

    Rows of unknown indicators and areas are set aside and told. Two rows for one figure must
    agree.

    Args:
        spec: the spec.
        rows: the figures as they were read.
        any_area: whether areas that the spec does not know are wanted too, as they are written.
    """
    matcher = _Matcher(spec, any_area=any_area)
    for row in rows:
        matcher.take(row)
    return Figures(matcher.cells.values()), [*matcher.found, *matcher.told_together()]


class _Matcher:
    def __init__(self, spec: Spec, *, any_area: bool) -> None:
        self._spec = spec
        self._any_area = any_area
        self._known = Known(spec)
        self._indicators = dict[str, str | None]()
        self._areas = dict[str | None, str | None]()
        self._no_indicators = Aside("W306", "N368", spec.indicators.values())
        self._no_areas = Aside("W305", "N369", spec.areas.values())
        self._calculated = Counter[str]()
        self._without_area = Counter[str]()
        self._spelled = dict[str, str]()
        self._repeated = 0
        self._units: dict[str, tuple[str, Observation]] = {}
        self._shares: dict[str, Observation] = {}
        self.cells: dict[Key, Observation] = {}
        self.found: list[Finding] = []

    def take(self, row: RawRow) -> None:
        indicator, area = self._indicator(row.indicator), self._area(row.area)
        if indicator is None:
            self._no_indicators.add(tidy(row.indicator), row.origin, row.rows)
        elif area is None:
            self._no_areas.add(tidy(row.area or ""), row.origin, row.rows)
        elif self._is_calculated(indicator):
            self._calculated[indicator] += row.rows
        else:
            if row.area is None:
                self._without_area[area] += row.rows
            self._add(self._in_unit(_observation(row, Key(indicator, area, row.period))))

    def _indicator(self, name: str) -> str | None:
        """The id of an indicator; in a spec without declarations each name is one."""
        if name not in self._indicators:
            known = self._find(name, self._known.indicators)
            self._indicators[name] = tidy(name) if known is None and self._spec.open else known
        return self._indicators[name]

    def _area(self, name: str | None) -> str | None:
        if name not in self._areas:
            self._areas[name] = self._only_area if name is None else self._named_area(name)
        return self._areas[name]

    def _named_area(self, name: str) -> str | None:
        known = self._find(name, self._known.areas)
        free = self._any_area or self._spec.open or not self._known.areas
        return tidy(name) if known is None and free else known

    def _find(self, name: str, names: Names) -> str | None:
        known, otherwise = names.found(name)
        if known is not None and otherwise:
            self._spelled[tidy(name)] = known
        return known

    def _is_calculated(self, indicator: str) -> bool:
        known = self._spec.indicators.get(indicator)
        return known is not None and known.formula is not None

    @property
    def _only_area(self) -> str:
        """The area of figures that name none: the agreement's, or the only one there is."""
        agreement, areas = self._spec.agreement, list(self._spec.areas)
        if agreement is not None and agreement.area is not None:
            return agreement.area
        return areas[0] if len(areas) == 1 else SOMEWHERE

    def _add(self, observation: Observation) -> None:
        first = self.cells.setdefault(observation.key, observation)
        self._check_unit(observation)
        if first is observation:
            return
        if first.value == observation.value:
            self._repeated += 1
            return
        key = observation.key
        args: dict[str, Argument] = {
            "cell": f"{key.indicator}, {key.area}, {key.period}",
            "first": first.value,
            "second": observation.value,
            "place": str(place_of(first.origin)),
        }
        if first.unit and observation.unit and first.unit != observation.unit:
            args |= {"unit": first.unit, "other": observation.unit}
        self.found.append(Finding("E304", (), args, place_of(observation.origin)))

    def _in_unit(self, observation: Observation) -> Observation:
        """A figure in its indicator's unit, where that is a share written in the other way."""
        indicator = self._spec.indicators.get(observation.key.indicator)
        declared = indicator.unit.quantity.value if indicator and indicator.unit else ""
        places = _SHARES.get((unit_named(observation.unit) or "", declared))
        if places is None:
            return observation
        self._shares.setdefault(observation.key.indicator, observation)
        return replace(
            observation,
            value=_moved(observation.value, places),
            lower=None if observation.lower is None else _moved(observation.lower, places),
            upper=None if observation.upper is None else _moved(observation.upper, places),
            unit=declared,
        )

    def _check_unit(self, observation: Observation) -> None:
        indicator = self._spec.indicators.get(observation.key.indicator)
        if observation.unit is None or indicator is None or indicator.unit is None:
            return
        given = unit_named(observation.unit)
        declared = indicator.unit.quantity
        if given == Quantity.NUMBER and declared not in _OF_ONE:  # which says how many of anything
            return
        if given in UNIT_WORDS and given != declared.value:
            self._units.setdefault(indicator.id, (given, observation))

    def told_together(self) -> Iterable[Finding]:
        """What is told once for many rows."""
        agreed = (seen for key, seen in self.cells.items() if key.indicator not in self._units)
        yield from belied(self._spec, agreed)
        yield from self._no_indicators.told()
        yield from self._no_areas.told()
        for name, rows in self._calculated.items():
            yield Finding("W316", (), {"name": name, "rows": float(rows)})
        for area, rows in self._without_area.items():
            yield Finding("N317", (), {"area": area, "rows": float(rows)})
        for written, known in self._spelled.items():
            yield spelled_otherwise(written, known)
        if self._repeated:
            yield Finding("N310", (), {"rows": float(self._repeated)})
        for name, observation in self._shares.items():
            yield Finding("N381", (), {"name": name}, place_of(observation.origin))
        for name, (given, observation) in self._units.items():
            yield self._unit_finding(name, given, observation)

    def _unit_finding(self, name: str, given: str, observation: Observation) -> Finding:
        unit = self._spec.indicators[name].unit
        declared = Expected((f"U_{unit.quantity.value}" if unit else "U_number",))
        args: dict[str, Argument] = {
            "name": name,
            "declared": declared,
            "given": Expected((f"U_{given}",)),
        }
        return Finding("W311", (), args, place_of(observation.origin, "unit"))


def _moved(number: float, places: int) -> float:
    """A number with its decimal sign moved, as the decimals that it was written in."""
    from decimal import Decimal  # noqa: PLC0415 -- seldom needed

    return float(Decimal(repr(number)).scaleb(places))


def unit_named(unit: str | None) -> str | None:
    """The unit that a text in a table means, by the name that specs have for it."""
    return None if unit is None else _UNIT_NAMES.get(unit.casefold(), unit.casefold())


def _observation(row: RawRow, key: Key) -> Observation:
    return Observation(
        key,
        row.value,
        row.n,
        row.denominator,
        row.lower,
        row.upper,
        row.most,
        row.unit,
        row.flags,
        origin=row.origin,
    )
