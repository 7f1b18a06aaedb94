"""The shape of a project file. Pydantic is slow to load: import this only to read one."""

import codecs
from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from tryghed_dsl.domain.period import parse_period
from tryghed_dsl.figures.options import Events, Layout, Options
from tryghed_dsl.figures.places import is_url
from tryghed_dsl.figures.project.keys import ALL, ROLES
from tryghed_dsl.figures.rows import tidy
from tryghed_dsl.figures.spreadsheet.box import box_of
from tryghed_dsl.figures.spreadsheet.named import in_sheet
from tryghed_dsl.patterns import pattern

# What workbooks let people call a range, and what only looks like one.
_NAME_OF_RANGE = pattern(r"[^\W\d][\w.]*")
_CORNER = pattern(r"[A-Za-z]{1,3}[0-9]+")
_MOST = 10**15
_LONGEST_PATH, _MOST_PATHS, _MOST_SOURCES = 400, 1000, 1000
# Encodings of letters; Python's other ones are of bytes and of programs.
_ENCODINGS = pattern(r"(utf|iso8859|cp|mac|koi8|ascii|latin).*")


# ------------------------------------------------------------------ values


def _as_text(value: Any) -> Any:
    """What people write without quotation marks where it looks like a number."""
    if type(value) is int and abs(value) < _MOST:
        return str(value)
    return value.isoformat() if type(value) is date else value


def _as_list(value: Any) -> Any:
    """One thing as a list of one."""
    return [_as_text(each) for each in value] if isinstance(value, list) else [_as_text(value)]


def _as_scales(value: Any) -> Any:
    """A number for all indicators, or one for each."""
    return value if isinstance(value, Mapping) else {ALL: value}


def _not_blank(text: str) -> str:
    if not text.strip():
        raise ValueError
    return text


def _range(text: str) -> str:
    _, cells = in_sheet(text)
    named = _NAME_OF_RANGE.fullmatch(cells) and not _CORNER.fullmatch(cells)
    if box_of(cells) is None and not named:
        raise ValueError
    return text


def _encoding(text: str) -> str:
    try:
        name = codecs.lookup(text).name
    except LookupError:
        raise ValueError from None
    if not _ENCODINGS.fullmatch(name):
        raise ValueError
    return text


def _period(text: str) -> str:
    if parse_period(text) is None:
        raise ValueError
    return text


def _periods(text: str) -> str:
    """Periods of one length from the first to the last, or one."""
    ends = [parse_period(end) for end in text.split("..", 1)]
    known = [end for end in ends if end is not None]
    lengths = {end.length for end in known}
    if len(known) < len(ends) or len(lengths) > 1 or known[0].index > known[-1].index:
        raise ValueError
    return text


def _role(text: str) -> str:
    if text not in ROLES:
        raise ValueError
    return text


def _url(text: str) -> str:
    if not is_url(text):
        raise ValueError
    return text


_Text = Annotated[str, BeforeValidator(_as_text), AfterValidator(_not_blank)]
_Texts = Annotated[list[_Text], BeforeValidator(_as_list)]
_Categories = Annotated[list[Annotated[str, BeforeValidator(_as_text)]], BeforeValidator(_as_list)]
_Paths = Annotated[
    list[Annotated[_Text, Field(max_length=_LONGEST_PATH)]],
    BeforeValidator(_as_list),
    Field(max_length=_MOST_PATHS),
]
_Names = dict[str, _Text]
_Most = Annotated[float, Field(ge=0, allow_inf_nan=False)]
_Scale = Annotated[float, Field(gt=0, allow_inf_nan=False)]
_Role = Annotated[str, AfterValidator(_role)]


# ------------------------------------------------------------------ tables


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class EventsTable(_Table):
    """How events are counted."""

    per: Literal["year", "half", "quarter", "month"] = "year"
    covers: Annotated[_Text, AfterValidator(_periods)] | None = None


class SourceTable(_Table):
    """What is said of a source."""

    files: _Paths = []
    url: Annotated[str, AfterValidator(_url)] | None = None
    query: _Text | None = None
    sheet: _Text | None = None
    range: Annotated[str, AfterValidator(_range)] | None = None
    layout: Literal["long", "wide", "events"] | None = None
    encoding: Annotated[str, AfterValidator(_encoding)] | None = None
    decimal: Literal[",", "."] | None = None
    language: _Text | None = None
    missing: _Texts = []
    zero: _Texts = []
    suppressed: dict[str, _Most] = {}
    columns: dict[str, _Role] = {}
    indicator: _Text | None = None
    area: _Text | None = None
    period: Annotated[_Text, AfterValidator(_period)] | None = None
    indicators: _Names = {}
    areas: _Names = {}
    flags: _Names = {}
    select: dict[str, _Categories] = {}
    sum: _Texts = []
    scale: Annotated[dict[str, _Scale], BeforeValidator(_as_scales)] = {}
    events: EventsTable | None = None

    def options(self) -> Options:
        """The same for readers; whoever says how events are counted says that there are some."""
        layout = self.layout or (Layout.EVENTS if self.events is not None else None)
        events = self.events or EventsTable()
        return Options(
            sheet=self.sheet,
            range=self.range,
            layout=None if layout is None else Layout(layout),
            encoding=self.encoding,
            decimal=self.decimal,
            language=self.language,
            missing=tuple(self.missing),
            zero=tuple(self.zero),
            suppressed=self.suppressed,
            columns=self.columns,
            indicator=self.indicator,
            area=self.area,
            period=self.period,
            indicators=self.indicators,
            areas=self.areas,
            flags=self.flags,
            select={tidy(name): tuple(wanted) for name, wanted in self.select.items()},
            sum=tuple(self.sum),
            scale=self.scale,
            events=Events(events.per, events.covers),
        )


class ProjectTable(_Table):
    """A whole project file."""

    sources: Annotated[dict[str, SourceTable], Field(max_length=_MOST_SOURCES)] = {}
