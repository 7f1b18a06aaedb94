"""Which letters bytes are, where nothing says it."""

import pytest

from tryghed_dsl.text.decoding import decode

TEXT = "indikator;område;år;værdi\nIndbrud;København;2018;48\n"


@pytest.mark.parametrize(
    ("encoding", "assumed"),
    [
        ("utf-8", False),
        ("utf-8-sig", False),
        ("utf-16", False),
        ("utf-16-le", False),
        ("utf-16-be", False),
        ("utf-32", False),
        ("cp1252", True),
    ],
)
def test_texts_are_read_in_the_letters_that_they_are_in(encoding: str, *, assumed: bool) -> None:
    decoded = decode(TEXT.encode(encoding))
    assert decoded is not None
    assert (decoded.text, decoded.assumed) == (TEXT, assumed)


@pytest.mark.parametrize(
    "data",
    [
        b"abc\0def",
        b"\0\0\0\0",
        b"a\0\0b",
        bytes(range(256)),
        "a\n".encode("utf-16-le") + b"\0\0",  # a zero on the other side
        TEXT.encode("utf-16-le")[:-1],  # half a letter
    ],
)
def test_bytes_with_zeros_here_and_there_are_no_text(data: bytes) -> None:
    assert decode(data) is None
