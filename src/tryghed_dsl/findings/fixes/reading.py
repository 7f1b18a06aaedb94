"""Fixes for what is wrong with a spec as a text."""

from collections.abc import Mapping

from tryghed_dsl.findings.fixes.making import Maker, instead

READING: Mapping[str, Maker] = {
    "E016": instead("instead"),
}
