"""A cluster of Apache Spark of the tests' own: a master and two workers on this machine."""

import os
import re
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

_HOST = "127.0.0.1"
_SECONDS = 120
_MASTER = re.compile(r"Starting Spark master at (spark://\S+)")
_DEPLOY = "org.apache.spark.deploy"
_WORKERS = 2
_SETTINGS = {
    "spark.ui.enabled": "false",
    "spark.driver.host": _HOST,
    "spark.driver.bindAddress": _HOST,
    "spark.executor.memory": "1g",
    "spark.log.level": "ERROR",
    "spark.ui.showConsoleProgress": "false",
    "spark.sql.shuffle.partitions": "2",
}


def mastered() -> Iterator[str]:
    """The address of a master with its workers, while a fixture of a session lasts."""
    home = _home()
    folder = Path(tempfile.mkdtemp(prefix="tryghed-spark-"))
    with ExitStack() as stack:
        stack.callback(shutil.rmtree, folder, ignore_errors=True)
        start = _Starter(home, folder, stack)
        start("master", "Master", "--host", _HOST, "--port", "0", "--webui-port", "0")
        master = start.told("master", _MASTER)[1]
        for number in range(_WORKERS):
            name, work = f"worker{number}", str(folder / f"work{number}")
            words = ("--cores", "1", "--memory", "1g", "--webui-port", "0", "--work-dir", work)
            start(name, "Worker", "--host", _HOST, *words, master)
            start.told(name, re.compile("Successfully registered with master"))
        yield master


def connected(master: str) -> Iterator[Any]:
    """A session on a cluster."""
    builder = import_module("pyspark.sql").SparkSession.builder.master(master).appName("tests")
    for name, value in _SETTINGS.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    yield session
    session.stop()


def _home() -> Path:
    found = find_spec("pyspark")
    if found is None or found.origin is None:
        pytest.skip("pyspark is not installed")
    if shutil.which("java") is None:
        pytest.skip("Java is not installed")
    return Path(found.origin).parent


class _Starter:
    def __init__(self, home: Path, folder: Path, stack: ExitStack) -> None:
        self._home = home
        self._folder = folder
        self._stack = stack

    def __call__(self, name: str, kind: str, *words: str) -> None:
        """Start a process that ends with the tests."""
        log = self._stack.enter_context((self._folder / name).open("w"))
        command = [str(self._home / "bin" / "spark-class"), f"{_DEPLOY}.{kind.lower()}.{kind}"]
        env = os.environ | {"SPARK_HOME": str(self._home), "SPARK_LOCAL_IP": _HOST}
        process = subprocess.Popen([*command, *words], stdout=log, stderr=log, env=env)
        self._stack.callback(_ended, process)

    def told(self, name: str, what: re.Pattern[str]) -> re.Match[str]:
        """Wait for something in a process's log."""
        ends = time.monotonic() + _SECONDS
        while time.monotonic() < ends:
            found = what.search((self._folder / name).read_text())
            if found is not None:
                return found
            time.sleep(0.2)
        pytest.skip(f"the {name} of Spark does not start")


def _ended(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(20)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
