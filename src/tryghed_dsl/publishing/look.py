"""The signs and colours of verdicts, which never speak by colour alone."""

import unicodedata
from collections.abc import Mapping, Sequence

from tryghed_dsl.domain.verdict import Verdict
from tryghed_dsl.status.theme import Theme

# Each has a sign of its own, so that a paper can be read in black and white.
SIGNS: Mapping[Verdict, str] = {
    Verdict.PASS: "✓",
    Verdict.WARN: "!",
    Verdict.FAIL: "✗",
    Verdict.UNKNOWN: "?",
    Verdict.PENDING: "…",
    Verdict.MONITOR: "○",
}

# Of the contrast of colours, by the guidelines for accessible web content.
_CONTRAST, _GLARE, _WHITE = 4.5, 0.05, 1.05
_WEIGHTS = (0.2126, 0.7152, 0.0722)


def sign(verdict: Verdict) -> str:
    """The sign of a verdict."""
    return SIGNS[verdict]


def colour(verdict: Verdict, theme: Theme) -> str:
    """The colour of a verdict, dark enough to be read on white."""
    own = verdict.value if verdict.value in theme.colours else "unknown"
    return _dark(theme.colours[own])


def accent(theme: Theme) -> str:
    """The colour of headings and lines, dark enough to be read on white."""
    return _dark(theme.colours["accent"])


def _dark(colour: str) -> str:
    """A colour, made darker until words in it can be read on white (WCAG 2, level AA)."""
    parts = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
    while _WHITE / (_light(parts) + _GLARE) < _CONTRAST:
        parts = [int(part * 0.95) for part in parts]
    return "#" + "".join(f"{part:02x}" for part in parts)


def _light(parts: Sequence[int]) -> float:
    """The relative luminance of a colour."""
    shares = (part / 255 for part in parts)
    linear = (s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares)  # noqa: PLR2004 -- sRGB
    return sum(weight * each for weight, each in zip(_WEIGHTS, linear, strict=True))


def readable(text: str) -> str:
    """A text on one line, without signs that no one sees: such may stand in any spec or figure."""
    seen = (c if unicodedata.category(c)[0] != "C" else " " for c in text)
    return " ".join("".join(seen).split())


def font_of(theme: Theme) -> list[str]:
    """The font of a theme, by a name that can stand in any style; none where it has none."""
    name = "".join(c for c in readable(theme.font or "") if c.isalnum() or c in " -")
    return [name] if name.strip() else []
