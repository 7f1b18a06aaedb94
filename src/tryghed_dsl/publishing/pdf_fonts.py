"""The fonts that a PDF carries within it: the organisation's own, and one with every sign."""

from pathlib import Path

from tryghed_dsl.status.theme import Theme

OWN, DRAWN = "own", "drawn"  # the second has the signs that the first may lack
_ALWAYS = "DejaVu Sans"  # comes with the library that draws the charts
_KINDS = (".ttf", ".otf")


def faces(theme: Theme) -> dict[str, Path]:
    """The files of the theme's font where they are known here, else of one that always is.

    By style: plain is empty, bold is `B`.
    """
    wanted = [theme.font] if theme.font else []
    for family in (*wanted, _ALWAYS):
        found = {"": _file(family, "normal"), "B": _file(family, "bold")}
        if all(path is not None for path in found.values()):
            return {style: path for style, path in found.items() if path is not None}
    return {}


def _file(family: str, weight: str) -> Path | None:
    from matplotlib import font_manager as fonts  # noqa: PLC0415 -- slow to load

    wanted = fonts.FontProperties(family=[family], weight=weight)
    try:
        path = Path(fonts.findfont(wanted, fallback_to_default=False))
    except ValueError:
        return None
    return path if path.suffix.casefold() in _KINDS else None
