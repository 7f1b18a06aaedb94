"""A status report as a paper for a committee: what stands in it, and in which order.

Every format that is printed lays out the same blocks.
"""

from collections.abc import Iterator
from datetime import UTC, datetime

from tryghed_dsl.publishing.blocks import (
    Block,
    Heading,
    Paragraph,
    Piece,
    marked,
    named,
    plain,
    strong,
)
from tryghed_dsl.publishing.look import readable
from tryghed_dsl.publishing.sections import Sections
from tryghed_dsl.status.model import Change, Status
from tryghed_dsl.status.overview import Made
from tryghed_dsl.status.theme import Theme
from tryghed_dsl.status.words import Words as Say
from tryghed_dsl.text.language import Language

# Papers say nothing of when they were made: the same report is the same file.
MADE = datetime(2000, 1, 1, tzinfo=UTC)
TAGS = {Language.DA: "da-DK", Language.EN: "en-GB"}


def paper(status: Status, theme: Theme) -> tuple[Block, ...]:
    """The blocks of a paper on one area."""
    return tuple(_paper(status, theme))


def _paper(status: Status, theme: Theme) -> Iterator[Block]:
    say, sections = Say(status.language), Sections(status, theme)
    yield from beginning(status)
    yield Heading(1, plain(say("Overall")))
    yield Paragraph((*marked(status.mark, ":"), *plain(status.summary)))
    if status.targets:
        yield Heading(1, plain(say("Targets")))
        yield sections.table()
    yield from sections.goals()
    yield from sections.watched()
    yield from sections.wanting()
    yield from grounds(status)
    if status.full:
        yield from sections.rules()
        yield from sections.figures()


def running_title(made: Made) -> str:
    """What stands at the foot of every page."""
    return readable(f"{made.agreement} · {made.title}")


def beginning(made: Made) -> Iterator[Block]:
    """The title, what there is to know at the beginning, and the organisation's own words."""
    yield Heading(0, plain(made.title))
    yield Paragraph(plain(made.agreement), "under")
    facts: list[Piece] = []
    for name, value in made.facts:
        parted = ("·",) if facts else ()
        facts += [*map(Piece, parted), *strong(named(name)), *plain(value)]
    yield Paragraph(tuple(facts))
    for text in made.introduction:
        yield Paragraph(plain(text))


def grounds(made: Made) -> Iterator[Block]:
    """What has changed in the targets, and what the verdicts rest on."""
    say = Say(made.language)
    if made.since is not None:
        title = say("What has changed in the targets since {period}", period=made.since)
        yield Heading(1, plain(title))
        if not made.changes:
            yield Paragraph(plain(say("Nothing has changed.")))
        for change in made.changes:
            yield Paragraph(tuple(_changed(change, say)), "point")
    yield Heading(1, plain(say("Method and sources")))
    for text in made.method:
        yield Paragraph(plain(text))
    for text in made.sources:
        yield Paragraph(plain(text), "point")


def _changed(change: Change, say: Say) -> Iterator[Piece]:
    yield from strong(named(change.title))
    yield from plain(f"{change.kind}.")
    for name, text in (
        ("Before", change.old),
        ("Now", change.new),
        ("Because", change.because),
    ):
        if text:
            yield from strong(named(say(name)))
            yield from plain(text)
