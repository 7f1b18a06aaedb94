"""What can be answered to the questions of `tryghed init`, and what is said of other answers."""

import re
from collections.abc import Collection

from tryghed_dsl.cli.first_spec import HIGHEST, Measured
from tryghed_dsl.domain.unit import UNIT_WORDS, Direction
from tryghed_dsl.renderers.words import either
from tryghed_dsl.text.language import Language

FIRST_YEARS = (1501, 2990)
YEARS = (1, 9)
# What Danish calls the units.
_DANISH_UNITS = {
    "count": "antal",
    "percent": "procent",
    "fraction": "andel",
    "index": "indeks",
    "money": "penge",
    "days": "dage",
    "number": "tal",
}
_DIRECTIONS = {
    Direction.LOWER: ("lower", "lavere"),
    Direction.HIGHER: ("higher", "højere"),
}
_NEVER_NEGATIVE = frozenset({"count", "percent", "fraction", "days"})
_LONGEST_NAME = 20
_PARTS = 4


class Unfit(ValueError):  # noqa: N818 -- an answer, and no error of ours
    """An answer that cannot be used; its text says what can."""


def unit_words(language: Language) -> list[str]:
    """The units, as a language calls them."""
    return [either(language, unit, _DANISH_UNITS[unit]) for unit in UNIT_WORDS]


def direction_word(direction: Direction, language: Language) -> str:
    """A direction, as a language calls it."""
    return either(language, *_DIRECTIONS[direction])


def read_words(text: str, language: Language) -> str:
    """A name in words.

    Raises:
        Unfit: there is no letter or digit in it.
    """
    if not re.search(r"[^\W_]", text):
        raise Unfit(either(language, "write it in words", "skriv det med ord"))
    return " ".join(text.split())


def read_whole(text: str, bounds: tuple[int, int], language: Language) -> int:
    """A whole number within bounds.

    Raises:
        Unfit: it is none.
    """
    low, high = bounds
    if not re.fullmatch(r"[0-9]{1,4}", text) or not low <= int(text) <= high:
        raise Unfit(
            either(
                language,
                f"write a whole number from {low} to {high}",
                f"skriv et helt tal fra {low} til {high}",
            )
        )
    return int(text)


def read_unit(text: str, language: Language) -> str:
    """A unit, in either language.

    Raises:
        Unfit: it is none.
    """
    for unit, danish in _DANISH_UNITS.items():
        if text.casefold() in {unit, danish}:
            return unit
    listed = ", ".join(unit_words(language))
    raise Unfit(either(language, f"write one of: {listed}", f"skriv en af: {listed}"))


def read_direction(text: str, language: Language) -> Direction:
    """A direction, in either language.

    Raises:
        Unfit: it is none.
    """
    for direction, words in _DIRECTIONS.items():
        if text.casefold() in words:
            return direction
    one, other = (direction_word(each, language) for each in _DIRECTIONS)
    raise Unfit(either(language, f"write `{one}` or `{other}`", f"skriv `{one}` eller `{other}`"))


def read_baseline(text: str, unit: str, language: Language) -> str:
    """A figure, with a decimal point where it has decimals.

    Raises:
        Unfit: it is none, can be read in two ways, or is none of its unit.
    """
    if re.fullmatch(r"-?[1-9][0-9]{0,2}([.,][0-9]{3})+", text):
        whole = re.sub(r"[.,]", "", text)
        raise Unfit(
            either(
                language,
                f"`{text}` can be read in two ways; write thousands without a sign: {whole}",
                f"`{text}` kan læses på to måder; skriv tusinder uden tegn: {whole}",
            )
        )
    if not re.fullmatch(r"-?[0-9]{1,15}([.,][0-9]{1,9})?", text):
        raise Unfit(
            either(
                language,
                "write a number in digits, such as 48 or 12.5",
                "skriv et tal med cifre, for eksempel 48 eller 12,5",
            )
        )
    figure = text.replace(",", ".")
    _refuse_other_units(float(figure), unit, language)
    return figure


def _refuse_other_units(figure: float, unit: str, language: Language) -> None:
    highest = HIGHEST.get(unit)
    if highest is not None and not 0 <= figure <= highest:
        raise Unfit(
            either(
                language,
                f"write a number from 0 to {highest}",
                f"skriv et tal fra 0 til {highest}",
            )
        )
    if figure < 0 and unit in _NEVER_NEGATIVE:
        raise Unfit(either(language, "write 0 or more", "skriv 0 eller mere"))
    if unit == "count" and figure != int(figure):
        raise Unfit(either(language, "write a whole number", "skriv et helt tal"))


def read_measured(text: str, taken: Collection[str], language: Language) -> Measured:
    """What is measured, all in one: `Burglaries; count; lower; 48`.

    Raises:
        Unfit: a part is missing, or cannot be used.
    """
    parts = [part.strip() for part in text.split(";")]
    if len(parts) != _PARTS:
        raise Unfit(
            either(
                language,
                "write four parts, as in `Burglaries; count; lower; 48`",
                "skriv fire dele, som i `Indbrud; antal; lavere; 48`",
            )
        )
    title, unit = read_words(parts[0], language), read_unit(parts[1], language)
    direction = read_direction(parts[2], language)
    baseline = read_baseline(parts[3], unit, language)
    return Measured(name_of(title, taken), title, unit, direction, baseline)


def name_of(title: str, taken: Collection[str]) -> str:
    """A name for a spec, from what people call something; a number tells it from others."""
    words: list[str] = re.findall(r"[^\W_]+", title.casefold())
    name = words[0]
    for word in words[1:]:
        if len(f"{name}_{word}") > _LONGEST_NAME:
            break
        name = f"{name}_{word}"
    tried, number = name, 1
    while tried in taken:
        number += 1
        tried = f"{name}_{number}"
    return tried
