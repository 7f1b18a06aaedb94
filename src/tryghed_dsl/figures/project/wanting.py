"""What a file of figures leaves open, and a project file could say."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from tryghed_dsl.check.model import Area, Indicator, Spec
from tryghed_dsl.figures.cube import Category
from tryghed_dsl.figures.interpret import Interpreted
from tryghed_dsl.figures.naming import Known, Names
from tryghed_dsl.figures.options import Options
from tryghed_dsl.figures.project.assumed import can_be_written
from tryghed_dsl.figures.roles import Constant
from tryghed_dsl.figures.rows import tidy
from tryghed_dsl.figures.totals import is_total
from tryghed_dsl.findings.finding import Finding
from tryghed_dsl.records import dataclass
from tryghed_dsl.text.suggest import nearest

_UNCLEAR_SYMBOL, _UNCLEAR_PART, _UNCLEAR_NUMBER = "W371", "E365", "E309"
_MOST_NAMES = 50
_ALIKE = 0.85
_MOST_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Unknown:
    """Names of a file that the spec does not have.

    Attributes:
        names: the first of them, each with the spec's id that is nearest, if one is near.
        more: how many others there are.
    """

    names: tuple[tuple[str, str | None], ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class Choice:
    """A dimension of which one category has to be taken.

    Attributes:
        dimension: its name.
        categories: its categories, first the one for the whole, if there is one.
        more: how many others there are.
    """

    dimension: str
    categories: tuple[str, ...]
    more: int


def unclear_symbols(found: Iterable[Finding]) -> list[str]:
    """Symbols that mean zero to some and nothing to others."""
    told = (str(f.args["symbol"]) for f in found if f.code == _UNCLEAR_SYMBOL)
    return [symbol for symbol in dict.fromkeys(told) if can_be_written(symbol)]


def unclear_numbers(found: Iterable[Finding]) -> tuple[str, tuple[str, ...]]:
    """A number that can be read in two ways, with the signs before decimals that it can have."""
    first = next((finding for finding in found if finding.code == _UNCLEAR_NUMBER), None)
    if first is None:
        return "", ()
    return str(first.args["written"]), (str(first.args["one"]), str(first.args["other"]))


def unknown_indicators(made: Iterable[Interpreted], spec: Spec | None, options: Options) -> Unknown:
    """The names of indicators that a spec does not have."""
    if spec is None:
        return Unknown(())
    categories = (each for one in made for each in _of(one, one.roles.indicator))
    return _unknown(categories, Known(spec, options).indicators, spec.indicators.values())


def unknown_areas(made: Iterable[Interpreted], spec: Spec | None, options: Options) -> Unknown:
    """The names of areas that a spec does not have."""
    if spec is None:
        return Unknown(())
    categories = (each for one in made for each in _of(one, one.roles.areas))
    return _unknown(categories, Known(spec, options).areas, spec.areas.values())


def _of(made: Interpreted, place: int | tuple[int, ...] | Constant | None) -> Iterator[Category]:
    """The categories of a dimension, or of several."""
    if isinstance(place, Constant):
        yield place.category
    elif place is not None:
        for each in (place,) if isinstance(place, int) else place:
            yield from made.cube.categories(each)


def _unknown(
    categories: Iterable[Category], names: Names, declared: Iterable[Indicator | Area]
) -> Unknown:
    ids = {name: own.id for own in declared for name in (own.id, own.title) if name}
    found = {each: names.of(each) for each in categories}
    unknown = [each for each, own in found.items() if own is None]
    # A name that stands in the file itself has no other beside it.
    ids = {name: own for name, own in ids.items() if own not in found.values()}
    texts = dict.fromkeys(tidy(each.text or each.code or "") for each in unknown)
    written = [text for text in texts if text and can_be_written(text)] if names else []
    shown = [(text, likely(text, ids)) for text in written[:_MOST_NAMES]]
    return Unknown(tuple(shown), len(written) - len(shown))


def likely(text: str, ids: Mapping[str, str]) -> str | None:
    """The id that a name stands for, where they are all but the same; else None."""
    name = nearest(text, ids)
    if name is None or name.casefold()[:1] != text.casefold()[:1]:
        return None
    alike = SequenceMatcher(None, name.casefold(), text.casefold()).ratio()
    return ids[name] if alike >= _ALIKE else None


def choices(made: Iterable[Interpreted]) -> list[Choice]:
    """The dimensions of which a part has to be chosen, or all added up."""
    found: dict[str, Choice] = {}
    for each in made:
        if any(finding.code == _UNCLEAR_PART for finding in each.found):
            for place in each.roles.extra:
                name = tidy(each.cube.name_of(place))
                categories = _categories(each.cube.categories(place))
                if name and can_be_written(name) and len(categories) > 1:
                    shown = tuple(categories[:_MOST_SHOWN])
                    found.setdefault(name, Choice(name, shown, len(categories) - len(shown)))
    return list(found.values())


def _categories(categories: Sequence[Category]) -> list[str]:
    in_order = sorted(categories, key=lambda category: not is_total(category))
    texts = dict.fromkeys(category.text or category.code or "" for category in in_order)
    return [text for text in texts if can_be_written(text)]
