"""The chart that ranks areas: a row for each, with a field for each of its targets."""

from collections.abc import Iterator

from tryghed_dsl.publishing.look import colour, readable, sign
from tryghed_dsl.publishing.pens import as_svg
from tryghed_dsl.publishing.shapes import Drawn, Patch, Shape, Text, width_of, wrapped
from tryghed_dsl.status.overview import AreaPart, Overview
from tryghed_dsl.status.theme import Theme
from tryghed_dsl.status.words import Words

_ROW, _SIZE = 20.0, 12.0
_MOST = 35  # rows on a sheet
_NAME = 0.42  # of the width, at most
_BESIDE = 10.0  # between names and fields, and at the edge
_WIDEST, _SIGNED = 30.0, 9.0  # fields, and those that have room for a sign
_BLACK, _WHITE = "#1a1a1a", "#ffffff"


def svgs(overview: Overview, theme: Theme, width: float) -> list[str]:
    """The chart as SVG elements, none longer than a sheet of paper."""
    return [as_svg(each, theme) for each in drawn(overview, theme, width)]


def drawn(overview: Overview, theme: Theme, width: float) -> Iterator[Drawn]:
    """The chart's parts, from the first areas to the last."""
    say, areas = Words(overview.language), overview.areas
    most = max(len(part.marks) for part in areas)
    words = max(width_of(part.told, _SIZE) for part in areas)
    names = max(width_of(readable(part.name), _SIZE) for part in areas)
    left = min(width * _NAME, names + 2 * _BESIDE)
    field = min(_WIDEST, (width - left - words - 12) / max(most, 1))
    for first in range(0, len(areas), _MOST):
        some = areas[first : first + _MOST]
        rows = (_row(part, place * _ROW, left, field, theme) for place, part in enumerate(some))
        told = "; ".join(f"{part.name}: {part.told}" for part in some)
        yield Drawn(
            width,
            _ROW * len(some),
            tuple(shape for row in rows for shape in row),
            f"{say('Targets that are met, by area')}. {told}.",
        )


def _row(part: AreaPart, top: float, left: float, field: float, theme: Theme) -> Iterator[Shape]:
    middle = top + _ROW / 2
    (name, *_) = wrapped(readable(part.name), _SIZE, left - _BESIDE, 1) or [""]
    yield Text((left - _BESIDE + 2, middle), name, _SIZE, _BLACK, "end")
    for place, mark in enumerate(part.marks):
        x = left + place * field
        end, low, high = x + field - 1, top + 2, top + _ROW - 2
        corners = ((x, low), (end, low), (end, high), (x, high))
        yield Patch(corners, colour(mark.verdict, theme))
        if field >= _SIGNED:
            yield Text(
                ((x + end) / 2, middle), sign(mark.verdict), _SIZE, _WHITE, "middle", bold=True
            )
    end = left + len(part.marks) * field + 6
    yield Text((end, middle), part.told, _SIZE, _BLACK)
