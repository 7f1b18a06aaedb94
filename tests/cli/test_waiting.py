"""What a command says while it reads: on a terminal after a while, and in a pipe nothing."""

import io
import sys
import time

import pytest

from tryghed_dsl.cli import waiting as module
from tryghed_dsl.cli.waiting import waiting


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def shown(stream: io.StringIO, monkeypatch: pytest.MonkeyPatch, *, after: float) -> str:
    """What stands on standard error when something took a twentieth of a second."""
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr(module, "_AFTER", after)
    with waiting("læser tal.csv"):
        time.sleep(0.05)
    return stream.getvalue()


def test_a_terminal_is_told_and_left_clean(monkeypatch: pytest.MonkeyPatch) -> None:
    text = shown(Terminal(), monkeypatch, after=0)
    assert "læser tal.csv … 0 s" in text
    assert text.endswith("\r\x1b[K")


def test_nothing_is_said_of_what_takes_no_time(monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown(Terminal(), monkeypatch, after=60) == ""


def test_nothing_is_said_in_a_pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown(io.StringIO(), monkeypatch, after=0) == ""


def test_what_is_going_on_can_be_said_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = Terminal()
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr(module, "_AFTER", 0)
    monkeypatch.setattr(module, "_AGAIN", 0.01)
    with waiting("skriver") as going:
        going.what = "skriver (2 af 98)"
        time.sleep(0.1)
    assert "skriver (2 af 98) … 0 s" in stream.getvalue()
