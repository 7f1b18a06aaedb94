"""Files that make much of little are answered, and soon."""

import pytest

from unit.check.numbers_text import told

MANY = 2000
TARGET = "t: indbrud <= 5"


def lines(form: str) -> str:
    return "".join(form.format(number, number + 1) + "\n" for number in range(MANY))


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        (lines("area a{0} in a{1}") + f"area a{MANY}\n", set()),
        (lines("area a{0} = a{1}"), set()),
        (lines("area a{0} = a{1}") + f"area a{MANY} = a0\n", {"E119"}),
        (lines("areas a{0} = a{1}") + f"areas a{MANY} = kbh\n", {"E128"}),
    ],
    ids=["parents", "parts", "circle", "lists"],
)
def test_long_chains(text: str, codes: set[str]) -> None:
    assert set(told(text + TARGET)) == codes
