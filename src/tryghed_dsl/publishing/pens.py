"""Drawings as SVG, and as pictures for papers that cannot show it."""

import warnings
from collections.abc import Iterator
from html import escape
from io import BytesIO
from typing import TYPE_CHECKING

from tryghed_dsl.publishing.look import font_of, readable
from tryghed_dsl.publishing.shapes import Disc, Drawn, Patch, Place, Shape, Stroke, Text
from tryghed_dsl.status.theme import Theme

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_FONT = "DejaVu Sans"
_DOTS = 200  # to an inch
_UNITS = 100  # to an inch
_POINTS = 72  # to an inch
_MIDDLE = 0.35  # from the middle of letters down to the line that they stand on


def as_svg(drawn: Drawn, theme: Theme) -> str:
    """A drawing as an SVG element that grows with what it stands in, and fetches nothing."""
    shapes = "".join(_svg(shape) for shape in drawn.shapes)
    family = ", ".join([*font_of(theme), "sans-serif"])
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_n(drawn.width)} '
        f'{_n(drawn.height)}" width="100%" role="img" font-family="{escape(family)}" '
        f'aria-label="{_safe(drawn.alternative)}">{shapes}</svg>'
    )


def _svg(shape: Shape) -> str:
    if isinstance(shape, Stroke):
        dash = f' stroke-dasharray="{" ".join(map(_n, shape.dash))}"' if shape.dash else ""
        return (
            f'<polyline points="{_points(shape.places)}" fill="none" stroke="{shape.colour}" '
            f'stroke-width="{_n(shape.width)}"{dash}/>'
        )
    if isinstance(shape, Patch):
        return f'<polygon points="{_points(shape.places)}" fill="{shape.colour}"/>'
    if isinstance(shape, Disc):
        x, y = shape.centre
        return (
            f'<circle cx="{_n(x)}" cy="{_n(y)}" r="{_n(shape.radius)}" fill="{shape.colour}" '
            f'stroke="{shape.edge}" stroke-width="1.6"/>'
        )
    x, y = shape.place
    bold = ' font-weight="bold"' if shape.bold else ""
    return (
        f'<text x="{_n(x)}" y="{_n(y + _MIDDLE * shape.size)}" font-size="{_n(shape.size)}" '
        f'fill="{shape.colour}" text-anchor="{shape.anchor}"{bold}>{_safe(shape.words)}</text>'
    )


def _points(places: tuple[Place, ...]) -> str:
    return " ".join(f"{_n(x)},{_n(y)}" for x, y in places)


def _n(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")


def _safe(words: str) -> str:
    return escape(readable(words))


def as_png(drawn: Drawn, theme: Theme) -> bytes:
    """A drawing as a picture, fine enough for paper."""
    import matplotlib as mpl  # noqa: PLC0415 -- slow to load, and only papers need it
    from matplotlib.figure import Figure  # noqa: PLC0415 -- the same

    out = BytesIO()
    size = (drawn.width / _UNITS, drawn.height / _UNITS)
    with mpl.rc_context({"font.family": list(_families(theme))}), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of letters that no font here has
        figure = Figure(figsize=size)
        axes = figure.add_axes((0, 0, 1, 1), xlim=(0, drawn.width), ylim=(drawn.height, 0))
        axes.set_axis_off()
        for order, shape in enumerate(drawn.shapes):
            _paint(axes, shape, order)
        figure.savefig(out, format="png", dpi=_DOTS, metadata={"Software": None})
    return out.getvalue()


def _families(theme: Theme) -> Iterator[str]:
    """The theme's font, where this machine has it, and one that always is there."""
    from matplotlib import font_manager  # noqa: PLC0415 -- the same

    yield from (name for name in font_of(theme) if name in font_manager.get_font_names())
    yield _FONT


def _paint(axes: "Axes", shape: Shape, order: int) -> None:
    if isinstance(shape, Stroke):
        width = _pt(shape.width)
        dash = tuple(_pt(length) / width for length in shape.dash)
        style = (0.0, dash) if dash else "solid"
        xs, ys = zip(*shape.places, strict=True)
        axes.plot(xs, ys, color=shape.colour, linewidth=width, linestyle=style, zorder=order)
    elif isinstance(shape, Patch):
        xs, ys = zip(*shape.places, strict=True)
        axes.fill(xs, ys, color=shape.colour, linewidth=0, zorder=order)
    elif isinstance(shape, Disc):
        axes.plot(
            *shape.centre,
            marker="o",
            markersize=_pt(2 * shape.radius),
            color=shape.colour,
            markeredgecolor=shape.edge,
            zorder=order,
        )
    else:
        _write(axes, shape, order)


def _write(axes: "Axes", text: Text, order: int) -> None:
    axes.text(
        *text.place,
        readable(text.words),
        size=_pt(text.size),
        color=text.colour,
        ha={"start": "left", "middle": "center", "end": "right"}[text.anchor],
        va="center_baseline",
        weight="bold" if text.bold else "normal",
        zorder=order,
        parse_math=False,
    )


def _pt(units: float) -> float:
    return units * _POINTS / _UNITS
