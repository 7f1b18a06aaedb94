"""The floors import downward only, and start-up loads nothing heavy."""

import subprocess
import sys
from pathlib import Path

import pytest

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
    return set(out.split())


def checking(*more: str) -> str:
    """A statement that checks an agreement on a small file, its output thrown away."""
    spec, figures = "specs/amager/amager-2017.tryghed", "specs/amager/figures-published.csv"
    words = ["check", spec, "--data", figures, *more]
    return (
        "import contextlib, io, tryghed_dsl.cli.main as m\n"
        "with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(SystemExit):\n"
        f"    m.run({words!r})\n"
        "import sys"
    )


def test_importing_the_package_loads_nothing_of_it_until_a_name_is_asked_for() -> None:
    loaded = loaded_by("import tryghed_dsl")
    ours = {name for name in loaded if name.startswith("tryghed_dsl")}
    assert ours == {"tryghed_dsl", "tryghed_dsl.version"}
    assert "tryghed_dsl.pipeline" in loaded_by("from tryghed_dsl import evaluate")


def test_the_public_names_load_nothing_heavy() -> None:
    loaded = loaded_by("from tryghed_dsl import *")
    assert not loaded & (HEAVY | {"pydantic", "lark"})


def test_a_table_of_verdicts_loads_only_what_it_uses() -> None:
    loaded = loaded_by(checking())
    assert "tryghed_dsl.renderers.table" in loaded
    assert not loaded & (HEAVY | {"pydantic", "lark", "sqlalchemy", "xlrd", "tabulate"})
    unused = {"difflib", "json", "tomllib", "decimal", "traceback", "calendar", "email"}
    assert not loaded & unused


@pytest.mark.parametrize(
    "module",
    [
        "cli.explain",
        "cli.misuse",
        "comparing",
        "core.lower.chance",
        "figures.database",
        "figures.eurostat",
        "figures.json_records",
        "figures.jsonstat",
        "figures.project.reading",
        "figures.px",
        "renderers.json_text",
        "report.model",
        "syntax.compiled",
        "syntax.complaints",
        "years",
    ],
)
def test_a_table_of_verdicts_needs_no(module: str) -> None:
    assert f"tryghed_dsl.{module}" not in loaded_by(checking())


def test_a_report_as_json_is_made_with_pydantic() -> None:
    loaded = loaded_by(checking("--format", "json"))
    assert "pydantic" in loaded
    assert "tabulate" not in loaded


def test_messages_are_loaded_where_there_is_something_to_tell() -> None:
    quiet = "import tryghed_dsl as td; td.loads('x <= 1')"
    assert "tryghed_dsl.findings.register" not in loaded_by(quiet)
    wrong = (
        "import contextlib, tryghed_dsl as td\n"
        "with contextlib.suppress(td.SpecError):\n"
        "    td.loads('x <= ')\n"
        "import sys"
    )
    assert "tryghed_dsl.findings.register" in loaded_by(wrong)
