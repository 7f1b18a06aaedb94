"""The words of status reports, from a catalogue that translators can edit.

English words are the keys. `catalogue/da.po` has the Danish ones; it is read as it is, so that
nothing has to be compiled and an organisation can mend a word in it.
"""

from functools import cache
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import NullTranslations, Translations

from tryghed_dsl.text.language import Language

_FOLDER = Path(__file__).parent / "catalogue"


@cache
def translations(language: Language) -> NullTranslations:
    """The catalogue of a language; English needs none."""
    if language is Language.EN:
        return NullTranslations()
    with (_FOLDER / f"{language.value}.po").open("rb") as file:
        catalogue = read_po(file, locale=language.value)
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return Translations(compiled)


class Words:
    """Says things in one language."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._translations = translations(language)

    def __call__(self, message: str, **blanks: object) -> str:
        """A message in the language, with its blanks filled."""
        return self._translations.gettext(message).format(**blanks)

    def many(self, one: str, several: str, number: int, **blanks: object) -> str:
        """A message that depends on a number, which `{n}` stands for."""
        return self._translations.ngettext(one, several, number).format(n=number, **blanks)
