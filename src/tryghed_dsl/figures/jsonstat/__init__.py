"""JSON-stat, versions 1 and 2: datasets whose values stand in the order of their dimensions."""

from tryghed_dsl.figures.jsonstat.reader import read_jsonstat

__all__ = ["read_jsonstat"]
