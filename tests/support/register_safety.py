"""What a register must survive, whichever database it lies in."""

import random
import time

from support.recording import started
from tryghed_dsl.register.register import Register


def survives_kills(address: str, records: int, seed: int) -> None:
    """Kill the program that writes at random moments until there are so many records.

    None that was acknowledged is lost, none is half, and none stands twice or elsewhere.
    """
    chance = random.Random(seed)  # noqa: S311 -- nothing secret
    acknowledged: list[str] = []
    kills = 0
    while len(acknowledged) < records:
        acknowledged += _until_killed(address, records, f"run{kills}", chance)
        kills += 1
    _holds(address, acknowledged, at_most_more=kills)
    assert kills > 1


def _until_killed(address: str, most: int, name: str, chance: random.Random) -> list[str]:
    """The lines that a program wrote before it was killed, somewhere in a record."""
    with started(address, most, name) as process:
        assert process.stdout is not None
        lines = []
        for _ in range(chance.randint(1, max(2, most // 8))):
            line = process.stdout.readline()
            if not line:
                break
            lines.append(line)
        time.sleep(chance.uniform(0, 0.08))
        process.kill()
        lines += process.stdout.readlines()
    assert lines, "it was killed, and did not fail by itself"
    return [line.strip() for line in lines]


def two_at_once(address: str, each: int) -> None:
    """Two programs that write at the same time, also the first record, get in no other's way."""
    processes = [started(address, each, name) for name in ("a", "b")]
    acknowledged = []
    for process in processes:
        out, _ = process.communicate()
        assert process.returncode == 0
        acknowledged += out.splitlines()
    assert len(acknowledged) == 2 * each
    _holds(address, acknowledged, at_most_more=0)
    assert len(Register(address).records()) == 2 * each


def _holds(address: str, acknowledged: list[str], at_most_more: int) -> None:
    register = Register(address)
    assert register.verified() == []
    held = register.records()
    there = {f"{record.number} {record.note} {record.hash}" for record in held}
    assert set(acknowledged) <= there
    assert len(held) - len(acknowledged) <= at_most_more  # written, and killed before it said so
    for record in (held[0], held[-1]):
        (text,) = register.kept(record).files.values()
        assert f"# {record.note}\n" in text
