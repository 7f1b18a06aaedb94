"""Quotes: where they may stand, what counts as standing in the text, and the nearest passage."""

import unicodedata
from pathlib import Path

import pytest

import tryghed_dsl as td
from tryghed_dsl.findings.finding import Finding
from tryghed_dsl.findings.said import place_of
from tryghed_dsl.pipeline import read_spec_file

HEAD = """\
agreement "Amager" {
  document "aftale.txt"
  area     amager
}
area amager
indicator indbrud "Indbrud", count, lower is better
indicator chikane "Chikane", count
"""
TEXT = """\
2. Målsætninger

I 2020 skal andelen af utrygge borgere have nærmet sig
niveauet for hele byen. Antallet af anmeldelser holdes som minimum
på samme niveau som i 2015.
"""


def found(folder: Path, lines: str, text: str = TEXT) -> list[Finding]:
    (folder / "aftale.txt").write_text(text, encoding="utf-8")
    (folder / "spec.tryghed").write_text(HEAD + lines + "\n", encoding="utf-8")
    told = read_spec_file(folder / "spec.tryghed")[1]
    return [finding for finding in told if finding.code == "E226"]


def quoting(words: str) -> str:
    return f'indbrud <= 48, quote "{words}"'


@pytest.mark.parametrize(
    "words",
    [
        "Antallet af anmeldelser holdes som minimum på samme niveau som i 2015.",
        "nærmet sig niveauet for hele byen",
        "  nærmet\tsig   niveauet ",
        "nærmet sig\u00a0niveauet",
        "2. Målsætninger I 2020",
        "samme niveau",
    ],
)
def test_white_space_of_any_kind_makes_no_difference(tmp_path: Path, words: str) -> None:
    assert found(tmp_path, quoting(words)) == []


def test_letters_are_the_same_however_they_are_composed(tmp_path: Path) -> None:
    words, text = "på samme niveau", TEXT
    for form in ("NFC", "NFD"):
        for other in ("NFC", "NFD"):
            line = quoting(unicodedata.normalize(form, words))
            assert found(tmp_path, line, unicodedata.normalize(other, text)) == []


@pytest.mark.parametrize(
    "words",
    [
        "antallet af anmeldelser",
        "anmeldelser holdes på samme niveau",
        "samme niveau som i 2015!",
        "an\u00adtallet",
        "niveau-et",
        "i 2016",
    ],
)
def test_letters_words_and_signs_do(tmp_path: Path, words: str) -> None:
    (wrong,) = found(tmp_path, quoting(words))
    assert place_of(wrong).endswith("spec.tryghed:8:22")
    assert wrong.args["path"] == "aftale.txt"


@pytest.mark.parametrize(
    ("words", "near"),
    [
        (
            "antallet af anmeldelser holdes som mindst på samme niveau",
            "Antallet af anmeldelser holdes som minimum på samme niveau",
        ),
        (
            "skal andelen af utrygge beboere have nærmet sig",
            "skal andelen af utrygge borgere have nærmet sig",
        ),
        ("noget ganske andet end det", None),
    ],
)
def test_the_nearest_passage_is_shown_where_one_is_near(
    tmp_path: Path, words: str, near: str | None
) -> None:
    (wrong,) = found(tmp_path, quoting(words))
    assert wrong.args.get("near") == near


def test_a_long_passage_is_cut(tmp_path: Path) -> None:
    words = [f"ord{number}" for number in range(60)]
    (wrong,) = found(tmp_path, quoting(" ".join([*words, "slut"])), " ".join([*words, "ende"]))
    near = wrong.args["near"]
    assert isinstance(near, str)
    assert near == " ".join(words)[:100] + "…"


def test_a_word_that_stands_everywhere_is_no_help_and_takes_no_time(tmp_path: Path) -> None:
    text = "og " * 200_000
    lines = "\n".join(f'x{n}: indbrud <= {n}, quote "og og {n} og"' for n in range(200))
    wrong = found(tmp_path, lines, text)
    assert len(wrong) == 99  # and how many more there are
    assert all("near" not in finding.args for finding in wrong)


def test_every_quote_is_looked_up_wherever_it_stands(tmp_path: Path) -> None:
    lines = """\
goal g "G", quote "a1" {
  indbrud <= 48, cite "2" quote "a2"
  monitor chikane, quote "a3"
}
condition few = indbrud < 5, quote "a4"
areas all_of_them = amager
for each area in all_of_them {
  x: indbrud <= 4 {
    quote "a5"
  }
}"""
    told = [place_of(finding).rpartition(".tryghed:")[2] for finding in found(tmp_path, lines)]
    assert told == ["8:19", "9:33", "10:26", "12:36", "16:11"]


def test_quotes_of_a_revision_are_looked_up_too_and_each_once(tmp_path: Path) -> None:
    (tmp_path / "aftale.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "base.tryghed").write_text(HEAD + quoting("første"), encoding="utf-8")
    revision = tmp_path / "spec.tryghed"
    head = 'revises "base.tryghed" {\n  effective 2019\n}\n'
    lines = 'replace indbrud: indbrud <= 4, quote "anden"\nx: indbrud <= 9, quote "tredje"\n'
    revision.write_text(head + lines, encoding="utf-8")
    told = [each for each in read_spec_file(revision)[1] if each.code == "E226"]
    assert [Path(place_of(finding)).name for finding in told] == [
        "base.tryghed:8:22",
        "spec.tryghed:4:38",
        "spec.tryghed:5:24",
    ]


# ------------------------------------------------------------------ what nobody could look up


@pytest.mark.parametrize(
    ("document", "words", "unverified"),
    [
        ('document "aftale.txt"', "samme niveau", False),
        ('document "mangler.txt"', "samme niveau", True),
        ("", "samme niveau", True),
        ('document "mangler.txt"', None, False),
    ],
)
def test_a_quote_that_nobody_could_look_up_is_marked(
    tmp_path: Path,
    document: str,
    words: str | None,
    unverified: bool,  # noqa: FBT001 -- a case
) -> None:
    (tmp_path / "aftale.txt").write_text(TEXT, encoding="utf-8")
    line = "indbrud <= 48" if words is None else quoting(words)
    path = tmp_path / "spec.tryghed"
    path.write_text(HEAD.replace('document "aftale.txt"', document) + line, encoding="utf-8")
    spec = td.load(path)
    assert spec.targets[0].unverified == unverified
    report = td.evaluate(spec, {("indbrud", "amager", 2018): 4})
    assert report["indbrud"].flags == (("quote-unverified",) if unverified else ())
    assert report["indbrud"].verdict is td.Verdict.PASS
