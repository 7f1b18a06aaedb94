"""Fixes for what the words of a spec say."""

from collections.abc import Iterable, Mapping

from tryghed_dsl.findings.finding import Finding
from tryghed_dsl.findings.fix import Edit, Fix
from tryghed_dsl.findings.fixes.making import Maker, instead
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


def _watched(finding: Finding) -> Iterable[Fix]:
    """A name alone may be meant to be watched only."""
    span, name = finding.spans[0], str(finding.args.get("name", ""))
    if name and span.text.strip("`") == name.strip("`"):
        yield Fix((Edit(span, f"monitor {span.text}"),), certain=False)


def _share_or_points(finding: Finding) -> Iterable[Fix]:
    """`baseline(2016) - 2%` as a share of it, or in points."""
    if len(finding.spans) > 1:
        amount, left = finding.spans[:2]
        between = amount.source.text[left.end : amount.start].strip()
        if left.end <= amount.start and between in ("+", "-"):
            for name in ("relative", "points"):
                if name in finding.args:
                    yield Fix((Edit(left.to(amount), str(finding.args[name])),), certain=False)


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


MEANING: Mapping[str, Maker] = {
    "E049": _range_or_difference,
    "E101": _name,
    "E104": _share_or_points,
    "E105": _watched,
    "E106": _name,
    "E107": _name,
    "E108": _name,
    "E112": _said_once,
    "E125": _name,
    "E126": _name,
    "E173": instead("points", "relative", "yearly"),
}
