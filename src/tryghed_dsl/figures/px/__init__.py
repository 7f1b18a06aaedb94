"""PX, the format of PC-Axis: what the tables of Nordic statistics offices are saved as."""

from tryghed_dsl.figures.px.reader import read_px

__all__ = ["read_px"]
