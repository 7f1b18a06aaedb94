"""What a file is by its first bytes, whatever its name says."""

from tryghed_dsl.patterns import pattern

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
# The first record of a workbook from before there were containers, by its version.
_BARE = tuple(b"\x09" + rest for rest in (b"\0\4\0", b"\2\6\0", b"\4\6\0", b"\b\b\0", b"\b\x10\0"))
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_PAGE = pattern(rb"<(!doctype\s+html|html|head|body|meta|style|table|div|!--)|mime-version:")
_XML = pattern(rb"<\?xml")


def kind_of(head: bytes) -> str | None:
    """What a file is by its first thousand bytes or so.

    Returns:
        `xlsx` for anything zipped, `xls` for the older workbooks, `html` for a web page, `xml`
        for other XML, and None for anything else, which may be text.
    """
    if head.startswith(_ZIP):
        return "xlsx"
    if head.startswith((_OLE, *_BARE)):
        return "xls"
    text = _letters(head)
    if _PAGE.match(text) or (_XML.match(text) and b"<html" in text):
        return "html"
    return "xml" if _XML.match(text) else None


def _letters(head: bytes) -> bytes:
    """The letters without what stands before and, in two-byte encodings, between them."""
    for mark in _MARKS:
        head = head.removeprefix(mark)
    return head.replace(b"\0", b"").lstrip().lower()
