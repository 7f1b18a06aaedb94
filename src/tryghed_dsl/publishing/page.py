"""A status report as a web page: one file that fetches nothing, for screens and for paper."""

from base64 import b64encode
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from tryghed_dsl.domain.verdict import Verdict
from tryghed_dsl.publishing import charts
from tryghed_dsl.publishing.columns_used import columns_used
from tryghed_dsl.publishing.look import accent, colour, font_of, readable, sign
from tryghed_dsl.status.model import Status
from tryghed_dsl.status.theme import Theme, picture_kind
from tryghed_dsl.status.words import Words

if TYPE_CHECKING:
    from jinja2 import Environment

_TEMPLATES = Path(__file__).parent / "templates"
_LONG = 20  # letters of a word
_CHART = 440.0  # so wide that its words can be read on a telephone


def rendered(status: Status, theme: Theme) -> bytes:
    """The page."""
    return _written("page.html", theme, status=status)


def _written(template: str, theme: Theme, status: Status) -> bytes:
    from markupsafe import Markup  # noqa: PLC0415 -- comes with the templates' library

    page = _environment().get_template(template)
    text = page.render(
        status=status,
        say=Words(status.language),
        sign=sign,
        columns=columns_used(part.row for part in status.targets),
        chart=lambda chart: Markup(charts.svg(chart, theme, _CHART, titled=False)),  # noqa: S704 -- escaped there
        colours={verdict.value: colour(verdict, theme) for verdict in Verdict},
        accent=accent(theme),
        fonts=font_of(theme),
        logo=_logo(theme),
    )
    return text.encode()


@cache
def _environment() -> "Environment":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # noqa: PLC0415 -- slow

    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_seen,
    )
    environment.tests["long"] = lambda text: any(len(word) > _LONG for word in text.split())
    return environment


def _seen(value: object) -> object:
    """Words as they can be seen; what is markup already stays as it is."""
    return readable(value) if type(value) is str else value


def _logo(theme: Theme) -> str | None:
    """The theme's picture, as an address that holds it."""
    if theme.logo is None:
        return None
    data = theme.logo.read_bytes()
    return f"data:image/{picture_kind(data)};base64,{b64encode(data).decode()}"
