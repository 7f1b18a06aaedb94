"""A small picture with the verdict, for a web page or a list of projects."""

from xml.sax.saxutils import escape, quoteattr

from tryghed_dsl.publishing.look import colour, readable, sign
from tryghed_dsl.status.model import Status
from tryghed_dsl.status.theme import Theme
from tryghed_dsl.status.words import Words

_LETTER, _PADDING, _HEIGHT = 6.6, 16, 20
_LONGEST = 40
_LEFT = "#3d3d3d"


def rendered(status: Status, theme: Theme) -> bytes:
    """The agreement's name beside its verdict, which stands there in words too."""
    name = _shortened(f"{status.agreement} {status.as_of}")
    mark = status.mark
    word = f"{sign(mark.verdict)} {_shortened(mark.word)}"
    if status.notice:
        word += f" ({Words(status.language)('example')})"
    left, right = (len(text) * _LETTER + _PADDING for text in (name, word))
    label = quoteattr(f"{name}: {word}")
    height, middle = _HEIGHT, _HEIGHT - 6
    text = f"""\
<svg xmlns="http://www.w3.org/2000/svg" width="{left + right:.0f}" height="{height}" \
role="img" aria-label={label}>
<title>{escape(f"{name}: {word}")}</title>
<rect width="{left:.0f}" height="{height}" fill="{_LEFT}"/>
<rect x="{left:.0f}" width="{right:.0f}" height="{height}" fill="{colour(mark.verdict, theme)}"/>
<g fill="#ffffff" font-family="Verdana, DejaVu Sans, sans-serif" font-size="11" \
text-anchor="middle">
<text x="{left / 2:.0f}" y="{middle}">{escape(name)}</text>
<text x="{left + right / 2:.0f}" y="{middle}">{escape(word)}</text>
</g>
</svg>
"""
    return text.encode()


def _shortened(text: str) -> str:
    shown = readable(text)
    return shown if len(shown) <= _LONGEST else f"{shown[: _LONGEST - 1]}…"
