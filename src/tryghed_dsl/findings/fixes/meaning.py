"""Fixes for what the words of a spec say."""

from collections.abc import Mapping

from tryghed_dsl.findings.fixes.making import Maker, instead

MEANING: Mapping[str, Maker] = {
    "E101": instead("suggestion", certain=False),
}
