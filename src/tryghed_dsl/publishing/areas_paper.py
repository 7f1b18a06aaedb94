"""The status reports of many areas as one paper: the areas ranked, then a page for each."""

from collections.abc import Iterator

from tryghed_dsl.publishing import ranking
from tryghed_dsl.publishing.blocks import (
    Block,
    Grid,
    GridRow,
    Heading,
    Paragraph,
    Picture,
    marked,
    named,
    plain,
)
from tryghed_dsl.publishing.look import readable, sign
from tryghed_dsl.publishing.paper import beginning, grounds
from tryghed_dsl.publishing.sections import Sections
from tryghed_dsl.records import replace
from tryghed_dsl.status.overview import AreaPart, Overview, words_of
from tryghed_dsl.status.theme import Theme
from tryghed_dsl.status.words import Words

_RANKING = 700.0  # so wide that a sheet has room for the title and as many rows as there can be
_AREA, _VERDICT, _TOLD, _COUNT = 44, 31, 24, 17  # widths of columns


def paper_of_areas(overview: Overview, theme: Theme) -> tuple[Block, ...]:
    """The blocks of a paper on many areas."""
    return tuple(_paper(overview, theme))


def _paper(overview: Overview, theme: Theme) -> Iterator[Block]:
    say = Words(overview.language)
    yield from beginning(overview)
    yield Paragraph(plain(overview.summary))
    yield Heading(1, plain(say("The areas")))
    told = say(
        "The areas stand in the order of how large a share of the targets that could be judged are "
        "met. The part on each area follows in the same order."
    )
    yield Paragraph(plain(told))
    for drawn in ranking.drawn(overview, theme, _RANKING):
        yield Picture(drawn, wide=True)
    yield _table(overview, say)
    for area in overview.areas:
        yield from _area(area, theme)
    yield from _end(overview, theme)


def _table(overview: Overview, say: Words) -> Grid:
    """The areas in the order of their ranks, with how many targets have which verdict."""
    words = words_of(overview)
    rows = (
        GridRow(
            (
                plain(area.name),
                marked(area.status.mark),
                plain(area.told),
                *(plain(str(area.count(verdict) or "–")) for verdict in words),
            )
        )
        for area in overview.areas
    )
    headings = (say("Area"), say("Verdict"), say("Targets"))
    counts = tuple(readable(f"{sign(verdict)} {word}") for verdict, word in words.items())
    widths = (_AREA, _VERDICT, _TOLD, *(_COUNT for _ in words))
    return Grid((*headings, *counts), widths, tuple(rows))


def _area(area: AreaPart, theme: Theme) -> Iterator[Block]:
    """The page of an area; what each target is told in is for the full report."""
    status, sections = area.status, Sections(area.status, theme, level=2)
    said = (*plain(named(area.name)), *marked(status.mark))
    yield Heading(1, said, new_page=True)
    yield Paragraph(plain(status.summary))
    if status.targets:
        yield sections.table()
    if status.full:
        yield from sections.goals()
        yield from sections.watched()
    yield from sections.wanting()
    if status.full:
        yield from sections.figures()


def _end(overview: Overview, theme: Theme) -> Iterator[Block]:
    """What holds for every area, said once."""
    first, *others = grounds(overview)
    yield replace(first, new_page=True) if isinstance(first, Heading) else first
    yield from others
    if overview.full:
        yield from Sections(overview.areas[0].status, theme).rules()
