"""A line that says that something is still going on, on a terminal and after a second."""

import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

_AFTER, _AGAIN = 1.0, 0.5
_CLEARED = "\r\x1b[K"


@contextmanager
def waiting(what: str) -> Iterator[None]:
    """Show on standard error what goes on, and for how long; nothing where that is a pipe."""
    if not sys.stderr.isatty():
        yield
        return
    done = threading.Event()
    shown = threading.Thread(target=_show, args=(what, done), daemon=True)
    shown.start()
    try:
        yield
    finally:
        done.set()
        shown.join()


def _show(what: str, done: threading.Event) -> None:
    began = time.monotonic()
    if done.wait(_AFTER):
        return
    while True:
        seconds = int(time.monotonic() - began)
        sys.stderr.write(f"{_CLEARED}{what} … {seconds} s")
        sys.stderr.flush()
        if done.wait(_AGAIN):
            sys.stderr.write(_CLEARED)
            sys.stderr.flush()
            return
