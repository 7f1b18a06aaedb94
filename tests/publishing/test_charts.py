"""The chart of a target: its axes, names and marks, as they are read from the SVG."""

import re
from dataclasses import replace
from itertools import pairwise
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from tryghed_dsl.domain.verdict import Verdict
from tryghed_dsl.publishing import charts
from tryghed_dsl.publishing.scales import scale
from tryghed_dsl.publishing.shapes import Disc, Stroke, Text, width_of, wrapped
from tryghed_dsl.status.model import Chart, Line, Mark, Point
from tryghed_dsl.status.theme import Theme
from tryghed_dsl.text.language import Language

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = '<script>alert("1")</script> ]]> & $\\frac{a}$ \x00\x1b\u202e'


def chart(
    *values: float | None, language: Language = Language.DA, title: str = "Indbrud", **more: Any
) -> Chart:
    periods = tuple(str(2014 + place) for place in range(len(values)))
    points = tuple(Point(*each) for each in zip(periods, values, strict=True))
    mark = Mark(Verdict.FAIL, "ikke opfyldt")
    last = max(p.period for p in points if p.value is not None)
    said = Chart(title, "", periods, Line(title, points), last, mark, f"{title}.")
    return replace(said, language=language, **more)


def texts(drawn: Chart, theme: Theme | None = None) -> list[str]:
    root = ET.fromstring(charts.svg(drawn, theme or Theme()))  # noqa: S314 -- our own
    return [text.text or "" for text in root.iter(f"{SVG}text")]


def test_ticks_of_counts_are_whole() -> None:
    assert [t for t in texts(chart(2, 1, 0)) if t.isdigit() and len(t) < 3] == ["0", "1", "2", "0"]


@pytest.mark.parametrize(("language", "tick"), [(Language.DA, "0,2"), (Language.EN, "0.2")])
def test_ticks_have_the_signs_of_the_language(language: Language, tick: str) -> None:
    assert tick in texts(chart(0.4, 0.7, language=language))


def test_negative_and_large_ticks_are_written_out() -> None:
    said = texts(chart(-12_000_000.0, 9_000_000.0))
    assert {"−20.000.000", "0", "10.000.000"} <= set(said)


def test_a_scale_shows_zero_and_ends_beyond_the_values() -> None:
    assert scale([11, 16], whole=True).ticks == (0, 5, 10, 15, 20)
    assert scale([0], whole=True).ticks == (0, 1)
    assert scale([-3, -1], whole=True).ticks == (-3, -2, -1, 0)


def test_numbers_at_the_edge_of_what_can_be_held_are_drawn() -> None:
    drawn = charts.svg(chart(1.7e308, -1.7e308), Theme())
    assert "nan" not in drawn
    assert "inf" not in drawn


def test_the_axis_ends_where_the_periods_do() -> None:
    """Names stand to the right of the axis, and not above it."""
    drawn = charts.drawn(chart(48, 44), Theme())
    ends = [shape.places[-1][0] for shape in drawn.shapes if isinstance(shape, Stroke)]
    names = [s for s in drawn.shapes if isinstance(s, Text) and s.words == "44"]
    assert names[0].place[0] > max(ends)


def test_a_figure_alone_after_a_gap_is_still_seen() -> None:
    drawn = charts.drawn(chart(48, None, 44), Theme())
    accent = Theme().colours["accent"]
    discs = [shape for shape in drawn.shapes if isinstance(shape, Disc)]
    assert len(discs) == 2
    lines = [s for s in drawn.shapes if isinstance(s, Stroke) and s.colour == accent]
    assert lines == []


def test_breaks_and_the_deadline_are_named() -> None:
    said = texts(chart(48, 47, 46, 45, breaks=("2016",), deadline="2017"))
    assert {"brud i tallene", "frist"} <= set(said)
    english = texts(chart(48, 47, 46, breaks=("2016",), language=Language.EN))
    assert "series break" in english


def test_twenty_five_periods_do_not_lie_on_each_other() -> None:
    drawn = charts.drawn(chart(*range(25)), Theme())
    years = [s for s in drawn.shapes if isinstance(s, Text) and re.match("20..$", s.words)]
    places = sorted(shape.place[0] for shape in years)
    assert "2038" in {shape.words for shape in years}
    assert min(b - a for a, b in pairwise(places)) > width_of("2038", 10.5)


def test_long_names_are_wrapped_and_only_then_cut() -> None:
    assert wrapped("sammenligning over alle distrikter", 10, 100, 3) == [
        "sammenligning",
        "over alle",
        "distrikter",
    ]
    (only,) = wrapped("a" * 10_000, 10, 100, 1)
    assert only.endswith("…")
    assert wrapped("Vold/Trusler/Våben", 10, 60, 3) == ["Vold/", "Trusler/", "Våben"]


@pytest.mark.parametrize("title", [HOSTILE, "x" * 10_000, "a" + "\ufffe" + "b"])
def test_any_name_is_drawn(title: str) -> None:
    held = Line(title, (Point("2014", 45), Point("2015", 45)))
    svg = charts.svg(chart(48, 44, title=title, held_against=held), Theme())
    assert "<script" not in svg
    ET.fromstring(svg)  # noqa: S314 -- our own
    assert charts.png(chart(48, 44, title=title, held_against=held), Theme()).startswith(b"\x89PNG")


def test_the_chart_says_in_words_what_it_shows_and_has_no_ids() -> None:
    root = ET.fromstring(charts.svg(chart(48, 44), Theme()))  # noqa: S314 -- our own
    assert root.get("role") == "img"
    assert root.get("aria-label") == "Indbrud."
    assert all("id" not in each.attrib for each in root.iter())


def test_a_font_falls_back_on_one_that_everyone_has() -> None:
    svg = charts.svg(chart(48, 44), Theme(font='Georgia"; } x'))
    assert re.search('font-family="Georgia +x, sans-serif"', svg)
