"""Little that is written out to much is answered in bounded time, and not suffered."""

import pytest

from unit.check.promises_text import told


def codes(lines: str) -> list[str]:
    return [code for code, _ in told(lines)]


@pytest.mark.parametrize("before", ["not ", "every area in districts: ", "for 3 years running: "])
def test_conditions_inside_each_other(before: str) -> None:
    assert codes(f"t: {before * 45}(trafik <= 4)") == []


def test_a_named_condition_counts_with_all_that_lies_in_it() -> None:
    deep = f"condition c = {'not ' * 40}(trafik <= 4)\n"
    assert codes(f"{deep}t: {'not ' * 15}c") == []
    assert codes(f"{deep}t: {'not ' * 30}c") == ["E179"]
    # also where it has been written out before
    assert codes(f"{deep}s: c\nt: {'not ' * 30}c") == ["E179"]


def doubling(steps: int, line: str) -> str:
    """Conditions each of which holds the one before twice."""
    return "condition c0(n) = trafik > n\n" + "".join(
        f"condition c{i}(n) = {line.format(before=f'c{i - 1}')}\n" for i in range(1, steps + 1)
    )


def test_doubling_conditions() -> None:
    members = "all of {{ {before}(n); {before}(n) }}"
    assert codes(f"{doubling(10, members)}t: c10(5)") == []
    assert set(codes(f"{doubling(28, members)}t: c28(5)")) == {"E128"}


def test_doubling_arguments() -> None:
    assert codes(f"{doubling(10, '{before}(n + n)')}t: c10(tyveri)") == []
    assert codes(f"{doubling(27, '{before}(n + n)')}t: c27(tyveri)") == ["E128"]


def test_what_was_written_out_before_counts_again() -> None:
    members = "all of {{ {before}(n); {before}(n) }}"
    lines = "".join(f"t{number}: c13(5)\n" for number in range(50))
    assert codes(f"{doubling(13, members)}{lines}") == ["E128"]


def test_targets_for_each_of_many_areas() -> None:
    areas = [f"a{number}" for number in range(3000)]
    declared = "".join(f"area {area}\n" for area in areas)
    lines = "".join(f"  t{number}: trafik <= {number}\n" for number in range(100))
    each = f"areas many = {', '.join(areas)}\nfor each area in many {{\n{lines}}}"
    assert codes(f"{declared}{each}") == ["E128"]
