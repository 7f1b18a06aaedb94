"""What the header of a PX file says of its variables, in one of the file's languages."""

from collections import defaultdict
from collections.abc import Iterator
from typing import NoReturn

from tryghed_dsl.figures.cube import Category
from tryghed_dsl.figures.described import check_categories, check_once, stop
from tryghed_dsl.figures.options import Options
from tryghed_dsl.figures.px.statements import Header, Statement, label
from tryghed_dsl.figures.px.times import timed
from tryghed_dsl.findings.finding import InFile, Listed
from tryghed_dsl.records import dataclass, replace

_DANISH = "da"
_NAMES = frozenset({"VALUES", "CONTENTS", "TITLE"})
_NAMING = ("STUB", "HEADING", "VALUES")


@dataclass(frozen=True, slots=True)
class Variable:
    """What figures are parted by.

    Attributes:
        name: its name in the chosen language.
        own: its name in the file's own language.
        code: what VARIABLECODE calls it.
        categories: what it can say, in the chosen language.
        values: the texts of these in the file's own language.
    """

    name: str
    own: str
    code: str
    categories: tuple[Category, ...]
    values: tuple[str, ...]


class Description:
    """A header, read in a language.

    Attributes:
        stub: the variables beside the figures.
        heading: the variables above them, which change faster.

    Raises:
        Unreadable: it lacks something, or contradicts itself.
    """

    def __init__(self, header: Header, name: str, options: Options) -> None:
        self.header = header
        self.file = name
        self._own = next(iter(self._small(header.texts("LANGUAGE"))), None)
        self._language = self._chosen(options.language)
        self.stub = self._variables("STUB")
        self.heading = self._variables("HEADING")
        where = InFile(name)
        if not self.variables:
            stop("E341", where, part="STUB")
        check_once([each.own for each in self.variables], "STUB, HEADING", where)

    @property
    def variables(self) -> tuple[Variable, ...]:
        """All of them, the one that changes slowest first."""
        return (*self.stub, *self.heading)

    # -------------------------------------------------------------- languages

    @staticmethod
    def _small(texts: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(text.strip().casefold() for text in texts)

    def _chosen(self, wanted: str | None) -> str | None:
        """The language to read: the one asked for, else Danish, else the file's own."""
        spoken = (each for key, each, _ in self.header.statements if key in _NAMING)
        said = (self._own, *self._small(self.header.texts("LANGUAGES")), *spoken)
        known = [language for language in dict.fromkeys(said) if language]
        if wanted is None:
            return _DANISH if _DANISH in known else self._own
        if known and wanted.casefold() not in known:
            self._disagree("language", wanted, "LANGUAGES", Listed(tuple(known)))
        return wanted.casefold()

    def find(self, keyword: str, *about: tuple[str, str]) -> Statement | None:
        """A statement in the chosen language, else in the file's own.

        Args:
            keyword: its keyword.
            about: what it is about, each in the chosen language and in the file's own.
        """
        tries = self._tries(about)
        found = (self.header.find(keyword, language, *names) for language, names in tries)
        return next((statement for statement in found if statement is not None), None)

    def _tries(
        self, about: tuple[tuple[str, str], ...]
    ) -> Iterator[tuple[str | None, tuple[str, ...]]]:
        chosen, own = tuple(each for each, _ in about), tuple(each for _, each in about)
        yield self._language, chosen
        if self._language == self._own:
            yield None, own
        else:
            yield self._language, own
            yield None, own
            yield self._own, own

    def text(self, keyword: str, *about: tuple[str, str]) -> str:
        """A statement's first value; empty where the file does not have it."""
        statement = self.find(keyword, *about)
        return next(iter(statement.texts), "") if statement is not None else ""

    def _own_texts(self, keyword: str, *about: str) -> tuple[str, ...]:
        header = self.header
        return header.texts(keyword, None, *about) or header.texts(keyword, self._own, *about)

    # -------------------------------------------------------------- variables

    def _variables(self, keyword: str) -> tuple[Variable, ...]:
        own = self._own_texts(keyword)
        translated = self.find(keyword)
        names = translated.texts if translated is not None else own
        if len(own) != len(names):
            self._disagree(
                label(keyword, self._language), float(len(names)), keyword, float(len(own))
            )
        return tuple(self._variable(*each) for each in zip(names, own, strict=True))

    def _variable(self, name: str, own: str) -> Variable:
        both = (name, own)
        values = self.find("VALUES", both)
        if values is None or not values.texts:
            stop("E341", InFile(self.file), part=label("VALUES", None, name))
        code = self.text("VARIABLECODE", both)
        own_values = self._own_texts("VALUES", own) or values.texts
        if len(own_values) != len(values.texts):
            labels = label("VALUES", values.language, name), label("VALUES", None, own)
            self._disagree(labels[0], float(len(values.texts)), labels[1], float(len(own_values)))
        return Variable(name, own, code, self._categories(both, values), own_values)

    def _categories(self, both: tuple[str, str], values: Statement) -> tuple[Category, ...]:
        codes = self.find("CODES", both)
        named = part = label("VALUES", values.language, *values.about)
        categories = [Category(text) for text in values.texts]
        if codes is not None:
            part = label("CODES", codes.language, *codes.about)
            found, expected = float(len(codes.texts)), float(len(values.texts))
            if found != expected:
                self._disagree(part, found, named, expected, codes.row)
            pairs = zip(values.texts, codes.texts, strict=True)
            categories = [Category(text, code) for text, code in pairs]
        check_categories(categories, part, InFile(self.file, values.row))
        whole = self.text("ELIMINATION", both)
        categories = [replace(c, is_whole=True) if whole in _names(c) else c for c in categories]
        return tuple(self._timed(both, categories, named))

    def _timed(
        self, both: tuple[str, str], categories: list[Category], named: str
    ) -> list[Category]:
        timeval = self.find("TIMEVAL", both)
        if timeval is None:
            return categories
        labels = label("TIMEVAL", timeval.language, *timeval.about), named
        return timed(categories, timeval.tokens, labels, InFile(self.file, timeval.row))

    def in_other_languages(self) -> dict[str, list[str]]:
        """The names of what figures are of in the file's other languages."""
        found = defaultdict[str, list[str]](list)
        for (keyword, spoken, _), statement in self.header.statements.items():
            language = spoken or self._own
            if keyword in _NAMES and language not in {None, self._language}:
                found[language or ""] += statement.texts
        return dict(found)

    def _disagree(
        self,
        first: str,
        found: str | float,
        second: str,
        expected: float | Listed,
        row: int | None = None,
    ) -> NoReturn:
        where = InFile(self.file, row)
        stop("E343", where, first=first, found=found, second=second, expected=expected)


def _names(category: Category) -> tuple[str, ...]:
    """What ELIMINATION may call a category: its text or its code."""
    return (category.text, category.code) if category.code else (category.text,)
