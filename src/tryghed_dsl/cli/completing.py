"""What a shell offers where a command's words are half typed: specs, and the names in them."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tryghed_dsl.check.model import Spec

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

_SUFFIX = ".tryghed"
# What the commands call the argument that names a spec.
_SPEC_ARGUMENTS = ("spec", "new", "what")


class SpecPath(click.Path):
    """The path of a spec."""

    def shell_complete(
        self,
        ctx: click.Context,  # noqa: ARG002 -- click's signature
        param: click.Parameter,  # noqa: ARG002 -- the same
        incomplete: str,
    ) -> list["CompletionItem"]:
        """The specs in the folder that is typed, or where there is none its files and folders."""
        typed = Path(incomplete)
        folder = typed if incomplete.endswith(("/", "\\")) else typed.parent
        found = sorted(str(path) for path in folder.glob(f"*{_SUFFIX}"))
        return _plain(found, incomplete) or _files(incomplete)


def files(
    ctx: click.Context,  # noqa: ARG001 -- click's signature
    param: click.Parameter,  # noqa: ARG001 -- the same
    incomplete: str,
) -> list["CompletionItem"]:
    """Files and folders, found by the shell itself."""
    return _files(incomplete)


def specs_and_codes(
    ctx: click.Context, param: click.Parameter, incomplete: str
) -> list["CompletionItem"]:
    """Specs, and the codes of findings once their letter is typed."""
    codes: list[CompletionItem] = []
    if incomplete[:1] in {"E", "W", "N"}:
        from tryghed_dsl.findings.register import REGISTER  # noqa: PLC0415 -- it is large

        codes = _plain(sorted(REGISTER), incomplete)
    return codes or SpecPath().shell_complete(ctx, param, incomplete)


def targets(
    ctx: click.Context,
    param: click.Parameter,  # noqa: ARG001 -- click's signature
    incomplete: str,
) -> list["CompletionItem"]:
    """The targets of the spec that is typed before."""
    spec = _spec_typed(ctx)
    return [] if spec is None else _plain((each.id for each in spec.targets), incomplete)


def areas(
    ctx: click.Context,
    param: click.Parameter,  # noqa: ARG001 -- click's signature
    incomplete: str,
) -> list["CompletionItem"]:
    """The areas of the spec that is typed before."""
    spec = _spec_typed(ctx)
    return [] if spec is None else _plain(spec.areas, incomplete)


def areas_and_lists(
    ctx: click.Context,
    param: click.Parameter,  # noqa: ARG001 -- click's signature
    incomplete: str,
) -> list["CompletionItem"]:
    """What `--areas` takes: all, or a list or area of the spec that is typed before."""
    from tryghed_dsl.everywhere.judging import EVERYWHERE  # noqa: PLC0415 -- only here

    spec = _spec_typed(ctx)
    named = [] if spec is None else [*spec.lists, *spec.areas]
    return _plain([EVERYWHERE, *named], incomplete)


def _spec_typed(ctx: click.Context) -> Spec | None:
    """The spec among the words typed so far; None where there is none, or it is wrong."""
    from tryghed_dsl.pipeline import read_spec_file  # noqa: PLC0415 -- where there is one

    # Behind an option that lacks its value, words are not given their names.
    loose = [word for word in reversed(ctx.args) if word.endswith(_SUFFIX)]
    named = [ctx.params.get(name) for name in _SPEC_ARGUMENTS] + loose
    paths = [path for path in named if isinstance(path, str)]
    return read_spec_file(paths[0])[0] if paths else None


def _plain(texts: Iterable[str], incomplete: str) -> list["CompletionItem"]:
    """Those that go on as typed; one with a blank would need quotation marks, and is left out."""
    from click.shell_completion import CompletionItem  # noqa: PLC0415 -- only where a shell asks

    fitting = (text for text in texts if text.startswith(incomplete) and " " not in text)
    return [CompletionItem(text) for text in fitting]


def _files(incomplete: str) -> list["CompletionItem"]:
    from click.shell_completion import CompletionItem  # noqa: PLC0415 -- the same

    return [CompletionItem(incomplete, type="file")]
