"""The nine targets for the decision engine zen: one node of expressions.

It calculates with decimals, so that no tolerance is needed. `reasons` asks for reason, value and
limit too, as its author would write them: further expressions.
"""

import json
import sys
from collections.abc import Mapping
from typing import Any

import zen

from bench.nine import COUNTS, Own
from bench.peers.area_by_area import main, spelt

HELD = "{v} == null or {l} == null ? '{0}' : {v} <= {l} ? '{1}' : {v} <= {l} * 1.1 ? '{2}' : '{3}'"
WAY = (
    "utryg == null or kbh == null or utryg_2016 == null or kbh_2016 == null ? '{0}'"
    " : utryg - kbh <= 0 ? '{1}' : utryg_2016 - kbh_2016 <= 0 ? '{2}'"
    " : ({r}) >= 0.95 ? '{3}' : ({r}) >= 0.6 ? '{4}' : ({r}) < 0 ? '{5}' : '{6}'"
)
RATIO = "(1 - (utryg - kbh) / (utryg_2016 - kbh_2016)) / 0.5"
VERDICTS = ("unknown", "pass", "warn", "fail")
REASONS = ("missing-figure", "met", "near-miss", "missed")
WAY_VERDICTS = ("unknown", "pass", "fail", "pass", "warn", "fail", "fail")
WAY_REASONS = (
    *("missing-figure", "reached", "lost"),
    *("on-track", "behind", "moving-away", "insufficient"),
)
KEYS = [spelt(name) for name in COUNTS]
TOTAL = " + ".join(KEYS)
MISSING = " or ".join(f"{key} == null" for key in KEYS)
LIMITS = {**{key: f"{key}_2015" for key in KEYS}, "aktiveringer": "1"}
MONITORED = ("narkotika", "chikane")


def rules(held: tuple[str, ...], way: tuple[str, ...], monitored: str) -> dict[str, str]:
    """An expression for each target."""
    whole = HELD.format(*held, v=f"({TOTAL})", l="263").partition(" : ")[2]
    return {
        **{key: HELD.format(*held, v=key, l=limit) for key, limit in LIMITS.items()},
        "samlet": f"{MISSING} ? '{held[0]}' : {whole}",
        "utryg": WAY.format(*way, r=RATIO),
        **dict.fromkeys(MONITORED, f"'{monitored}'"),
    }


def asked(*, reasons: bool) -> dict[str, str]:
    """All expressions, by what their results are called."""
    verdicts = rules(VERDICTS, WAY_VERDICTS, "monitor")
    if not reasons:
        return verdicts
    more = rules(REASONS, WAY_REASONS, "monitored")
    values = {**{key: key for key in verdicts}, "samlet": f"{MISSING} ? null : {TOTAL}"}
    limits = {**LIMITS, "samlet": "263", "utryg": "kbh", **dict.fromkeys(MONITORED, "null")}
    told = {"verdict": verdicts, "reason": more, "value": values, "limit": limits}
    return {f"{key}.{name}": own[key] for name, own in told.items() for key in verdicts}


def decision(expressions: Mapping[str, str]) -> zen.ZenDecision:
    """A decision of one node."""
    place = {"position": {"x": 0, "y": 0}}
    listed = [{"id": key, "key": key, "value": text} for key, text in expressions.items()]
    node = {"id": "e", "type": "expressionNode", "name": "e", "content": {"expressions": listed}}
    nodes = [
        {"id": "i", "type": "inputNode", "name": "i", **place},
        node | place,
        {"id": "o", "type": "outputNode", "name": "o", **place},
    ]
    edges = [
        {"id": f"{start}{end}", "type": "edge", "sourceId": start, "targetId": end}
        for start, end in ("ie", "eo")
    ]
    return zen.ZenEngine().create_decision(json.dumps({"nodes": nodes, "edges": edges}))


def judge_of(*, reasons: bool) -> Any:
    """A function from the figures of an area to the outcomes."""
    made = decision(asked(reasons=reasons))

    def judge(own: Own) -> Mapping[str, Any]:
        result: Mapping[str, Any] = made.evaluate(own)["result"]
        return result

    def with_reasons(own: Own) -> Mapping[str, Any]:
        names = ("verdict", "reason", "value", "limit")
        return {key: tuple(told[name] for name in names) for key, told in judge(own).items()}

    return with_reasons if reasons else judge


if __name__ == "__main__":
    main(judge_of(reasons=sys.argv.pop(1) == "reasons"))
