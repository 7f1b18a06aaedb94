"""A status report as a document of Word, in the organisation's own template where it has one."""

from tryghed_dsl.status.model import Status
from tryghed_dsl.status.theme import Theme


def rendered(status: Status, theme: Theme) -> bytes:
    """The report as a file.

    Raises:
        FiguresError: the theme's template is no document of Word, or its logo no picture.
    """
    from tryghed_dsl.publishing.docx_layout import laid_out  # noqa: PLC0415 -- slow to load

    return laid_out(status, theme)
