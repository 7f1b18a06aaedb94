"""The wheel works with the sources out of reach."""

import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SPEC = "indbrud <= baseline(2015)\n"
FIGURES = "indicator,area,period,value\nindbrud,amager,2015,48\nindbrud,amager,2018,47\n"


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `bin` folder of an environment that has the wheel, and of us only our dependencies."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder)]
    subprocess.run([*build, str(ROOT)], check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    home = folder / "venv"
    venv.create(home, with_pip=False)
    python = home / ("Scripts" if os.name == "nt" else "bin") / "python"
    pip = [
        sys.executable,
        "-m",
        "pip",
        "--python",
        str(python),
        "install",
        "--no-deps",
        "--no-index",
    ]
    subprocess.run([*pip, str(wheel)], check=True, capture_output=True)
    # Libraries come from this environment; what makes the checkout importable here does not.
    libraries = Path(sysconfig.get_paths()["purelib"])
    (site,) = home.rglob("site-packages")
    (site / "libraries.pth").write_text(f"{libraries}\n", encoding="utf-8")
    return python.parent


def run(installed: Path, folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [installed / "tryghed", *words],
        cwd=folder,
        env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_the_package_used_is_the_installed_one(installed: Path, tmp_path: Path) -> None:
    code = "import tryghed_dsl; print(tryghed_dsl.__file__)"
    done = subprocess.run(
        [installed / "python", "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert str(installed.parent) in done.stdout


def test_an_installed_wheel_judges(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "a.tryghed").write_text(SPEC, encoding="utf-8")
    (tmp_path / "a.csv").write_text(FIGURES, encoding="utf-8")
    done = run(installed, tmp_path, "check", "a.tryghed", "--data", "a.csv")
    assert done.returncode == 0, done.stderr
    assert "47 against at most 48." in done.stdout


def test_an_installed_wheel_has_the_pages_of_findings(installed: Path, tmp_path: Path) -> None:
    done = run(installed, tmp_path, "explain", "E104")
    assert done.returncode == 0
    assert done.stdout.startswith("E104 · ")


def test_an_installed_wheel_has_the_tables_of_its_grammar(installed: Path, tmp_path: Path) -> None:
    code = "import sys, tryghed_dsl as td; td.loads('x <= 1'); print('lark' in sys.modules)"
    done = subprocess.run(
        [installed / "python", "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert done.stdout == "False\n"
