"""How long a whole `tryghed check` takes, beside a process that only loads what it needs.

Beside it too: programs that check the quality of data, on the same figures. Prints ratios of
whole processes that run in turn, so that what else the machine does falls on all of them; medians.
"""

import compileall
import sys
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import tryghed_dsl
from bench.environments import python_for
from bench.nine import FIGURES, SPEC
from bench.timing import TESTS, in_turn, median, ratio, run
from tryghed_dsl.syntax.compiled import lark
from tryghed_dsl.syntax.grammar import grammar_text

ROUNDS = 15
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
BARE, LEAST, OURS = "bare Python", "the libraries, tables and figures", "tryghed check"
CHECK = ("-m", "tryghed_dsl", "check", "nine.tryghed", "--data", "nine.csv", "--as-of", "2018")
COMMANDS = {BARE: ("-c", "pass"), LEAST: ("-c", FLOOR), OURS: CHECK}
# Each with its environment, and what its script is asked.
PEERS = {
    "pandera": ("pandera", ("by_pandera", "cold", "nine.csv")),
    "pointblank": ("pointblank", ("by_pointblank", "nine.csv")),
    "soda": ("soda", ("by_soda", "cold", ".")),
}


def prepare(folder: Path) -> None:
    """Nine targets and their figures; the code is compiled, as an installer does."""
    compileall.compile_dir(Path(tryghed_dsl.__file__).parent, quiet=1)
    compileall.compile_dir(TESTS / "bench", quiet=1)
    (folder / "nine.tryghed").write_text(SPEC, encoding="utf-8")
    rows = [",".join(map(str, (*key, value))) for key, value in FIGURES.items()]
    lines = ["indicator,area,period,value", *rows, ""]
    (folder / "nine.csv").write_text("\n".join(lines), encoding="utf-8")
    with (folder / "tables").open("wb") as tables:
        lark(grammar_text(), lexer="basic").save(tables)


def commands(folder: Path) -> dict[str, list[str | Path]]:
    """What is run: ours, what it rests on, and the peers that can be had."""
    found: dict[str, list[str | Path]] = {
        name: [sys.executable, *words] for name, words in COMMANDS.items()
    }
    for name, (environment, (module, *words)) in PEERS.items():
        python = python_for(environment)
        if python is None:
            continue
        try:
            if module == "by_soda":
                run([python, "-m", "bench.peers.by_soda", "prepare", "."], folder)
            found[name] = [python, "-m", f"bench.peers.{module}", *words]
            run(found[name], folder)  # a round to warm up
        except RuntimeError as error:
            print(f"  ({name} cannot be run: {error})")
            found.pop(name, None)
    return found


def main() -> None:
    """Nine targets and a small file, checked by whole processes."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        prepare(folder)
        works = {each: partial(run, words, folder) for each, words in commands(folder).items()}
        in_turn(works, 1)
        found = in_turn(works, ROUNDS)
    least = [one.seconds for one in found[LEAST]]
    print(f"nine targets and a small file checked by a whole process (medians of {ROUNDS} rounds)")
    for name, runs in found.items():
        times = [one.seconds for one in runs]
        held = f"{median([one.memory for one in runs]):6.0f} MiB"
        print(f"  {name:34} {median(times) * 1e3:7.1f} ms {ratio(times, least):6.2f} times {held}")
    ours = [one.seconds for one in found[OURS]]
    for name in (each for each in PEERS if each in found):
        share = ratio(ours, [one.seconds for one in found[name]])
        print(f"  tryghed check takes {share:.2f} of the time of {name}")


if __name__ == "__main__":
    main()
