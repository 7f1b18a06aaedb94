"""Yearly revisions: the whole wording from each year on, of the first file and those after it.

All this is done on what was written, before it is checked: every wording is a file of its own,
which the checker then reads like any other.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field

from tryghed_dsl.check.expressions import periods
from tryghed_dsl.check.notes import Notes
from tryghed_dsl.check.promises.clauses import once
from tryghed_dsl.check.revising.merged import Merged, Retired
from tryghed_dsl.domain.period import Period
from tryghed_dsl.records import dataclass, replace
from tryghed_dsl.syntax import nodes
from tryghed_dsl.text.source import Span


@dataclass(frozen=True, slots=True)
class Written:
    """A file as it was signed, and the files that it uses."""

    tree: nodes.File
    used: tuple[nodes.File, ...] = ()


@dataclass(frozen=True, slots=True)
class Wording:
    """All that holds together from a period on.

    Attributes:
        file: the statements of the first file and its revisions as one.
        effective: the period from which on it holds; None for the first.
        because: why it was revised, where that is said.
        retired: the targets that are retired by then.
        restated: the indicators that this revision declares anew.
        restated_from: from when each indicator holds that any revision so far declares anew.
    """

    file: nodes.File
    effective: Period | None = None
    because: str | None = None
    retired: tuple[Retired, ...] = ()
    restated: tuple[nodes.Indicator, ...] = ()
    restated_from: Mapping[str, Period] = field(default_factory=dict)


def wordings(chain: Sequence[Written], notes: Notes) -> list[Wording]:
    """The wordings of a spec, the oldest first.

    Args:
        chain: the first file, and those that revise it one after another.
        notes: where findings go.
    """
    first, *revisions = chain
    _tell_outside(first.tree, notes)
    files = _Files()
    merged = Merged((*files.used_by(first), *first.tree.statements))
    made = [Wording(files.whole_file(first.tree, merged))]
    for written in revisions:
        from tryghed_dsl.check.revising.merging import merge  # noqa: PLC0415 -- most revise nothing

        before = replace(merged, statements=(*files.used_by(written), *merged.statements))
        merged = merge(before, written.tree, notes, whole=files.whole)
        made.append(_wording(written.tree, merged, made[-1], files, notes))
    return made


def _wording(
    tree: nodes.File, merged: Merged, before: Wording, files: "_Files", notes: Notes
) -> Wording:
    """The wording that a revision makes."""
    from tryghed_dsl.check.revising.merging import restated  # noqa: PLC0415 -- as above

    head = next(each for each in tree.statements if isinstance(each, nodes.Revises))
    effective, because = _head(head, tree, notes)
    _tell_order(head, effective, before, notes)
    anew = restated(tree)
    since = {} if effective is None else dict.fromkeys((x.name.text for x in anew), effective)
    return Wording(
        files.whole_file(tree, merged),
        effective,
        because,
        tuple(merged.retired.values()),
        anew,
        {**before.restated_from, **since},
    )


def _tell_outside(file: nodes.File, notes: Notes) -> None:
    """Tell of what only a revision can say, in a file that revises none."""
    for statement in file.statements:
        if isinstance(statement, nodes.Replace | nodes.Retire):
            word = "replace" if isinstance(statement, nodes.Replace) else "retire"
            notes.tell("E219", statement.span, word=word)


class _Files:
    """The files that a wording is made of, those that are used each once."""

    def __init__(self) -> None:
        self._used: set[int] = set()
        self._damaged = nodes.Damaged()
        self.whole = True

    def used_by(self, written: Written) -> Iterator[nodes.Statement]:
        """The statements of the files that one uses and none before it does."""
        for file in written.used:
            if id(file) not in self._used:
                self._used.add(id(file))
                self._take(file)
                yield from file.statements

    def whole_file(self, newest: nodes.File, merged: Merged) -> nodes.File:
        """Merged statements as one file, in the place of the newest."""
        self._take(newest)
        return nodes.File(merged.statements, self._damaged, self.whole, span=newest.span)

    def _take(self, file: nodes.File) -> None:
        self._damaged = nodes.Damaged.together((self._damaged, file.damaged))
        self.whole = self.whole and file.whole


# ------------------------------------------------------------------ from when


def _head(node: nodes.Revises, file: nodes.File, notes: Notes) -> tuple[Period | None, str | None]:
    """When a revision takes effect, and why it was made."""
    effective, because, said = None, None, dict[str, Span]()
    for line in node.lines:
        match line:
            case nodes.Effective(when):
                once("effective", line.span, said, notes)
                effective = effective or periods.real_period(when, notes)
            case nodes.Because(words):
                once("because", line.span, said, notes)
                because = because or words.text
    if "effective" not in said and file.whole:
        notes.tell("E217", node.path.span)
    return effective, because


def _tell_order(
    node: nodes.Revises, effective: Period | None, before: Wording, notes: Notes
) -> None:
    """Tell of a revision that takes effect no later than the one that it revises."""
    if effective is None or before.effective is None:
        return
    if effective.starts <= before.effective.starts:
        line = next(line for line in node.lines if isinstance(line, nodes.Effective))
        args = {"effective": str(effective), "before": str(before.effective)}
        notes.tell("E218", line.when.span, path=node.path.text, **args)
