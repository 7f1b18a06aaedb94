"""The names that a spec's indicators and areas go by in files."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping

from tryghed_dsl.check.model import Area, Indicator, Spec
from tryghed_dsl.figures.cube import Category
from tryghed_dsl.figures.numbers import MARK_ENDS
from tryghed_dsl.figures.options import NOTHING_SAID, Options
from tryghed_dsl.figures.rows import tidy
from tryghed_dsl.findings.finding import Finding
from tryghed_dsl.patterns import pattern

_CODE_FIRST = pattern(r"([0-9]{2,6})(?: *[-–:.]| ) *(\D.*)")
_MARKED = pattern(r"(.*[^\W_0-9)]) *(?:\*{1,3}|[¹²³⁴]|[0-9a-z]\))")
_BETWEEN = pattern(r"[\W_]+")
# Shorter names are found by chance among other words.
_SHORTEST = 3
# Letters and the ones that stand for them where a keyboard or a file lacks them.
_SPELLED = str.maketrans({"å": "aa", "æ": "ae", "ø": "oe", "ä": "ae", "ö": "oe", "-": " "})


class Names:
    """Ids by every name: the id itself, the title, and what the project file says.

    Ids win over titles, and a title that two share names neither. Where no name fits as it is
    written, one fits in any case, and then with å for aa, æ for ae and ø for oe.
    """

    def __init__(self, declared: Iterable[Indicator | Area], said: Mapping[str, str]) -> None:
        known = list(declared)
        titles = [(tidy(each.title), each.id) for each in known if each.title is not None]
        ids = [(each.id, each.id) for each in known]
        names = (titles, ids, [(tidy(name), own) for name, own in said.items()])
        self._ids = _in_turn(names[1:], str)
        self._exact = _in_turn(names, str)
        self._in_any_case = _in_turn(names, str.casefold)
        self._spelled = _in_turn(names, spelled)
        self._bare = _in_turn(names, _bare)

    def __bool__(self) -> bool:
        return bool(self._exact)

    def folded(self) -> list[str]:
        """All names that fit, in small letters, and spelled without Danish letters."""
        return [*self._in_any_case, *self._spelled]

    def find(self, name: str) -> str | None:
        """The id that a name means."""
        return self.found(name)[0]

    def found(self, name: str) -> tuple[str | None, bool]:
        """The id that a name means, and whether it is spelled otherwise."""
        bare = tidy(name)
        for names, key in self._kinds(bare):
            if key in names:
                return names[key], False
        known = self._spelled.get(spelled(bare)) if bare else None
        return known, known is not None

    def _kinds(self, name: str) -> Iterator[tuple[Mapping[str, str], str]]:
        """Where a name is looked up, in turn: as an id, in any case, as it is written."""
        yield self._ids, name
        yield self._in_any_case, name.casefold()
        yield self._exact, name

    def within(self, text: str) -> set[str]:
        """The ids whose names stand in a text among other words, the longest where they overlap."""
        left, found = f" {_bare(text)} ", set[str]()
        for name in sorted(self._bare, key=len, reverse=True):
            if len(name) >= _SHORTEST and f" {name} " in left:
                left = left.replace(f" {name} ", " | ")
                found.add(self._bare[name])
        return found

    def of(self, category: Category) -> str | None:
        """The id that a category means, by its text or its code."""
        return self.found_of(category)[0]

    def found_of(self, category: Category) -> tuple[str | None, bool]:
        """The id that a category means, and whether it is spelled otherwise.

        A name may have its code before it, `101 København`, and the mark of a footnote behind it.
        """
        texts = [category.text, *([category.code] if category.code else [])]
        begins = category.text[:1].isdecimal()
        with_code = _CODE_FIRST.fullmatch(category.text) if begins else None
        texts += [with_code[2], with_code[1]] if with_code else []
        texts += _without_mark(category.text)
        found = (self.found(text) for text in texts)
        return next((each for each in found if each[0] is not None), (None, False))


def _without_mark(text: str) -> list[str]:
    """A name without the mark of a footnote: `Vold*`, `Indbrud 1)`; none that has no mark."""
    match = _MARKED.fullmatch(text) if text.endswith(MARK_ENDS) else None
    if match is None or ("(" in text and text.count("(") >= text.count(")")):
        return []
    return [match[1]]


def _in_turn(
    names: Iterable[Iterable[tuple[str, str]]], fold: Callable[[str], str]
) -> dict[str, str]:
    """Ids by names that mean one thing only, those of later kinds before those of earlier."""
    found: dict[str, str] = {}
    for kind in names:
        ids = defaultdict[str, set[str]](set)
        for name, own in kind:
            ids[fold(name)].add(own)
        found |= {name: min(own) for name, own in ids.items() if len(own) == 1}
    return found


def spelled(name: str) -> str:
    """A name as it is spelled without Danish letters, in small letters."""
    return " ".join(name.casefold().translate(_SPELLED).split())


def _bare(name: str) -> str:
    """A name as it is spelled, its words with nothing but blanks between them."""
    return " ".join(_BETWEEN.sub(" ", spelled(name)).split())


def spelled_otherwise(written: str, known: str) -> Finding:
    """That a name was read as one that is spelled a little otherwise."""
    return Finding("N367", (), {"written": written, "known": known})


class Known:
    """All that a spec gives names to.

    Attributes:
        any_area: whether areas that the spec does not know are wanted too.
    """

    def __init__(
        self, spec: Spec | None, options: Options = NOTHING_SAID, *, any_area: bool = False
    ) -> None:
        self.spec = spec
        self.any_area = any_area or (spec is not None and spec.open)
        indicators = [] if spec is None else spec.indicators.values()
        areas = [] if spec is None else spec.areas.values()
        self.indicators = Names(indicators, options.indicators)
        self.areas = Names(areas, options.areas)
