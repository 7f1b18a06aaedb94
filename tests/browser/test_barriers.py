"""The web page of a report, in a browser without a window: no barriers, and nothing fetched.

Run by `make browser`, which installs what it needs beside this file. It takes Node.js and Chromium.
"""

import json
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import tryghed_dsl as td
from support.statuses import amager, hostile, unjudged
from tryghed_dsl.given import read_figures
from tryghed_dsl.publishing import page
from tryghed_dsl.status.making import Wanted
from tryghed_dsl.status.model import Status
from tryghed_dsl.status.overview import judged_areas, overview
from tryghed_dsl.status.theme import Theme
from tryghed_dsl.text.language import Language

HERE = Path(__file__).parent
AMAGER = HERE.parents[1] / "specs" / "amager"
WIDTHS = ("360", "1200")
_NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
CHROMIUM = next(filter(None, map(shutil.which, _NAMES)), None)
NODE = shutil.which("node")

pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed"),
    pytest.mark.skipif(NODE is None, reason="Node.js is not installed"),
    pytest.mark.skipif(not (HERE / "node_modules").is_dir(), reason="`make browser` installs axe"),
]


def long_names() -> Status:
    """Names so long that they have to be parted to stay in the window."""
    status = amager(full=True)
    name = "x" * 3_000
    goals = tuple(
        replace(
            goal,
            title=name,
            targets=tuple(replace(t, row=replace(t.row, title=name)) for t in goal.targets),
        )
        for goal in status.goals
    )
    return replace(status, agreement=name, goals=goals)


@pytest.mark.parametrize(
    "made",
    [
        lambda: amager(2020, full=True),
        lambda: amager(2018, Language.EN),
        unjudged,
        hostile,
        long_names,
    ],
    ids=["amager", "english", "unjudged", "hostile", "long-names"],
)
def test_a_page_has_no_barriers(made: Callable[[], Status], tmp_path: Path) -> None:
    has_no_barriers(page.rendered(made(), Theme()), tmp_path)


def test_a_page_of_many_areas_has_no_barriers(tmp_path: Path) -> None:
    spec = td.load(AMAGER / "amager-2017.tryghed")
    figures, _ = read_figures(spec, AMAGER / "figures-example.csv", any_area=True)
    reports = list(judged_areas(spec, figures, "2019", ("amager", "kbh")))
    many = overview(spec, figures, reports, Wanted(full=True))
    has_no_barriers(page.rendered_areas(many, Theme()), tmp_path)


def has_no_barriers(html: bytes, tmp_path: Path) -> None:
    path = tmp_path / "status.html"
    path.write_bytes(html)
    program = [str(NODE), str(HERE / "barriers.mjs"), str(CHROMIUM), str(path), *WIDTHS]
    done = subprocess.run(program, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    for width in WIDTHS:
        assert found[width]["violations"] == []
        assert found[width]["passes"] > 10
        assert found[width]["overhang"] <= 0
        assert found[width]["fetched"] == []
