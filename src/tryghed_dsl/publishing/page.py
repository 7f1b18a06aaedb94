"""A status report as a web page: one file that fetches nothing, for screens and for paper."""

from base64 import b64encode
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from tryghed_dsl.domain.verdict import Verdict
from tryghed_dsl.publishing import charts
from tryghed_dsl.publishing.columns_used import columns_used
from tryghed_dsl.publishing.look import accent, colour, font_of, readable, sign
from tryghed_dsl.publishing.ranking import svgs
from tryghed_dsl.status.model import Status
from tryghed_dsl.status.overview import Made, Overview
from tryghed_dsl.status.theme import Theme, picture_kind
from tryghed_dsl.status.words import Words

if TYPE_CHECKING:
    from jinja2 import Environment

_TEMPLATES = Path(__file__).parent / "templates"
_LONG = 20  # letters of a word
_RANKING = 560.0
_CHART = 440.0  # so wide that its words can be read on a telephone


def rendered(status: Status, theme: Theme) -> bytes:
    """The page of one report."""
    title = f"{status.title} · {status.agreement}"
    return _written("page.html", status, title, theme, status=status)


def rendered_areas(overview: Overview, theme: Theme) -> bytes:
    """The page of many areas: the overview, and the report of each below it."""
    from markupsafe import Markup  # noqa: PLC0415 -- comes with the templates' library

    title = f"{overview.title} · {overview.agreement}"
    ranking = [Markup(svg) for svg in svgs(overview, theme, _RANKING)]  # noqa: S704 -- escaped there
    return _written("areas.html", overview, title, theme, overview=overview, ranking=ranking)


def _written(template: str, made: Made, title: str, theme: Theme, **parts: object) -> bytes:
    from markupsafe import Markup  # noqa: PLC0415 -- the same

    text = (
        _environment()
        .get_template(template)
        .render(
            language=made.language.value,
            notice=made.notice,
            title=title,
            say=Words(made.language),
            sign=sign,
            columns_of=lambda status: columns_used(part.row for part in status.targets),
            chart=lambda chart: Markup(charts.svg(chart, theme, _CHART, titled=False)),  # noqa: S704 -- the same
            colours={verdict.value: colour(verdict, theme) for verdict in Verdict},
            accent=accent(theme),
            fonts=font_of(theme),
            logo=_logo(theme),
            **parts,
        )
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
