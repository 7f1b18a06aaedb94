"""Fixes for what the words of a spec say."""

from collections.abc import Iterable, Mapping

from tryghed_dsl.findings.finding import Finding
from tryghed_dsl.findings.fix import Edit, Fix
from tryghed_dsl.findings.fixes.making import (
    Maker,
    instead,
    instead_of_both,
    with_endings,
    without_clause,
)
from tryghed_dsl.text.source import Span


def _name(finding: Finding) -> Iterable[Fix]:
    """A name that is known; certain where only its capitals are not."""
    if "suggestion" in finding.args:
        span, suggestion = finding.spans[0], str(finding.args["suggestion"])
        name = str(finding.args.get("name", finding.args.get("word", "")))
        same = name.casefold() == suggestion.casefold() and span.text == name
        text = suggestion if suggestion.isidentifier() else f"`{suggestion}`"
        whole = span.text.replace(name, text, 1) if name in span.text else text
        yield Fix((Edit(span, whole),), same)


def _said_once(finding: Finding) -> Iterable[Fix]:
    """The second of two clauses is taken away, with its comma; certain where they are the same."""
    second, first = finding.spans[:2]
    text = second.source.text
    before = len(text[: second.start].rstrip())
    if text[before - 1 : before] == ",":
        span = Span(second.source, before - 1, second.end)
        yield Fix((Edit(span, ""),), second.text.split() == first.text.split())


def _range_or_difference(finding: Finding) -> Iterable[Fix]:
    """`40-48` as a band, or with blanks."""
    if "band" in finding.args:
        limit, whole = finding.spans[:2]
        apart = limit.text.replace("-", " - ")
        yield Fix((Edit(whole, str(finding.args["band"])),), certain=False)
        yield Fix((Edit(limit, apart),), certain=False)


def _labelled(finding: Finding) -> list[Fix]:
    """The second of two targets of one name gets a label, or another one."""
    label = finding.args.get("label")
    if label is None:
        return []
    span = finding.spans[0]
    has_one = span.source.text[span.end :].lstrip().startswith(":")
    edit = Edit(span, str(label)) if has_one else Edit(_before(span), f"{label}: ")
    return [Fix((edit,), certain=False)]


def _before(span: Span) -> Span:
    return Span(span.source, span.start, span.start)


def _dates(finding: Finding) -> list[Fix]:
    """Start and deadline swapped, or the end of the agreement as the deadline."""
    by, *others = finding.spans
    if "later" in finding.args:
        return [Fix((Edit(by, str(finding.args["later"])),), certain=False)]
    if "turned" not in finding.args or not others:
        return []
    start, deadline = finding.args["start"], finding.args["by"]
    edits = (Edit(by, f"by={start}"), Edit(others[0], f"from={deadline}"))
    return [Fix(edits, certain=False)]


def _in_time(finding: Finding) -> list[Fix]:
    """A deadline after the agreement at its end."""
    last = finding.args.get("last")
    return [] if last is None else [Fix((Edit(finding.spans[0], f"by={last}"),), certain=False)]


def _of_a_whole(finding: Finding) -> list[Fix]:
    """A lone share as a share of what it is multiplied with, or as a number."""
    if "relative" in finding.args:
        return list(_BOTH(finding))
    return list(_NUMBER(finding))


def _as_year(finding: Finding) -> list[Fix]:
    """A number that is taken for one as the year of a baseline."""
    year = finding.args["year"]
    return [Fix((Edit(finding.spans[0], f"baseline({year})"),), certain=False)]


def _watched(finding: Finding) -> Iterable[Fix]:
    """A name alone may be meant to be watched only."""
    span, name = finding.spans[0], str(finding.args.get("name", ""))
    if name and span.text.strip("`") == name.strip("`"):
        yield Fix((Edit(span, f"monitor {span.text}"),), certain=False)


def _of_period(finding: Finding) -> list[Fix]:
    """A period as an indicator's figure in it; nothing where it is not known of which."""
    indicator = str(finding.args["indicator"])
    if indicator == "x":
        return []
    return [Fix((Edit(finding.spans[0], f"{indicator}[{finding.args['period']}]"),), certain=False)]


_BOTH = instead_of_both("relative")
_NUMBER = instead("number", "points", certain=False)
_MEANT = instead("suggestion", certain=False)
_INSTEAD = instead("instead", certain=False)

MEANING: Mapping[str, Maker] = {
    "E049": _range_or_difference,
    "E101": _name,
    "E103": _NUMBER,
    "E104": instead_of_both("relative", "points"),
    "E105": _watched,
    "E106": _name,
    "E107": _name,
    "E108": _name,
    "E109": _INSTEAD,
    "E111": without_clause,
    "E112": _said_once,
    "E113": _INSTEAD,
    "E114": _labelled,
    "E115": _MEANT,
    "E116": _dates,
    "W117": _in_time,
    "E118": _MEANT,
    "E120": with_endings(" pp", "%"),
    "E121": instead("instead"),
    "W123": _INSTEAD,
    "E125": _name,
    "E126": _name,
    "E134": instead("instead"),
    "W138": _INSTEAD,
    "E141": _of_period,
    "E143": _of_a_whole,
    "E159": _MEANT,
    "E160": without_clause,
    "E168": without_clause,
    "E169": _MEANT,
    "E172": _INSTEAD,
    "E173": instead("points", "relative", "yearly", certain=False),
    "W187": _as_year,
    "W188": _MEANT,
    "E221": _MEANT,
}
