"""Rows of figures matched with a spec: by id or title, with what does not fit set aside."""

from collections import Counter
from collections.abc import Iterable, Mapping

from tryghed_dsl.check.model import SOMEWHERE, Area, Indicator, Spec
from tryghed_dsl.domain.observation import Figures, Key, Observation
from tryghed_dsl.domain.unit import UNIT_WORDS
from tryghed_dsl.figures.rows import RawRow, tidy
from tryghed_dsl.findings.finding import Argument, Expected, Finding, InFile
from tryghed_dsl.syntax.printer import quoted_where_needed
from tryghed_dsl.text.suggest import nearest

_UNIT_NAMES = {
    "procent": "percent",
    "pct": "percent",
    "pct.": "percent",
    "%": "percent",
    "antal": "count",
    "indeks": "index",
    "dage": "days",
}


def matched(spec: Spec, rows: Iterable[RawRow]) -> tuple[Figures, list[Finding]]:
    """The figures that a spec can use, under the spec's own names.

    Rows of unknown indicators and areas are set aside and told. Two rows for one figure must
    agree.
    """
    matcher = _Matcher(spec)
    for row in rows:
        matcher.take(row)
    return Figures(matcher.cells.values()), [*matcher.found, *matcher.told_together()]


class _Matcher:
    def __init__(self, spec: Spec) -> None:
        self._spec = spec
        self._indicators = _by_name(spec.indicators.values())
        self._areas = _by_name(spec.areas.values())
        self._aside: Counter[tuple[str, str]] = Counter()
        self._repeated = 0
        self._units: dict[str, tuple[str, Observation]] = {}
        self.cells: dict[Key, Observation] = {}
        self.found: list[Finding] = []

    def take(self, row: RawRow) -> None:
        name, place = tidy(row.indicator), None if row.area is None else tidy(row.area)
        indicator, area = self._indicator(name), self._area(place)
        if indicator is None:
            self._aside["W306", name] += 1
        elif area is None:
            self._aside["W305", place or ""] += 1
        elif self._calculated(indicator):
            self._aside["W316", indicator] += 1
        else:
            self._add(_observation(row, Key(indicator, area, row.period)))

    def _calculated(self, indicator: str) -> bool:
        known = self._spec.indicators.get(indicator)
        return known is not None and known.formula is not None

    def _indicator(self, name: str) -> str | None:
        known = _found(name, self._indicators)
        return name if known is None and self._spec.open else known

    def _area(self, name: str | None) -> str | None:
        if name is None:
            self._aside["N317", self._only_area] += 1
            return self._only_area
        known = _found(name, self._areas)
        return name if known is None and (self._spec.open or not self._areas) else known

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
        origin, key = observation.origin, observation.key
        args: dict[str, Argument] = {
            "cell": f"{key.indicator}, {key.area}, {key.period}",
            "first": first.value,
            "second": observation.value,
            "place": f"{first.origin.file}:{first.origin.row}",
        }
        self.found.append(Finding("E304", (), args, InFile(origin.file or "", origin.row)))

    def _check_unit(self, observation: Observation) -> None:
        indicator = self._spec.indicators.get(observation.key.indicator)
        if observation.unit is None or indicator is None or indicator.unit is None:
            return
        given = _UNIT_NAMES.get(observation.unit.casefold(), observation.unit.casefold())
        if given in UNIT_WORDS and given != indicator.unit.quantity.value:
            self._units.setdefault(indicator.id, (given, observation))

    def told_together(self) -> Iterable[Finding]:
        """What is told once for many rows."""
        for (code, name), rows in self._aside.items():
            args: dict[str, Argument] = {"name": name, "area": name, "rows": float(rows)}
            if name:
                args["typed"] = quoted_where_needed(name)
            known = self._spec.areas if code == "W305" else self._spec.indicators
            suggestion = nearest(name, _names(known.values())) if code != "N317" else None
            extra = {} if suggestion is None else {"suggestion": suggestion}
            yield Finding(code, (), {**args, **extra})
        if self._repeated:
            yield Finding("N310", (), {"rows": float(self._repeated)})
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
        origin = observation.origin
        return Finding("W311", (), args, InFile(origin.file or "", origin.row, "unit"))


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


def _by_name(declared: Iterable[Indicator | Area]) -> dict[str, str]:
    """Ids by every name that they go by; ids win over titles, and a shared title is no name."""
    known = list(declared)
    titles = [(tidy(each.title).casefold(), each.id) for each in known if each.title is not None]
    shared = Counter(title for title, _ in titles)
    by_title = {title: own for title, own in titles if shared[title] == 1}
    by_id = {each.id.casefold(): each.id for each in known}
    return by_title | by_id | {each.id: each.id for each in known}


def _found(name: str, known: Mapping[str, str]) -> str | None:
    """The id that a name means: as it is written, or else in any case."""
    return known.get(name, known.get(name.casefold()))


def _names(declared: Iterable[Indicator | Area]) -> list[str]:
    known = list(declared)
    return [*(each.id for each in known), *(each.title for each in known if each.title)]
