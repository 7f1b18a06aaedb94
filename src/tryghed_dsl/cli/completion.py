"""`tryghed completion`: what lets a shell complete the words of commands."""

from collections.abc import Mapping

import click
from click.shell_completion import get_completion_class

from tryghed_dsl.cli import console
from tryghed_dsl.renderers.words import either
from tryghed_dsl.text.language import Language

# Each shell's file of settings, and the line in it that makes the shell use this.
_SETTINGS: Mapping[str, tuple[str, str]] = {
    "bash": ("~/.bashrc", 'eval "$(tryghed completion bash)"'),
    "zsh": ("~/.zshrc", 'eval "$(tryghed completion zsh)"'),
    "fish": ("~/.config/fish/config.fish", "tryghed completion fish | source"),
}
_NAME = "tryghed"
_VARIABLE = "_TRYGHED_COMPLETE"


@click.command("completion")
@click.argument("shell", type=click.Choice(list(_SETTINGS)))
@console.language_option
@click.pass_context
def command(ctx: click.Context, shell: str, language: Language) -> None:
    """Print the script by which SHELL completes commands, options, specs and names in them.

    \b
    bash: eval "$(tryghed completion bash)"     in ~/.bashrc
    zsh:  eval "$(tryghed completion zsh)"      in ~/.zshrc, behind compinit
    fish: tryghed completion fish | source      in ~/.config/fish/config.fish
    """  # noqa: D301 -- the command library takes this sign for "leave these lines as they are"
    made = get_completion_class(shell)
    assert made is not None  # noqa: S101 -- the library has had these since it completes
    script = made(ctx.find_root().command, {}, _NAME, _VARIABLE).source()
    file, line = _SETTINGS[shell]
    told = either(
        language, f"To use it, write in {file}:", f"Den tages i brug med denne linje i {file}:"
    )
    console.say(f"{script.rstrip()}\n\n# {told}\n#   {line}\n")
