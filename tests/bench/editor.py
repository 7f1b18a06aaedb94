"""How soon an editor is told what is wrong after a key is pressed, in a spec of 2,000 targets.

A client speaks with the real server over its pipes. Each key is one letter of a target's limit,
now here and now there in the file; the clock runs from the message that tells of the change to the
findings of just that text. Printed are the median and the worst, with the server's short wait for
a next key; and beside them what a key takes of the server's processor, where the system tells, as
that is the same whatever else the machine does.
"""

import os
import time
from collections.abc import Iterator
from pathlib import Path

from bench.timing import median
from support.editor import Editor

TARGETS, GOALS = 2_000, 100
KEYS = 40
HEAD = """agreement "Mange mål" {
  valid    2017..2030
  area     amager
  baseline 2016
}
area kbh    "København"
area amager "Amager" in kbh
source police "Politiet", yearly
benchmark kbh_avg = same indicator in kbh
"""
FORMS = (
    "tal{n} <= baseline(2015), warn within 5%",
    "tal{n} -> approach(kbh_avg, by=2020)",
    'tal{n} -> reach(20, by=2025), cite "2, nr. {n}"',
    "tal{n} <= 30, warn above 27",
)
# In goals, in one goal, and without any.
SHAPES = ("in 100 goals", "in one goal", "in no goal")


def lines(shape: str) -> Iterator[str]:
    """The lines of a spec: an indicator for each target, and the targets."""
    yield HEAD
    for n in range(TARGETS):
        yield (
            f'indicator tal{n} "Tal {n}", count, from police, lower is better, baseline 2015 = 48'
        )
    goals = {"in 100 goals": GOALS, "in one goal": 1, "in no goal": 0}[shape]
    each = TARGETS // goals if goals else TARGETS + 1
    for n in range(TARGETS):
        if goals and n % each == 0:
            yield f'goal g{n} "Mål {n}" {{'
        yield ("  " if goals else "") + FORMS[n % len(FORMS)].format(n=n)
        if goals and n % each == each - 1:
            yield "}"


def processor(process: int) -> float:
    """The seconds that a process has taken of the processor; nan where the system does not tell."""
    told = Path(f"/proc/{process}/stat")
    if not told.exists():
        return float("nan")
    fields = told.read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def pressed(text: str) -> tuple[list[float], float]:
    """The seconds from each key to what is then found, and of the processor those of one key."""
    taken = list[float]()
    uri = "untitled:mange.tryghed"
    with Editor() as editor:
        editor.open(uri, text)
        before = processor(editor.process)
        for key in range(KEYS):
            words = FORMS[0].format(n=4 * (key * 37 % (TARGETS // 4)))
            place = text.index(words) + len(words) - len("5%")
            text = f"{text[:place]}{key % 10}{text[place:]}"
            start = time.perf_counter()
            editor.write(uri, text)
            taken.append(time.perf_counter() - start)
            time.sleep(0.05)
        used = processor(editor.process) - before
    return taken, used / KEYS


def main() -> None:
    """Print the median and the worst, for each shape of file."""
    print(f"findings after a key in a spec of {TARGETS:,} targets ({KEYS} keys, milliseconds)")
    for shape in SHAPES:
        taken, used = pressed("\n".join(lines(shape)) + "\n")
        numbers = (median(taken), max(taken), used)
        middle, worst, own = (f"{1e3 * each:6.0f}" for each in numbers)
        print(f"  {shape:14} median {middle}   worst {worst}   processor {own}")


if __name__ == "__main__":
    main()
