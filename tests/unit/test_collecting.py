"""The collector is paused while something is built, and is as it was afterwards."""

import gc
import sys
from collections.abc import Iterator
from threading import Barrier, Thread

import pytest

from tryghed_dsl.collecting import paused, unwatched


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    was_on = gc.isenabled()
    gc.enable()
    yield
    gc.unfreeze()
    (gc.enable if was_on else gc.disable)()


def test_it_is_off_inside_and_on_behind() -> None:
    with paused():
        assert not gc.isenabled()
        with paused():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_is_on_behind_what_failed() -> None:
    with pytest.raises(ValueError, match="inside"), paused():
        int("inside")
    assert gc.isenabled()


def test_what_was_off_stays_off() -> None:
    gc.disable()
    with paused():
        pass
    assert not gc.isenabled()


def test_the_last_thread_out_ends_the_pause() -> None:
    both_in, first_out = Barrier(2), Barrier(2)
    seen = list[bool]()

    def build() -> None:
        with paused():
            both_in.wait()
            first_out.wait()
            seen.append(gc.isenabled())

    other = Thread(target=build)
    other.start()
    with paused():
        both_in.wait()
    first_out.wait()
    other.join()
    assert seen == [False]
    assert gc.isenabled()


def test_a_command_leaves_nothing_to_look_through(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "duckdb", raising=False)
    with unwatched():
        made = [[number] for number in range(1000)]
    assert gc.isenabled()
    assert gc.get_freeze_count() >= len(made)
