"""`python -m cd360_cli` is `cd360`."""

from cd360_cli.cli import run

run()
