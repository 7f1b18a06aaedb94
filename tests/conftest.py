"""Expected outputs: compared as they stand, and written anew when asked."""

from collections.abc import Callable
from pathlib import Path

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-goldens", action="store_true", help="write the expected outputs anew"
    )
    parser.addoption(
        "--in-full", action="store_true", help="kill and write as often as `make register` does"
    )


@pytest.fixture
def in_full(request: pytest.FixtureRequest) -> bool:
    """Whether tests that take long are to take all the time they need."""
    return bool(request.config.getoption("--in-full"))


@pytest.fixture
def update_goldens(request: pytest.FixtureRequest) -> bool:
    """Whether expected outputs are to be written anew."""
    return bool(request.config.getoption("--update-goldens"))


@pytest.fixture
def golden(*, update_goldens: bool) -> Callable[[Path, str], None]:
    """Compare a text with the file that holds what is expected."""

    def compare(path: Path, text: str) -> None:
        if update_goldens:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        assert path.read_text(encoding="utf-8") == text

    return compare
