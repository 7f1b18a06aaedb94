"""Every word of status reports is translated, and no translation is left over."""

import ast
import re
import string
from collections.abc import Iterator
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from babel.support import NullTranslations

from support.statuses import amager, hostile, unjudged
from tryghed_dsl.publishing.formats import FORMATS, MODULES, rendered
from tryghed_dsl.status import words
from tryghed_dsl.status.theme import Theme
from tryghed_dsl.text.language import Language

ROOT = Path(__file__).parents[2] / "src" / "tryghed_dsl"
FOLDERS = (ROOT / "status", ROOT / "publishing")
CATALOGUES = sorted((ROOT / "status" / "catalogue").glob("*.po"))
# Formats can be left out of a checkout; what only they say is then left over.
THERE = [form for form in FORMATS if find_spec(f"tryghed_dsl.publishing.{MODULES[form]}")]
SAID = re.compile(r"\bsay\(\s*\"([^\"]+)\"")


def in_templates() -> Iterator[str]:
    for path in (ROOT / "publishing" / "templates").glob("*.html"):
        yield from SAID.findall(path.read_text(encoding="utf-8"))


def texts() -> set[str]:
    """Every text in the sources: messages stand in tables too, and not only where they are said."""
    found = set()
    for folder in FOLDERS:
        for path in folder.rglob("*.py"):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            found |= {n.value for n in ast.walk(tree) if isinstance(n, ast.Constant)}
    return {text for text in found if isinstance(text, str)}


def said() -> Iterator[str]:
    """The messages that are said where they stand: `say("…")`, `self._say.many("…", "…", n)`."""
    for folder in FOLDERS:
        for path in folder.rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call):
                    yield from _said(node)
    yield from in_templates()


def _said(call: ast.Call) -> Iterator[str]:
    function = call.func
    many = isinstance(function, ast.Attribute) and function.attr == "many"
    saying = function.value if many and isinstance(function, ast.Attribute) else function
    name = saying.attr if isinstance(saying, ast.Attribute) else getattr(saying, "id", "")
    if isinstance(saying, ast.Call):  # Words(language)("…")
        name = getattr(saying.func, "id", "")
    if name not in {"say", "_say", "_heading", "Words", "Say"}:
        return
    for given in call.args[: 2 if many else 1]:
        if isinstance(given, ast.Constant) and isinstance(given.value, str):
            yield given.value


def blanks(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def translated(path: Path) -> dict[str, tuple[str, ...]]:
    """Each message, the one for many included, with its translations."""
    found: dict[str, tuple[str, ...]] = {}
    for message in read_po(BytesIO(path.read_bytes())):
        ids = (message.id,) if isinstance(message.id, str) else tuple(message.id)
        told = (message.string,) if isinstance(message.string, str) else tuple(message.string or ())
        found |= {each: told for each in ids if each}
    return found


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_every_message_is_translated(path: Path) -> None:
    known = translated(path)
    messages = set(said())
    assert len(messages) > 50
    assert {message for message in messages if not all(known.get(message, ("",)))} == set()


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_no_translation_is_left_over(path: Path) -> None:
    if len(THERE) < len(FORMATS):
        pytest.skip("not all formats are there")
    assert translated(path).keys() - texts() - set(in_templates()) == set()


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_translations_have_the_blanks_of_their_messages(path: Path) -> None:
    for message, told in translated(path).items():
        for each in told:
            assert blanks(each) == blanks(message), message


class Untranslated(NullTranslations):
    """Asked for what a catalogue does not have."""

    def __init__(self) -> None:
        super().__init__()
        self.messages: list[str] = []

    def gettext(self, message: str) -> str:
        self.messages.append(message)
        return message

    def ngettext(self, msgid1: str, msgid2: str, num: int) -> str:
        self.messages += [msgid1, msgid2]
        return msgid2 if num > 1 else msgid1


@pytest.fixture
def untranslated() -> Iterator[list[str]]:
    """The messages that were said in Danish, and are not."""
    missing = Untranslated()
    words.translations(Language.DA).add_fallback(missing)
    yield missing.messages
    words.translations.cache_clear()


# Libraries that make papers leave the files of fonts open.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("form", THERE)
def test_reports_of_every_format_say_nothing_untranslated(
    form: str, untranslated: list[str]
) -> None:
    for status in (amager(full=True), unjudged(), hostile(Language.DA)):
        rendered(status, Theme(), form)
    assert untranslated == []
