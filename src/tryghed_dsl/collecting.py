"""The collector of circular references, kept still while something large is built.

Python looks through all objects again and again while many are made and none is dropped. A spec
is such a case: its tree and what is checked of it live on, and hold no circles. Looking through
them took half of the time of a large one, and a sixth of a small command's.
"""

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock


class _Pause:
    """How many are building at the moment, in all threads; the last one out ends the pause."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._builders = 0
        self._was_on = False

    def enter(self) -> None:
        with self._lock:
            if self._builders == 0:
                self._was_on = gc.isenabled()
                gc.disable()
            self._builders += 1

    def leave(self) -> None:
        with self._lock:
            self._builders -= 1
            if self._builders == 0 and self._was_on:
                gc.enable()


_PAUSE = _Pause()


@contextmanager
def paused() -> Iterator[None]:
    """Keep the collector still; whatever happens inside, it is then as it was before.

    The collector belongs to the whole process: other threads do without it meanwhile, and one
    that switches it on or off itself is not heeded. Memory of what has no circles is given back
    all the same.
    """
    _PAUSE.enter()
    try:
        yield
    finally:
        _PAUSE.leave()


@contextmanager
def unwatched() -> Iterator[None]:
    """Keep the collector still until a command has run; it never looks through what is left.

    That is for a process that then ends, and would otherwise look through all once more. Where
    the embedded database was used it does, for that tells of every object that is left.
    """
    with paused():
        try:
            yield
        finally:
            if "duckdb" not in sys.modules:
                gc.freeze()
