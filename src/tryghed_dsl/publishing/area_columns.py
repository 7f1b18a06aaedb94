"""The table of many areas for spreadsheets: a row each, with what is said of each target."""

from collections.abc import Iterator

from tryghed_dsl.publishing.columns import Cell
from tryghed_dsl.status.overview import Overview, words_of
from tryghed_dsl.status.words import Words


def area_table(overview: Overview) -> Iterator[tuple[str, list[Cell]]]:
    """The columns: a heading each, and below it a cell for each area in the order of its rank."""
    say, areas = Words(overview.language), overview.areas
    yield say("Area"), [area.name for area in areas]
    yield say("Name"), [area.status.area for area in areas]
    yield say("Verdict"), [area.status.mark.word for area in areas]
    for verdict, word in words_of(overview).items():
        yield word, [float(area.count(verdict)) for area in areas]
    rows = [{part.row.name: part.row for part in area.status.targets} for area in areas]
    titles = {name: row.title for some in rows for name, row in some.items()}
    for name, title in titles.items():
        told = [some.get(name) for some in rows]
        yield title, [row.mark.word if row else None for row in told]
        value = f"{title}, {say('Value').lower()}"
        yield value, [row.numbers.value if row else None for row in told]
    if overview.notice:
        yield say("Note"), [overview.notice for _ in areas]
