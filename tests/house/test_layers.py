"""The floors import downward only, and start-up loads nothing heavy."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
HEAVY = {"duckdb", "pandas", "polars", "pyarrow", "numpy", "jinja2", "docx", "openpyxl", "flask"}


def python(*words: str) -> str:
    done = subprocess.run(
        [sys.executable, *words], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_every_module_has_its_floor_and_imports_only_below_it() -> None:
    lint = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([lint], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def loaded_by(statement: str) -> set[str]:
    out = python("-c", f"import sys; {statement}; print(*sys.modules)")
    return {name.split(".")[0] for name in out.split()}


def test_importing_the_package_loads_nothing_heavy() -> None:
    loaded = loaded_by("import tryghed_dsl")
    assert not loaded & HEAVY
    assert "pydantic" not in loaded


def test_a_table_of_verdicts_needs_no_pydantic() -> None:
    spec, figures = "specs/amager/amager-2017.tryghed", "specs/amager/figures-published.csv"
    loaded = loaded_by(
        "import contextlib, io, tryghed_dsl.cli.main as m\n"
        "with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(SystemExit):\n"
        f"    m.run(['check', '{spec}', '--data', '{figures}'])\n"
        "import sys"
    )
    assert "tabulate" in loaded
    assert "pydantic" not in loaded
