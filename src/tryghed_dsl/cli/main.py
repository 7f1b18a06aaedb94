"""The command `tryghed`, as it is called: what it uses is loaded inside."""

import sys
from typing import Any

from tryghed_dsl.collecting import unwatched


def run(args: list[str] | None = None) -> Any:
    """Run the command; whatever fails in it is told as our mistake, without a traceback.

    A command builds what it needs and ends, so nothing that it drops is worth looking for. That
    holds for loading it too.
    """
    with unwatched():
        return _run(args)


def _run(args: list[str] | None) -> Any:
    from tryghed_dsl.cli.commands import main  # noqa: PLC0415 -- in the pause
    from tryghed_dsl.cli.console import prepare, tell_our_mistake  # noqa: PLC0415 -- in the pause

    prepare()
    try:
        return main(args, prog_name="tryghed")
    except Exception as error:  # noqa: BLE001 -- nobody should be shown a traceback
        tell_our_mistake(error)
        sys.exit(70)
