"""The columns of a table of targets, as spreadsheets and text files have them."""

from collections.abc import Iterator, Mapping

from tryghed_dsl.publishing.look import readable
from tryghed_dsl.status.model import Status, TargetPart
from tryghed_dsl.status.words import Words

Cell = str | float | None
# What spreadsheets take for the beginning of a formula.
_BEGINS_FORMULA = ("=", "+", "-", "@")


def target_rows(status: Status) -> Iterator[Mapping[str, Cell]]:
    """One row a target, by headings; numbers are numbers, in the unit that stands beside them."""
    say = Words(status.language)
    notice = {say("Note"): status.notice} if status.notice else {}
    for goal in status.goals:
        for part in goal.targets:
            yield {**_row(goal.title, part, say), **notice}
    for part in status.watched:
        yield {**_row(say("Only watched"), part, say), **notice}


def _row(goal: str, part: TargetPart, say: Words) -> Mapping[str, Cell]:
    row, numbers = part.row, part.row.numbers
    return {
        say("Goal"): goal,
        say("Target"): row.title,
        say("Name"): row.name,
        say("Clause"): row.clause,
        say("Verdict"): row.mark.word,
        say("Value"): numbers.value,
        say("Unit"): row.unit,
        say("Held against"): numbers.limit,
        say("Difference"): numbers.difference,
        say("Since last"): numbers.since_last,
        say("Since the baseline"): numbers.since_start,
        say("Lower limit"): numbers.lower,
        say("Upper limit"): numbers.upper,
        say("How sure"): row.certainty,
        say("Why"): " ".join(part.sentences),
    }


def harmless(text: str) -> str:
    """A text that no spreadsheet takes for a formula, on one line."""
    shown = readable(text)
    return f"'{shown}" if shown.startswith(_BEGINS_FORMULA) else shown
