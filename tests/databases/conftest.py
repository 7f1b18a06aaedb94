"""The server that tests of databases share."""

from collections.abc import Iterator

import pytest

from support.postgres import Server, serving


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A PostgreSQL server; a skip where there is none."""
    yield from serving()
