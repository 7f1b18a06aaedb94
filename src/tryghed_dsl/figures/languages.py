"""Files in several languages, whose names may fit a spec in another one than they were taken in."""

from collections.abc import Iterable, Iterator

from tryghed_dsl.figures.cube import Category, Cube
from tryghed_dsl.figures.naming import Known
from tryghed_dsl.figures.options import Options
from tryghed_dsl.findings.finding import Finding, InFile


def other_language(cube: Cube, known: Known, options: Options) -> Iterator[Finding]:
    """That a spec's names fit another of the file's languages better, with what to write."""
    if options.language is not None or not cube.languages or known.spec is None:
        return
    taken = (each for place in range(len(cube.dimensions)) for each in cube.categories(place))
    own = _fitting(taken, known)
    fits = {
        language: _fitting(map(Category, names), known)
        for language, names in cube.languages.items()
    }
    best = max(fits, key=fits.__getitem__)
    if fits[best] > own:
        yield Finding("W329", (), {"language": best}, InFile(cube.file))


def _fitting(categories: Iterable[Category], known: Known) -> int:
    """How many of the spec's indicators and areas are named."""
    listed = list(categories)
    return sum(
        len({own for each in listed if (own := names.of(each)) is not None})
        for names in (known.indicators, known.areas)
    )
