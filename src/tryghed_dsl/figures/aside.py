"""Names in figures that the spec does not have: counted, and told once for all their rows."""

import re
from collections.abc import Iterable, Iterator, Mapping

from tryghed_dsl.check.model import Area, Indicator
from tryghed_dsl.domain.observation import Origin
from tryghed_dsl.figures.cube import Category
from tryghed_dsl.figures.letters import is_damaged
from tryghed_dsl.figures.naming import spelled
from tryghed_dsl.figures.places import place_of
from tryghed_dsl.figures.totals import is_total
from tryghed_dsl.findings.finding import Argument, Finding
from tryghed_dsl.patterns import pattern
from tryghed_dsl.records import dataclass
from tryghed_dsl.syntax.printer import quoted_where_needed
from tryghed_dsl.text.suggest import nearest

_FEW = 3
_SHOWN = 12
_LIKENED = 200
_BLANK = '""'  # as one would type a name without letters
_KOMMUNE = pattern(r" +(?:kommune|bydel)$", re.IGNORECASE)


@dataclass(slots=True)
class _Rows:
    first: Origin
    count: int = 0


class Aside:
    """The rows of names that the spec does not have."""

    def __init__(self, each: str, together: str, declared: Iterable[Indicator | Area]) -> None:
        """Begin.

        Args:
            each: the code of what is told of one name.
            together: the code of what is told of many.
            declared: what the spec declares of the kind.
        """
        self._each, self._together = each, together
        known = list(declared)
        self._known = [*(own.id for own in known), *(own.title for own in known if own.title)]
        self._spelled = {spelled(own): own for own in self._known}
        self._rows: dict[str, _Rows] = {}

    def add(self, name: str, origin: Origin, rows: int = 1) -> None:
        """Count rows of a name; the origin of the first is kept."""
        self._rows.setdefault(name, _Rows(origin)).count += rows

    def told(self) -> Iterator[Finding]:
        """What there is to tell: of totals and near names each, of lost letters and others once."""
        left = dict(self._rows)
        damaged = {name: left.pop(name) for name in self._rows if is_damaged(name)}
        if damaged:
            yield _lost(damaged)
        for name in [name for name in left if is_total(Category(name))]:
            yield self._of_one("N370", name, left.pop(name))
        near = {name: self._near(name) for name in list(left)[:_LIKENED]}
        others = {name: rows for name, rows in left.items() if near.get(name) is None}
        for name, rows in left.items():
            if name not in others or len(others) <= _FEW:
                yield self._of_one(self._each, name, rows, near.get(name))
        if len(others) > _FEW:
            yield Finding(self._together, (), _counted(others, _named(others, _FEW)))

    def _near(self, name: str) -> str | None:
        """A declared name that is near: `København` for `Københavns Kommune`."""
        bare = _KOMMUNE.sub("", name)
        place = bare if bare == name else _without_genitive(bare, self._spelled)
        return self._spelled.get(spelled(place)) or nearest(name, self._known)

    def _of_one(self, code: str, name: str, rows: _Rows, suggestion: str | None = None) -> Finding:
        args: dict[str, Argument] = {"name": name or _BLANK, "rows": float(rows.count)}
        args |= {"typed": quoted_where_needed(name)} if name and "`" not in name else {}
        args |= {"suggestion": suggestion} if suggestion is not None else {}
        return Finding(code, (), args)


def _without_genitive(name: str, known: Mapping[str, str]) -> str:
    """A place's name without the s of `Københavns`; one such as `Aarhus` keeps its own."""
    return name if spelled(name) in known else name.removesuffix("s")


def _lost(damaged: Mapping[str, _Rows]) -> Finding:
    """Names that lost letters, with the first cell of each."""
    shown = [f"`{name}`{_cell(rows.first)}" for name, rows in list(damaged.items())[:_SHOWN]]
    more = ", …" if len(damaged) > _SHOWN else ""
    where = place_of(next(iter(damaged.values())).first)
    return Finding("W363", (), _counted(damaged, ", ".join(shown) + more), where)


def _cell(origin: Origin) -> str:
    place = origin.cell or origin.row
    return "" if place is None else f" ({place})"


def _named(names: Iterable[str], most: int) -> str:
    return ", ".join([*(f"`{name or _BLANK}`" for name in list(names)[:most]), "…"])


def _counted(told: Mapping[str, _Rows], shown: str) -> dict[str, Argument]:
    rows = float(sum(rows.count for rows in told.values()))
    return {"shown": shown, "names": float(len(told)), "rows": rows}
