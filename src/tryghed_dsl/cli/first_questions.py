"""The questions of `tryghed init`, each asked again until its answer can be used."""

import sys
from collections.abc import Callable
from typing import TypeVar

import click

from tryghed_dsl.cli import console
from tryghed_dsl.cli.first_answers import (
    FIRST_YEARS,
    YEARS,
    Unfit,
    direction_word,
    name_of,
    read_baseline,
    read_direction,
    read_unit,
    read_whole,
    read_words,
    unit_words,
)
from tryghed_dsl.cli.first_spec import AGREED, Measured
from tryghed_dsl.domain.unit import Direction
from tryghed_dsl.renderers.words import either
from tryghed_dsl.text.language import Language

_Read = TypeVar("_Read")
_MOST_MEASURED = 3


def can_ask() -> bool:
    """Whether somebody is there to answer."""
    return sys.stdin.isatty() and sys.stdout.isatty()


class Questions:
    """Asks in one language."""

    def __init__(self, language: Language) -> None:
        self._language = language

    def title(self, usual: str) -> str:
        """What the agreement is called."""
        question = self._either("What is the agreement called?", "Hvad hedder aftalen?")
        return self._ask(question, self._words, usual)

    def area(self) -> str:
        """What people call the area."""
        question = self._either("Which area is it for?", "Hvilket område gælder den?")
        return self._ask(question, self._words, self._either("Our area", "Vores område"))

    def first(self, usual: int) -> int:
        """The first year."""
        question = self._either("Which year is its first?", "Hvilket år er dens første?")
        return self._ask(question, lambda text: self._whole(text, FIRST_YEARS), str(usual))

    def years(self, usual: int) -> int:
        """How many years it runs."""
        question = self._either("How many years does it run?", "Hvor mange år løber den?")
        return self._ask(question, lambda text: self._whole(text, YEARS), str(usual))

    def decided_by(self) -> str | None:
        """Who decides on changes."""
        question = self._either(
            "Who decides on changes to it? (leave empty where that is not settled)",
            "Hvem beslutter ændringer i den? (lad stå tomt, hvis det ikke er afgjort)",
        )
        return self._ask(question, lambda text: " ".join(text.split()) or None)

    def measured(self, before: int, area: str) -> tuple[Measured, ...]:
        """What is measured, once to three times."""
        found = [self._one(self._first_title(), before, {area, AGREED})]
        while len(found) < _MOST_MEASURED:
            title = self._next_title()
            if title is None:
                break
            found.append(self._one(title, before, {area, AGREED, *(each.name for each in found)}))
        return tuple(found)

    def _first_title(self) -> str:
        question = self._either(
            "What is counted or measured? (for example Burglaries)",
            "Hvad tælles eller måles? (for eksempel Indbrud)",
        )
        return self._ask(question, self._words)

    def _next_title(self) -> str | None:
        question = self._either(
            "What else is counted or measured? (leave empty where that is all)",
            "Hvad tælles eller måles ellers? (lad stå tomt, hvis det er alt)",
        )
        return self._ask(question, lambda text: self._words(text) if text else None)

    def _one(self, title: str, before: int, taken: set[str]) -> Measured:
        unit, direction = self._unit(), self._direction()
        question = self._either(
            f"What was it in {before}, the year before the agreement?",
            f"Hvad var tallet i {before}, året før aftalen?",
        )
        baseline = self._ask(question, lambda text: read_baseline(text, unit, self._language))
        return Measured(name_of(title, taken), title, unit, direction, baseline)

    def _unit(self) -> str:
        words = unit_words(self._language)
        listed = ", ".join(words)
        question = self._either(f"In which unit? ({listed})", f"I hvilken enhed? ({listed})")
        return self._ask(question, lambda text: read_unit(text, self._language), words[0])

    def _direction(self) -> Direction:
        lower, higher = (direction_word(each, self._language) for each in Direction)
        question = self._either(
            f"Which is better? ({lower}, {higher})", f"Hvad er bedst? ({lower}, {higher})"
        )
        return self._ask(question, lambda text: read_direction(text, self._language), lower)

    def _ask(self, question: str, read: Callable[[str], _Read], usual: str = "") -> _Read:
        while True:
            typed = click.prompt(
                question, default=usual, show_default=bool(usual), prompt_suffix=" "
            )
            try:
                return read(typed.strip())
            except Unfit as unfit:
                console.aside(f"  {unfit}")

    def _words(self, text: str) -> str:
        return read_words(text, self._language)

    def _whole(self, text: str, bounds: tuple[int, int]) -> int:
        return read_whole(text, bounds, self._language)

    def _either(self, english: str, danish: str) -> str:
        return either(self._language, english, danish)
