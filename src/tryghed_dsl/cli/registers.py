"""What the commands of the register share."""

from collections.abc import Callable
from typing import Any, TypeVar

import click

from tryghed_dsl.cli import console
from tryghed_dsl.register.log_text import Look
from tryghed_dsl.register.places import DEFAULT
from tryghed_dsl.text.language import Language

_Command = TypeVar("_Command", bound=Callable[..., Any])


def register_option(command: _Command) -> _Command:
    """`--register FILE`."""
    return click.option(
        "--register",
        default=DEFAULT,
        metavar="PLACE",
        help=f"The register: a file, or the address of a database, postgresql://…; by default "
        f"{DEFAULT} in the folder you stand in.",
    )(command)


def look(language: Language) -> Look:
    """How output is to look."""
    return Look(language, console.style(), console.width())
