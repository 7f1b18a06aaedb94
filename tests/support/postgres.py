"""A PostgreSQL server of the tests' own, where its programs are installed."""

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

PASSWORD = "hemmelig kode"  # noqa: S105 -- of a server that lives as long as the tests
_USER = "tester"
_PROGRAMS = ("initdb", "pg_ctl")
_OTHERS = ("postgres", "nobody")
_SECONDS = 60


@dataclass(frozen=True)
class Server:
    """Where the server listens."""

    port: int

    def address(self, table: str = "", password: str = PASSWORD, user: str = _USER) -> str:
        """The address of a table."""
        secret = password.replace(" ", "%20")
        return f"postgresql://{user}:{secret}@127.0.0.1:{self.port}/postgres{table}"

    def run(self, *statements: str) -> None:
        """Run statements that write."""
        psycopg = pytest.importorskip("psycopg")
        with psycopg.connect(self.address(), autocommit=True) as connection:
            for statement in statements:
                connection.execute(statement)


def serving() -> Iterator[Server]:
    """A server while a fixture of a session lasts; a skip where it cannot be started."""
    pytest.importorskip("psycopg")
    programs = {name: _program(name) for name in _PROGRAMS}
    if None in programs.values():
        pytest.skip("PostgreSQL is not installed")
    folder = Path(tempfile.mkdtemp(prefix="tryghed-postgres-"))
    try:
        user = _owner(folder)
        initdb, control = str(programs["initdb"]), str(programs["pg_ctl"])
        server = _started(folder, initdb, control, user)
        yield server
        _run([control, "-D", str(folder / "data"), "-m", "immediate", "stop"], user)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _program(name: str) -> Path | None:
    found = shutil.which(name)
    if found is not None:
        return Path(found)
    return max(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), default=None)


def _owner(folder: Path) -> str | None:
    """Who runs the server: the tests' own user, or another one where that is root."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return None
    for name in _OTHERS:
        try:
            shutil.chown(folder, name)
        except LookupError:
            continue
        return name
    pytest.skip("PostgreSQL is not run as root, and there is no other user")


def _started(folder: Path, initdb: str, control: str, user: str | None) -> Server:
    secret, data, port = folder / "password", folder / "data", _free_port()
    secret.write_text(PASSWORD)
    secret.chmod(0o644)
    made = _run(
        [
            *(initdb, "-D", str(data), "-U", _USER, "--auth=scram-sha-256"),
            *(f"--pwfile={secret}", "--encoding=UTF8", "--locale=C", "--no-sync"),
        ],
        user,
    )
    settings = f"-c listen_addresses=127.0.0.1 -p {port} -k {folder} -c fsync=off"
    log = str(folder / "log")
    began = made and _run(
        [control, "-D", str(data), "-l", log, "-w", "-o", settings, "start"], user
    )
    if not began:
        pytest.skip("PostgreSQL could not be started")
    return Server(port)


def _run(command: list[str], user: str | None) -> bool:
    try:
        done = subprocess.run(
            command,
            user=user,
            cwd="/",
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_SECONDS,
            check=False,
        )
    except (OSError, ValueError, subprocess.SubprocessError):
        return False
    return done.returncode == 0


def _free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        port: int = listening.getsockname()[1]
        return port
