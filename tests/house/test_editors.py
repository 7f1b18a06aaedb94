"""The extension for an editor goes with the program that it starts."""

import json
from pathlib import Path

import tryghed_dsl as td

ROOT = Path(__file__).parents[2]
VSCODE = ROOT / "editors" / "vscode"


def read(name: str) -> str:
    return (VSCODE / name).read_text(encoding="utf-8")


def test_the_extension_has_the_version_of_the_program() -> None:
    for name in ("package.json", "package-lock.json"):
        assert json.loads(read(name))["version"] == td.__version__


def test_the_lock_file_says_what_is_installed_and_not_where_from() -> None:
    packages = json.loads(read("package-lock.json"))["packages"].items()
    installed = {name: package for name, package in packages if name}
    assert installed
    for name, package in installed.items():
        assert package["integrity"], name
        assert "resolved" not in package, name


def test_every_setting_is_explained_in_both_languages() -> None:
    contributes = json.loads(read("package.json"))["contributes"]
    english, danish = read("README.md").split("\n---\n")
    for setting in contributes["configuration"]["properties"]:
        assert f"`{setting}`" in english
        assert f"`{setting}`" in danish
