"""The commands there are: finds the one asked for, and loads no other."""

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any

import click

from tryghed_dsl.version import __version__

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

# Each command's module, and its help line.
_COMMANDS: Mapping[str, str] = {
    "check": "Judge an agreement on figures.",
    "completion": "Print what lets a shell complete these words.",
    "diff": "Say what one version of a spec changes in another.",
    "explain": "Explain a target's verdict, or a finding such as E104.",
    "figures": "Say what was read from files of figures, or which a spec needs.",
    "fmt": "Lay specs out in canonical form.",
    "history": "Show each target's verdict and wording year by year.",
    "init": "Write a new spec to start from.",
    "lint": "Find what is wrong or odd in specs.",
    "log": "Show what was recorded, and that it is as it was.",
    "lsp": "Serve an editor while a spec is written.",
    "record": "Record what is reported, so that it can be made again.",
    "report": "Write the status report of an agreement.",
    "reproduce": "Make a recorded report again, and say what differs today.",
    "sql": "Print the query that judges a spec in a database.",
    "test": "Run the tests that specs hold.",
}


class _Commands(click.Group):
    """A group whose commands are imported when they are asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 -- click's signature
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 -- the same
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = import_module(f"tryghed_dsl.cli.{cmd_name}").command
        return command

    def make_context(
        self,
        info_name: str | None,
        args: list[str],
        parent: click.Context | None = None,
        **extra: Any,
    ) -> click.Context:
        """As click does it; what was typed is kept, to tell mistakes in its language."""
        words = list(args)
        try:
            context = super().make_context(info_name, args, parent, **extra)
        except click.UsageError as error:
            raise _told(error, words) from None
        context.obj = words
        return context

    def invoke(self, ctx: click.Context) -> Any:
        """As click does it; mistakes are told in the language asked for."""
        try:
            return super().invoke(ctx)
        except click.UsageError as error:
            raise _told(error, ctx.obj) from None

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list["CompletionItem"]:
        """The names of commands, without loading them, and options."""
        from click.shell_completion import CompletionItem  # noqa: PLC0415 -- where a shell asks

        named = [
            CompletionItem(name, help=line)
            for name, line in _COMMANDS.items()
            if name.startswith(incomplete)
        ]
        return [*named, *click.Command.shell_complete(self, ctx, incomplete)]

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 -- the same
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))


def _told(error: click.UsageError, words: list[str]) -> click.UsageError:
    from tryghed_dsl.cli.misuse import told  # noqa: PLC0415 -- only where something is wrong

    return told(error, words, _COMMANDS)


@click.command(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="tryghed")
def main() -> None:
    """Targets of public agreements, judged on figures.

    Exit codes: 0 every target due is met or warned; 1 one is not met; 2 the command was used
    wrongly; 3 the spec is wrong; 4 something could not be evaluated, or nothing was due.
    """
