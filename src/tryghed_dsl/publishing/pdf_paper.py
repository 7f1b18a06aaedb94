"""A status report as PDF, tagged for screen readers, with its fonts in it."""

from tryghed_dsl.status.model import Status
from tryghed_dsl.status.theme import Theme


def rendered(status: Status, theme: Theme) -> bytes:
    """The report as a file."""
    from tryghed_dsl.publishing.pdf_layout import laid_out  # noqa: PLC0415 -- slow to load

    return laid_out(status, theme)
