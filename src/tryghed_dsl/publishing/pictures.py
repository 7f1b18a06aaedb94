"""Pictures for papers: how large they are, and the organisation's logo."""

from io import BytesIO

from tryghed_dsl.findings.finding import Finding, InFile
from tryghed_dsl.findings.raised import FiguresError
from tryghed_dsl.status.theme import THEME_FILE, Theme

Size = tuple[float, float]
_KINDS = ("PNG", "JPEG")


def logo(theme: Theme) -> tuple[bytes, Size]:
    """The logo of a theme that has one, and its size.

    Raises:
        FiguresError: it is no picture that a paper can show.
    """
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415 -- slow to load

    if theme.logo is None:
        message = "the theme has no logo"
        raise ValueError(message)
    image = theme.logo.read_bytes()
    try:
        with Image.open(BytesIO(image), formats=_KINDS) as opened:
            opened.load()
            return image, (float(opened.width), float(opened.height))
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        raise FiguresError([unusable("logo", theme.logo.name)]) from None


def unusable(key: str, name: str) -> Finding:
    """That a file of a theme is not what it has to be."""
    return Finding("E426", (), {"key": key, "name": name}, InFile(THEME_FILE))


def size_of(png: bytes) -> Size:
    """The width and height of a PNG picture, which stand at its beginning."""
    return float(int.from_bytes(png[16:20])), float(int.from_bytes(png[20:24]))


def fitted(size: Size, room: Size) -> Size:
    """The largest size of the same shape that has room."""
    share = min(room[0] / size[0], room[1] / size[1])
    return size[0] * share, size[1] * share
