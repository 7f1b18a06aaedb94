"""The editor server as an editor meets it: a session over its pipes, from opening to closing."""

import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from support.editor import Editor, Refusal, edited
from tryghed_dsl.editor.marks import LEGEND

# Eight mistakes: curly quotes, an arrow, two signs of a word processor, a dash, and three names
# that are spelled otherwise than they are declared.
MISTAKEN = """agreement “Trygt Havnekvarter” {
  valid    2023..2026
  area     havnen
  baseline 2022
}
area byen   "Hele byen"
area havnen "Havnekvarteret" in byen
source politi "Politiet 😀", yearly
indicator utryg   "Andel utrygge", percent, lower is better
indicator indbrud "Indbrud",       count, from politti, lower is better
indicator hærværk "Hærværk",       count, from politi, lower is better
benchmark niveau = same indicator in byenn
goal tryghed "Flere skal være trygge" { # 😀
  utryg → approach(niveau, by=2026, close=50%)
}
goal kriminalitet "Mindre kriminalitet" {
  indbrud ≤ 40
  samlet: inbrud + hærværk <= 90 – 10
  hærværk <= 30
  utryg2: utryg × 1 <= 20
}
"""
CODES = ["E016"] * 5 + ["E101"] * 3
URI = "untitled:havnen.tryghed"


@pytest.fixture(scope="module")
def editor() -> Iterator[Editor]:
    with Editor(locale="da-DK") as editor:
        yield editor
    assert editor.log == []
    assert editor.code == 0


def errors(found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [each for each in found if each["severity"] == 1]


def actions(editor: Editor, uri: str, told: dict[str, Any], *only: str) -> list[dict[str, Any]]:
    asked = {
        "textDocument": {"uri": uri},
        "range": told["range"],
        "context": {"diagnostics": [told], **({"only": list(only)} if only else {})},
    }
    found: list[dict[str, Any]] = editor.ask("textDocument/codeAction", asked)
    return found


def test_a_spec_with_eight_mistakes_is_mended_by_quick_fixes_alone(editor: Editor) -> None:
    found = errors(editor.open(URI, MISTAKEN))
    assert sorted(each["code"] for each in found) == CODES
    for left in range(len(CODES), 0, -1):
        found = errors(editor.found[URI]["diagnostics"])
        assert len(found) == left
        fixes = actions(editor, URI, found[0], "quickfix")
        editor.apply(fixes[0]["edit"])
    assert errors(editor.found[URI]["diagnostics"]) == []
    assert "from politi, lower is better" in editor.texts[URI]
    assert 'source politi "Politiet 😀", yearly' in editor.texts[URI]
    assert "utryg -> approach(niveau, by=2026, close=50%)" in editor.texts[URI]
    assert "indbrud + hærværk <= 90 - 10" in editor.texts[URI]
    editor.close(URI)


def test_each_of_the_eight_mistakes_is_told_at_its_place(editor: Editor) -> None:
    found = errors(editor.open(URI, MISTAKEN))
    places = {(each["code"], each["range"]["start"]["line"]) for each in found}
    assert places >= {("E016", 0), ("E016", 13), ("E016", 16), ("E016", 17), ("E016", 19)}
    assert "hjælp:" in found[0]["message"]
    assert found[0]["codeDescription"]["href"].endswith("/E016.md")
    page = Path(found[0]["codeDescription"]["href"].removeprefix("file://"))
    assert page.read_text(encoding="utf-8").startswith("# E016")
    editor.close(URI)


def test_all_that_is_certain_is_mended_at_once(editor: Editor) -> None:
    found = errors(editor.open(URI, MISTAKEN))
    whole = actions(editor, URI, found[0], "source.fixAll")
    assert [each["kind"] for each in whole] == ["source.fixAll"]
    editor.apply(whole[0]["edit"])
    assert "E016" not in [each["code"] for each in editor.found[URI]["diagnostics"]]
    assert '"Trygt Havnekvarter"' in editor.texts[URI]
    editor.close(URI)


def test_only_what_is_certain_is_preferred(editor: Editor) -> None:
    found = errors(editor.open(URI, MISTAKEN.replace("“", '"').replace("”", '"')))
    by_code = {each["code"]: each for each in found}
    certain = actions(editor, URI, by_code["E016"], "quickfix")
    assert [each["isPreferred"] for each in certain] == [True]
    editor.close(URI)


# ------------------------------------------------------------------ a folder


@pytest.fixture(scope="module")
def amager(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("amager")
    (folder / "fælles.tryghed").write_text(
        'area kbh "København"\narea amager in kbh\n'
        'indicator indbrud "Indbrud", count, lower is better, baseline 2015 = 48\n',
        encoding="utf-8",
    )
    (folder / "aftale.tryghed").write_text(
        'agreement "A 😀" { area amager; valid 2016..2020 }\nuse "fælles.tryghed"\n'
        'goal ro "Ro" {\nindbrud   <=   baseline(2015),warn within 5%\n}\n',
        encoding="utf-8",
    )
    (folder / "tal.csv").write_text(
        "indicator,area,period,value\nindbrud,amager,2017,44\nindbrud,amager,2018,49\n",
        encoding="utf-8",
    )
    (folder / "tryghed.toml").write_text('[sources.politi]\nfiles = ["tal.csv"]\n', "utf-8")
    return folder


@pytest.fixture
def uri(editor: Editor, amager: Path) -> Iterator[str]:
    path = amager / "aftale.tryghed"
    uri = path.as_uri()
    editor.open(uri, path.read_text(encoding="utf-8"))
    yield uri
    editor.close(uri)


def test_hovering_tells_what_a_target_means_and_how_it_was_judged(editor: Editor, uri: str) -> None:
    told = editor.ask("textDocument/hover", editor.at(uri, "<=", 1))["contents"]["value"]
    assert "“Indbrud” skal være højst sin værdi i 2015." in told
    assert "5% giver kun advarsel" in told
    assert "status 2018: **advarsel**" in told


def test_hovering_tells_what_is_known_of_an_indicator(editor: Editor, uri: str) -> None:
    told = editor.ask("textDocument/hover", editor.at(uri, "indbrud   <=", 3))["contents"]["value"]
    assert "**Indbrud**" in told
    assert "antal · lavere er bedre" in told
    assert "Aftalt udgangspunkt 2015: 48" in told
    assert "| 2017 | 44 |" in told
    assert "| 2018 | 49 |" in told


def test_hovering_tells_what_a_word_of_the_language_means(editor: Editor, uri: str) -> None:
    told = editor.ask("textDocument/hover", editor.at(uri, "within", 2))
    assert told["contents"]["value"].startswith("**within** · ")
    assert editor.ask("textDocument/hover", editor.at(uri, "\n", 0)) is None


def test_a_definition_is_in_the_other_file(editor: Editor, uri: str, amager: Path) -> None:
    found = editor.ask("textDocument/definition", editor.at(uri, "indbrud", 2))
    assert [each["uri"] for each in found] == [(amager / "fælles.tryghed").as_uri()]
    assert found[0]["range"]["start"] == {"line": 2, "character": 10}
    file = editor.ask("textDocument/definition", editor.at(uri, "fælles", 2))
    assert [each["uri"] for each in file] == [(amager / "fælles.tryghed").as_uri()]


def test_references_and_another_name_go_across_files(
    editor: Editor, uri: str, amager: Path
) -> None:
    asked = {**editor.at(uri, "indbrud", 2), "context": {"includeDeclaration": False}}
    found = editor.ask("textDocument/references", asked)
    assert [each["uri"] for each in found] == [uri]
    edit = editor.ask("textDocument/rename", {**editor.at(uri, "indbrud"), "newName": "ind brud"})
    texts = {
        each["textDocument"]["uri"]: edited(
            Path(
                amager / Path(each["textDocument"]["uri"]).name.replace("f%C3%A6", "fæ")
            ).read_text(encoding="utf-8"),
            each["edits"],
        )
        for each in edit["documentChanges"]
    }
    assert "`ind brud`   <=   baseline(2015)" in texts[uri]
    assert 'indicator `ind brud` "Indbrud"' in texts[(amager / "fælles.tryghed").as_uri()]


def test_a_name_that_cannot_be_given_is_refused_in_words(editor: Editor, uri: str) -> None:
    with pytest.raises(Refusal, match="navnet er allerede brugt"):
        editor.ask("textDocument/rename", {**editor.at(uri, "indbrud"), "newName": "ro"})


def test_a_document_is_laid_out(editor: Editor, uri: str) -> None:
    asked = {"textDocument": {"uri": uri}, "options": {"tabSize": 2, "insertSpaces": True}}
    edits = editor.ask("textDocument/formatting", asked)
    after = edited(editor.texts[uri], edits)
    assert "  indbrud <= baseline(2015), warn within 5%\n" in after
    editor.write(uri, after)
    assert editor.ask("textDocument/formatting", asked) in (None, [])


def test_the_outline_has_goals_with_their_targets(editor: Editor, uri: str) -> None:
    found = editor.ask("textDocument/documentSymbol", {"textDocument": {"uri": uri}})
    assert [each["name"] for each in found] == ["A 😀", "ro"]
    goal = found[1]
    assert goal["detail"] == "Ro"
    assert [each["name"] for each in goal["children"]] == ["indbrud"]
    assert goal["range"]["start"]["line"] == 2
    assert goal["range"]["end"]["line"] == 4


def test_words_are_coloured_as_what_they_are(editor: Editor, uri: str) -> None:
    data = editor.ask("textDocument/semanticTokens/full", {"textDocument": {"uri": uri}})["data"]
    rows = editor.texts[uri].split("\n")
    line = column = 0
    seen = list[tuple[str, str]]()
    for at in range(0, len(data), 5):
        line, column = line + data[at], data[at + 1] + (0 if data[at] else column)
        units = rows[line].encode("utf-16-le")[2 * column : 2 * (column + data[at + 2])]
        seen.append((units.decode("utf-16-le"), LEGEND[data[at + 3]]))
    assert ("agreement", "keyword") in seen
    assert ('"A 😀"', "string") in seen
    assert ("amager", "namespace") in seen
    assert ("indbrud", "variable") in seen
    assert ("<=", "operator") in seen
    assert ("baseline", "function") in seen
    assert ("2015", "number") in seen
    assert ("within", "keyword") in seen


def test_names_are_offered_with_what_they_are(editor: Editor, uri: str) -> None:
    text = editor.texts[uri] + "ind"
    editor.write(uri, text)
    line = text.count("\n")
    place = {"textDocument": {"uri": uri}, "position": {"line": line, "character": 3}}
    items = editor.ask("textDocument/completion", place)["items"]
    item = next(each for each in items if each["label"] == "indbrud")
    assert item["detail"] == "Indbrud, count"
    assert item["textEdit"]["range"]["start"] == {"line": line, "character": 0}


# ------------------------------------------------------------------ any text at all

CRLF = MISTAKEN.replace("\n", "\r\n")
DECOMPOSED = unicodedata.normalize("NFD", CRLF)


@pytest.mark.parametrize("text", [CRLF, DECOMPOSED])
def test_line_ends_and_letters_stay_as_they_were_typed(editor: Editor, text: str) -> None:
    found = errors(editor.open(URI, text))
    whole = actions(editor, URI, found[0], "source.fixAll")
    editor.apply(whole[0]["edit"])
    after = editor.texts[URI]
    assert after.count("\r\n") == text.count("\r\n")
    assert after.count("\n") == text.count("\n")
    # Nothing but the signs has changed.
    expected = text
    for wrong, right in (("“", '"'), ("”", '"'), ("→", "->"), ("≤", "<="), ("–", "-"), ("×", "*")):
        expected = expected.replace(wrong, right)
    assert after == expected
    editor.close(URI)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\ud800 <= 5",
        "(" * 3000,
        "all of {" * 60,
        "x" * 100_000,
        "\x00\x01\x02",
        "goal x {\n" * 50,
        "}" * 500,
        "language 99\nx <= 5",
        'use "../../../etc/passwd"',
        "\u2028\u2029\x0c\x85 <= 5\r\r\n",
        'indicator a "A" = b\nindicator b "B" = a\na <= b',
    ],
)
def test_no_text_ends_the_server(editor: Editor, text: str) -> None:
    editor.open(URI, text)
    document = {"textDocument": {"uri": URI}}
    place = {**document, "position": {"line": 0, "character": 1}}
    for method in ("documentSymbol", "foldingRange", "semanticTokens/full"):
        editor.ask(f"textDocument/{method}", document)
    for method in ("completion", "hover", "definition", "prepareRename"):
        editor.ask(f"textDocument/{method}", place)
    asked = {**document, "options": {"tabSize": 2, "insertSpaces": True}}
    editor.ask("textDocument/formatting", asked)
    editor.close(URI)
    assert editor.log == []


def test_what_is_not_open_has_no_answer(editor: Editor) -> None:
    place = {"textDocument": {"uri": "file:///nowhere"}, "position": {"line": 0, "character": 0}}
    assert editor.ask("textDocument/hover", place) is None


def test_what_was_found_is_taken_back_when_a_document_closes(editor: Editor) -> None:
    editor.open(URI, "x <= \n")
    editor.close(URI)
    editor.open(f"{URI}2", "x <= 5\n")
    assert editor.found[URI]["diagnostics"] == []
    editor.close(f"{URI}2")


def test_a_text_that_is_quoted_counts_as_it_is_in_the_editor(
    editor: Editor, tmp_path: Path
) -> None:
    (tmp_path / "aftale.txt").write_text("Indbrud skal falde.", encoding="utf-8")
    spec = tmp_path / "a.tryghed"
    text = (
        'agreement "A" { document "aftale.txt"; area x }\narea x\n'
        'indicator indbrud "I", count, lower is better\n'
        'indbrud <= 4, cite "1" quote "Indbrud skal holdes nede"\n'
    )
    assert len(errors(editor.open(spec.as_uri(), text))) == 1
    agreed = (tmp_path / "aftale.txt").as_uri()
    editor.show(agreed, "1. Indbrud skal holdes nede.", "plaintext")
    assert errors(editor.write(spec.as_uri(), f"{text}# igen\n")) == []
    assert agreed not in editor.found
    editor.close(agreed)
    editor.close(spec.as_uri())


# ------------------------------------------------------------------ how it is started


def test_the_language_can_be_chosen() -> None:
    with Editor("--stdio", "--lang", "da", locale="en") as editor:
        found = editor.open(URI, "x <= “5”\n")
        assert "hjælp:" in found[0]["message"]


def test_a_client_that_counts_bytes_gets_bytes() -> None:
    with Editor(encodings=["utf-8", "utf-16"]) as editor:
        assert editor.can["positionEncoding"] == "utf-8"
        found = errors(editor.open(URI, "æøå ≤ 5\n"))
        assert found[0]["range"]["start"] == {"line": 0, "character": 7}


def test_without_its_library_the_command_says_what_to_install(tmp_path: Path) -> None:
    (tmp_path / "pygls.py").write_text("raise ModuleNotFoundError(name='pygls')\n", "utf-8")
    (tmp_path / "lsprotocol.py").write_text(
        "raise ModuleNotFoundError(name='lsprotocol')\n", "utf-8"
    )
    start = f"import sys; sys.path.insert(0, {str(tmp_path)!r}); "
    code = start + "from tryghed_dsl.cli.main import run; run(['lsp', '--lang', 'en'])"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, encoding="utf-8"
    )
    assert done.returncode == 2
    assert 'pip install "tryghed-dsl[lsp]"' in done.stderr
