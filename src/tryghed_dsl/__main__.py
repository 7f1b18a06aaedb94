"""`python -m tryghed_dsl` is the command `tryghed`."""

from tryghed_dsl.cli.main import run

run()
