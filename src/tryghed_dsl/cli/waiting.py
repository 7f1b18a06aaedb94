"""A line that says that something is still going on, on a terminal and after a second."""

import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

_AFTER, _AGAIN = 1.0, 0.5
_CLEARED = "\r\x1b[K"


class Going:
    """What is going on; it may be said anew while it does."""

    def __init__(self, what: str) -> None:
        self.what = what


@contextmanager
def waiting(what: str) -> Iterator[Going]:
    """Show on standard error what goes on, and for how long; nothing where that is a pipe."""
    going = Going(what)
    if not sys.stderr.isatty():
        yield going
        return
    done = threading.Event()
    shown = threading.Thread(target=_show, args=(going, done), daemon=True)
    shown.start()
    try:
        yield going
    finally:
        done.set()
        shown.join()


def _show(going: Going, done: threading.Event) -> None:
    began = time.monotonic()
    if done.wait(_AFTER):
        return
    while True:
        seconds = int(time.monotonic() - began)
        sys.stderr.write(f"{_CLEARED}{going.what} … {seconds} s")
        sys.stderr.flush()
        if done.wait(_AGAIN):
            sys.stderr.write(_CLEARED)
            sys.stderr.flush()
            return
