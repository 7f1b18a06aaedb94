"""A status report as PDF, tagged for screen readers, with its fonts in it."""

from tryghed_dsl.status.model import Status
from tryghed_dsl.status.overview import Overview
from tryghed_dsl.status.theme import Theme


def rendered(status: Status, theme: Theme) -> bytes:
    """The report as a file."""
    from tryghed_dsl.publishing.paper import paper  # noqa: PLC0415 -- slow to load
    from tryghed_dsl.publishing.pdf_layout import laid_out  # noqa: PLC0415 -- the same

    return laid_out(status, theme, paper(status, theme))


def rendered_areas(overview: Overview, theme: Theme) -> bytes:
    """The reports of many areas as a file."""
    from tryghed_dsl.publishing.areas_paper import paper_of_areas  # noqa: PLC0415 -- slow to load
    from tryghed_dsl.publishing.pdf_layout import laid_out  # noqa: PLC0415 -- the same

    return laid_out(overview, theme, paper_of_areas(overview, theme))
