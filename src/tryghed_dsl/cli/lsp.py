"""`tryghed lsp`: the server that editors ask while a spec is written."""

import gc

import click

from tryghed_dsl.cli import console
from tryghed_dsl.renderers.words import either
from tryghed_dsl.report.outcome import Exit
from tryghed_dsl.text.language import Language


@click.command("lsp")
@click.option("--stdio", is_flag=True, help="Speak over standard input and output; it always does.")
@click.option(
    "--lang",
    "language",
    type=click.Choice([language.value for language in Language]),
    help="Language of what is told; by default the editor's.",
)
def command(language: str | None, *, stdio: bool) -> None:  # noqa: ARG001 -- what editors pass
    """Serve an editor over standard input and output (the Language Server Protocol).

    It is started by the editor. It needs the extra `lsp`: pip install "tryghed-dsl[lsp]"
    """
    try:
        from tryghed_dsl.editor.server import serve  # noqa: PLC0415 -- its library is an extra
    except ModuleNotFoundError as missing:
        if (missing.name or "").partition(".")[0] not in ("pygls", "lsprotocol"):
            raise
        told = Language(language) if language else console.locale_language()
        console.aside(
            either(
                told,
                'the editor server needs a library; install it: pip install "tryghed-dsl[lsp]"',
                'editor-serveren mangler et bibliotek: pip install "tryghed-dsl[lsp]"',
            )
        )
        console.leave(Exit.USAGE)
    gc.enable()  # other commands end before there is anything to collect
    serve(Language(language) if language else None)
