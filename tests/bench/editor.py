"""How soon an editor is told what is wrong after a key is pressed, in a spec of 2,000 targets.

A client speaks with the real server over its pipes. Each key is one letter of a target's limit,
now here and now there in the file; the clock runs from the message that tells of the change to the
findings of just that text. Printed are the median and the worst, with the server's short wait for
a next key.
"""

import time
from collections.abc import Iterator

from bench.timing import median
from support.editor import Editor

TARGETS, GOALS = 2_000, 100
KEYS = 60
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


def pressed(text: str) -> list[float]:
    """The seconds from each key to what is then found."""
    taken = list[float]()
    uri = "untitled:mange.tryghed"
    with Editor() as editor:
        editor.open(uri, text)
        for key in range(KEYS):
            words = FORMS[0].format(n=4 * (key * 37 % (TARGETS // 4)))
            place = text.index(words) + len(words) - len("5%")
            text = f"{text[:place]}{key % 10}{text[place:]}"
            start = time.perf_counter()
            editor.write(uri, text)
            taken.append(time.perf_counter() - start)
            time.sleep(0.05)
    return taken


def main() -> None:
    """Print the median and the worst, for each shape of file."""
    print(f"findings after a key in a spec of {TARGETS:,} targets ({KEYS} keys, milliseconds)")
    for shape in SHAPES:
        taken = pressed("\n".join(lines(shape)) + "\n")
        middle, worst = (f"{1e3 * each:6.0f}" for each in (median(taken), max(taken)))
        print(f"  {shape:14} median {middle}   worst {worst}")


if __name__ == "__main__":
    main()
