"""How long a whole `tryghed check` takes, beside a process that only loads what it needs.

Prints ratios of whole processes that run in turn, so that what else the machine does falls on
all of them; medians.
"""

import compileall
import runpy
import statistics
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import tryghed_dsl
from tryghed_dsl.syntax.compiled import lark
from tryghed_dsl.syntax.grammar import grammar_text

ROUNDS = 15
NINE = runpy.run_path(str(Path(__file__).with_name("judge.py")))
# What a check cannot do without: its libraries, the grammar's tables loaded, the figures read.
FLOOR = """
import csv, sys
import click, tabulate
from lark import Lark
with open("tables", "rb") as tables:
    Lark.load(tables)
with open("nine.csv", encoding="utf-8", newline="") as file:
    list(csv.reader(file))
"""
CHECK = ("-m", "tryghed_dsl", "check", "nine.tryghed", "--data", "nine.csv", "--as-of", "2018")


def prepare(folder: Path) -> None:
    """Nine targets and their figures; the code is compiled, as an installer does."""
    compileall.compile_dir(Path(tryghed_dsl.__file__).parent, quiet=1)
    (folder / "nine.tryghed").write_text(NINE["SPEC"], encoding="utf-8")
    rows = [",".join(map(str, (*key, value))) for key, value in NINE["FIGURES"].items()]
    lines = ["indicator,area,period,value", *rows, ""]
    (folder / "nine.csv").write_text("\n".join(lines), encoding="utf-8")
    with (folder / "tables").open("wb") as tables:
        lark(grammar_text(), lexer="basic").save(tables)


def once(folder: Path, *words: str) -> float:
    """Seconds of a whole process."""
    start = time.perf_counter()
    subprocess.run([sys.executable, *words], cwd=folder, capture_output=True, check=True)
    return time.perf_counter() - start


def main() -> None:
    commands = {
        "bare Python": ("-c", "pass"),
        "the libraries, tables and figures": ("-c", FLOOR),
        "tryghed check": CHECK,
    }
    with TemporaryDirectory() as name:
        folder = Path(name)
        prepare(folder)
        for words in commands.values():
            once(folder, *words)  # a round to warm up
        rounds = [[once(folder, *words) for words in commands.values()] for _ in range(ROUNDS)]
    medians = [statistics.median(times) for times in zip(*rounds, strict=True)]
    ratios = [statistics.median(times[i] / times[1] for times in rounds) for i in range(3)]
    print(f"nine targets and a small file checked by a whole process (medians of {ROUNDS} rounds)")
    for name, median, ratio in zip(commands, medians, ratios, strict=True):
        print(f"  {name:34} {median * 1e3:6.1f} ms {ratio:6.2f} times")


if __name__ == "__main__":
    main()
