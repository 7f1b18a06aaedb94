"""The verdicts of a status report for programs, in the form that `tryghed check` has too."""

from tryghed_dsl.status.model import Status
from tryghed_dsl.status.theme import Theme


def rendered(status: Status, theme: Theme) -> bytes:
    """The report as JSON by its published schema."""
    del theme  # programs have no use for it
    text = status.report.model_dump_json(indent=2, language=status.language.value)
    return f"{text}\n".encode()
