"""Options as the lines of a project file."""

from collections.abc import Iterator, Mapping

from tryghed_dsl.figures.options import Events, Options
from tryghed_dsl.figures.project.toml import array, key, number, quoted


def own_lines(options: Options) -> Iterator[str]:
    """The keys of a source that stand alone."""
    texts = {
        "sheet": options.sheet,
        "range": options.range,
        "layout": options.layout,
        "encoding": options.encoding,
        "decimal": options.decimal,
        "language": options.language,
        "indicator": options.indicator,
        "area": options.area,
        "period": options.period,
    }
    lists = {"missing": options.missing, "zero": options.zero, "sum": options.sum}
    yield from (f"{name} = {quoted(text)}" for name, text in texts.items() if text is not None)
    yield from (f"{name} = {array(each)}" for name, each in lists.items() if each)


def table_lines(options: Options) -> dict[str, list[str]]:
    """The lines of each table of a source."""
    return {
        "suppressed": _numbers(options.suppressed),
        "columns": _texts(options.columns),
        "indicators": _texts(options.indicators),
        "areas": _texts(options.areas),
        "flags": _texts(options.flags),
        "select": [f"{key(name)} = {array(each)}" for name, each in options.select.items()],
        "scale": _numbers(options.scale),
        "events": _events(options.events),
    }


def _texts(said: Mapping[str, str]) -> list[str]:
    return [f"{key(name)} = {quoted(text)}" for name, text in said.items()]


def _numbers(said: Mapping[str, float]) -> list[str]:
    return [f"{key(name)} = {number(value)}" for name, value in said.items()]


def _events(events: Events) -> list[str]:
    if events == Events():
        return []
    covers = [] if events.covers is None else [f"covers = {quoted(events.covers)}"]
    return [f"per = {quoted(events.per)}", *covers]
