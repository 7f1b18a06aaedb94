"""The spec that `tryghed init` writes, and the figures beside it, built from their parts."""

import math
from collections.abc import Iterable, Sequence

from tryghed_dsl.domain.unit import Direction
from tryghed_dsl.records import dataclass
from tryghed_dsl.renderers.words import either
from tryghed_dsl.syntax.printing.names import quoted_where_needed
from tryghed_dsl.text.language import Language

# The highest that a share can be, by its unit.
HIGHEST = {"percent": 100, "fraction": 1}
_MARGIN = 0.1
_COLUMNS = "indicator;area;period;value;unit;flag;origin"
# The area that the example is compared with.
EXAMPLE_CITY = "byen"
# The goal that what was agreed stands below.
AGREED = "aftalt"


@dataclass(frozen=True, slots=True)
class Measured:
    """What an agreement measures; `baseline` is its figure before the first year, as typed."""

    name: str
    title: str
    unit: str
    direction: Direction
    baseline: str

    @property
    def written(self) -> str:
        """Its name as a spec has it."""
        return quoted_where_needed(self.name)


@dataclass(frozen=True, slots=True)
class Agreed:
    """What is agreed; without anything measured it is filled with an example.

    Attributes:
        title: what the agreement is called.
        area: the name of its area.
        area_title: what people call the area; None where that is its name.
        first: its first year.
        years: how many years it runs.
        decided_by: who decides on changes to it.
        measured: what it measures.
    """

    title: str
    area: str
    area_title: str | None
    first: int
    years: int
    decided_by: str | None
    measured: tuple[Measured, ...]

    @property
    def before(self) -> int:
        """The year that it is compared with."""
        return self.first - 1

    @property
    def last(self) -> int:
        """Its last year."""
        return self.first + self.years - 1


# ------------------------------------------------------------------ the spec


def spec_text(agreed: Agreed, command: str, language: Language) -> str:
    """The spec, not yet laid out; `command` is what judges it."""
    made = _asked if agreed.measured else _example
    parts = [_heading(agreed, command, language), _agreement(agreed), *made(agreed, language)]
    return "\n\n".join(part for part in parts if part) + "\n"


def _heading(agreed: Agreed, command: str, language: Language) -> str:
    lines = either(
        language,
        "# A spec to start from: change the names and numbers to those of your agreement.\n"
        f"# To judge it:  {command}",
        "# En aftalefil at begynde med: ret navne og tal til dem i jeres aftale.\n"
        f"# Bedøm den med:  {command}",
    )
    decided = either(language, "Changes are decided by", "Ændringer besluttes af")
    return f"{lines}\n# {decided}: {agreed.decided_by}" if agreed.decided_by else lines


def _agreement(agreed: Agreed) -> str:
    return _block(
        f"agreement {_string(agreed.title)}",
        [
            f"valid {agreed.first}..{agreed.last}",
            f"area {quoted_where_needed(agreed.area)}",
            f"baseline {agreed.before}",
        ],
    )


def _asked(agreed: Agreed, language: Language) -> Iterable[str]:
    title = "" if agreed.area_title is None else f" {_string(agreed.area_title)}"
    yield f"area {quoted_where_needed(agreed.area)}{title}"
    yield "\n".join(
        f"indicator {each.written} {_string(each.title)}, {each.unit}, {each.direction} is better, "
        f"baseline {agreed.before} = {each.baseline}"
        for each in agreed.measured
    )
    called = either(language, "What was agreed", "Det er aftalt")
    targets = [_target(each, agreed, language) for each in agreed.measured]
    yield _block(f"goal {AGREED} {_string(called)}", targets)
    yield _test_of_first(agreed, language)


def _target(measured: Measured, agreed: Agreed, language: Language) -> str:
    lower = measured.direction is Direction.LOWER
    sign, before = "<=" if lower else ">=", agreed.before
    most = either(language, f"at most as in {before}", f"højst som i {before}")
    least = either(language, f"at least as in {before}", f"mindst som i {before}")
    said, margin = most if lower else least, ""
    if float(measured.baseline):  # there is no tenth of nothing
        margin = ", warn within 10%"
        said += either(
            language,
            "; a miss of up to a tenth is a warning",
            "; en tiendedel ved siden af er en advarsel",
        )
    return f"# {said}\n  {measured.written} {sign} baseline({before}){margin}"


def _test_of_first(agreed: Agreed, language: Language) -> str:
    """A test of the first target that a figure can miss; nothing where none can."""
    broken = ((each, _missing_it(each)) for each in agreed.measured)
    for measured, figure in broken:
        if figure is not None:
            called = f"{measured.title}: {figure}"
            name = either(language, f"{called} breaks the promise", f"{called} bryder løftet")
            return _test(name, measured.written, figure, agreed.first)
    return ""


def _missing_it(measured: Measured) -> int | None:
    """A figure that misses the target by more than its margin; None where there is none."""
    baseline = float(measured.baseline)
    if measured.direction is Direction.LOWER:
        worse = math.floor(baseline * 1.5) + 1
        fits = worse > baseline * (1 + _MARGIN) and worse <= HIGHEST.get(measured.unit, math.inf)
    else:
        worse = math.floor(baseline / 2)
        fits = worse < baseline * (1 - _MARGIN)
    return worse if fits and baseline >= 0 else None


def _test(name: str, indicator: str, figure: int, year: int) -> str:
    return _block(
        f"test {_string(name)}",
        [
            f"given {indicator}[{year}] = {figure}",
            f"as of {year}",
            f"expect {indicator} fail missed",
        ],
    )


def _block(opening: str, lines: Sequence[str]) -> str:
    inside = "\n".join(f"  {line}" for line in lines)
    return f"{opening} {{\n{inside}\n}}"


def _string(text: str) -> str:
    """A text as a spec has it, which knows no quotation marks inside."""
    return '"{}"'.format(" ".join(text.replace('"', "'").split()))


# ------------------------------------------------------------------ the example


def _example(agreed: Agreed, language: Language) -> Iterable[str]:
    city = either(language, "The whole city", "Hele byen")
    burglaries = either(language, "Burglaries", "Indbrud")
    unsafe = either(language, "Residents who feel unsafe", "Andel utrygge borgere")
    before, last = agreed.before, agreed.last
    yield f"area {EXAMPLE_CITY} {_string(city)}\narea {agreed.area} in {EXAMPLE_CITY}"
    yield (
        f"indicator indbrud {_string(burglaries)}, count, lower is better, baseline {before} = 48\n"
        f"indicator utryg {_string(unsafe)}, percent, lower is better"
    )
    yield f"benchmark byens_niveau = same indicator in {EXAMPLE_CITY}"
    yield _block(
        "goal tryghed {}".format(either(language, '"Safer streets"', '"Tryggere gader"')),
        [
            either(
                language,
                "# at most as many as before the agreement; up to a tenth more is a warning",
                "# højst så mange som før aftalen; op til en tiendedel flere er en advarsel",
            ),
            f"indbrud <= baseline({before}), warn within 10%",
            either(
                language,
                "# half of the way to the city's level before the agreement ends",
                "# halvdelen af vejen til byens niveau, inden aftalen slutter",
            ),
            f"utryg -> approach(byens_niveau, by={last}, close=50%)",
        ],
    )
    name = either(language, "53 burglaries break the promise", "53 indbrud bryder løftet")
    yield _test(name, "indbrud", 53, agreed.first)


# ------------------------------------------------------------------ the figures


def figures_text(agreed: Agreed, language: Language) -> str:
    """The figures beside it; whoever made them up says so."""
    before, first, area = str(agreed.before), str(agreed.first), agreed.area
    if not agreed.measured:
        made_up = either(language, "made up", "opdigtet")
        return _table(
            (*row, "example", made_up)
            for row in (
                ("indbrud", area, before, "48", "count"),
                ("indbrud", area, first, "45", "count"),
                ("utryg", area, before, "12", "percent"),
                ("utryg", area, first, "9", "percent"),
                ("utryg", EXAMPLE_CITY, before, "6", "percent"),
                ("utryg", EXAMPLE_CITY, first, "6", "percent"),
            )
        )
    told = either(language, "the baseline again, until it is known", "som før, til tallet kendes")
    return _table(
        row
        for each in agreed.measured
        for row in (
            (each.name, area, before, each.baseline, each.unit, "", ""),
            (each.name, area, first, each.baseline, each.unit, "example", told),
        )
    )


def _table(rows: Iterable[Sequence[str]]) -> str:
    return "".join(f"{line}\n" for line in (_COLUMNS, *map(";".join, rows)))
