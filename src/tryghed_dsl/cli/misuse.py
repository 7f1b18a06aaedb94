"""What click says of a command that was used wrongly, in the language of the output.

Loaded only where something is wrong, so that a command that goes well does not pay for it.
"""

from collections.abc import Iterable, Sequence

import click

from tryghed_dsl.cli.console import Misused, locale_language
from tryghed_dsl.patterns import pattern
from tryghed_dsl.renderers.words import either
from tryghed_dsl.text.language import Language, listing
from tryghed_dsl.text.suggest import nearest

# Click tells a value, a name or the words left over in the middle of its sentences only.
_QUOTED = pattern(r"(['\"])(.*?)\1")
_LEFT_OVER = pattern(r"unexpected extra arguments? \((.*)\)")
# What a command works on, by its word in the help.
_NEEDED = {
    "SPEC": "aftalefilen",
    "SPECS...": "en eller flere aftalefiler",
    "WHAT": "en aftalefil, eller en besked som E104",
    "OLD": "den gamle aftalefil og den nye",
    "NEW": "den nye aftalefil",
}


def told(
    error: click.UsageError, words: Sequence[str], commands: Iterable[str]
) -> click.UsageError:
    """A mistake with a command, as it is to be told.

    Args:
        error: the mistake.
        words: what was typed behind `tryghed`.
        commands: the commands there are.
    """
    if isinstance(error, Misused) or error.__class__.__name__ == "NoArgsIsHelpError":
        return error
    language = asked_language(words)
    said = _no_command(error, commands, language)
    if said is None and language is Language.DA:
        said = _in_danish(error)
    if said is None:
        return error
    made = Misused(said, language)
    made.ctx = error.ctx
    return made


def asked_language(words: Sequence[str]) -> Language:
    """The language that a command asks for, read before it is understood; else the locale's."""
    asked = ""
    for before, word in zip(["", *words], words, strict=False):
        if before == "--lang":
            asked = word
        elif word.startswith("--lang="):
            asked = word.partition("=")[2]
    known = {language.value: language for language in Language}
    return known.get(asked) or locale_language()


def _no_command(error: click.UsageError, commands: Iterable[str], language: Language) -> str | None:
    quoted = _QUOTED.search(error.message)
    in_group = error.ctx is not None and isinstance(error.ctx.command, click.Group)
    is_option = isinstance(error, click.NoSuchOption | click.BadOptionUsage | click.BadParameter)
    if quoted is None or not in_group or is_option:
        return None
    name = quoted[2]
    near = nearest(name, commands)
    meant = either(language, f"; did you mean `{near}`?", f"; mente du `{near}`?") if near else ""
    said = either(
        language,
        f"there is no command called `{name}`",
        f"der er ingen kommando, der hedder `{name}`",
    )
    return f"{said}{meant}"


def _in_danish(error: click.UsageError) -> str | None:
    if isinstance(error, click.MissingParameter):
        return _missing(error)
    if isinstance(error, click.BadParameter):
        return _no_value(error)
    if isinstance(error, click.NoSuchOption):
        meant = _any_of(error.possibilities or ())
        told = f"der er intet valg, der hedder `{error.option_name}`"
        return f"{told}; mente du {meant}?" if meant else told
    if isinstance(error, click.BadOptionUsage):
        name = error.option_name
        alone = "does not take" in error.message
        return (
            f"`{name}` står alene, uden noget efter"
            if alone
            else f"der mangler noget efter `{name}`"
        )
    left_over = _LEFT_OVER.search(error.message)
    return None if left_over is None else f"der er for meget i kommandoen: `{left_over[1]}`"


def _missing(error: click.MissingParameter) -> str:
    name = _name(error)
    needed = _choices(error.param) or _NEEDED.get(name)
    return f"skriv også {needed}" if needed else f"`{name}` mangler i kommandoen"


def _no_value(error: click.BadParameter) -> str | None:
    """What was given and cannot be; None where click says it in words of its own."""
    quoted, needed = _QUOTED.search(error.message), _needed_value(error.param)
    if not needed:
        return None
    value = quoted[2] if quoted is not None else error.message.partition(" is not ")[0]
    place = f"stå ved `{_name(error)}`" if isinstance(error.param, click.Option) else "bruges"
    return f"`{value}` kan ikke {place}; skriv {needed}"


def _needed_value(param: click.Parameter | None) -> str:
    kind = param.type if param is not None else None
    if isinstance(kind, click.IntRange):
        return f"et tal fra {kind.min} til {kind.max}"
    return "et helt tal" if kind is click.INT else _choices(param)


def _name(error: click.BadParameter) -> str:
    """The option or argument, as it stands in the help."""
    if error.param is None or error.ctx is None:
        return ""
    return error.param.get_error_hint(error.ctx).replace("'", "")


def _choices(param: click.Parameter | None) -> str:
    """The words that can be chosen from; empty where it is no choice."""
    if param is None or not isinstance(param.type, click.Choice):
        return ""
    return _any_of(list(map(str, param.type.choices)))


def _any_of(words: Sequence[str]) -> str:
    return listing([f"`{word}`" for word in words], Language.DA, last="eller")
