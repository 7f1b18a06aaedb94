"""Office documents are archives, whose parts carry the time at which they were made."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from tryghed_dsl.patterns import pattern

_MADE = (2000, 1, 1, 0, 0, 0)
_CORE = "docProps/core.xml"
_TIME = pattern(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
_THEN = rb"\g<1>2000-01-01T00:00:00Z"


def same_bytes(document: bytes) -> bytes:
    """A document without the times at which it was made, so that it is the same file each time."""
    out = BytesIO()
    with ZipFile(BytesIO(document)) as given, ZipFile(out, "w", ZIP_DEFLATED) as made:
        for part in given.infolist():
            plain = ZipInfo(part.filename, _MADE)
            plain.compress_type = ZIP_DEFLATED
            content = given.read(part.filename)
            made.writestr(plain, _TIME.sub(_THEN, content) if part.filename == _CORE else content)
    return out.getvalue()
