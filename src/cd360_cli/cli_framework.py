"""The commands under `cd360 framework` and their options."""

from enum import Enum
from pathlib import Path
from typing import Annotated

import typer

from cd360_cli.cli_options import Json, Language, OwnFramework
from cd360_cli.usage import App

app = App()

Checked = Annotated[Path | None, typer.Argument(metavar="FILE")]


class Schema(Enum):
    """The files whose structure is published."""

    framework = "framework"
    assessment = "assessment"
    recommendation = "recommendation"
    team = "team"
    comparison = "comparison"
    summary = "summary"


@app.callback()
def framework(lang: Language = None) -> None:
    """Take what may stand before a command."""


@app.command()
def show(
    id: Annotated[str | None, typer.Argument(metavar="ID")] = None,
    lang: Language = None,
    framework: OwnFramework = None,
) -> None:
    from cd360_cli.commands.framework_show import run

    run(id, framework=framework, asked=lang)


@app.command()
def check(
    file: Checked = None, json: Json = False, lang: Language = None, framework: OwnFramework = None
) -> None:
    from cd360_cli.commands.framework_check import run

    run(file or framework, asked=lang, as_json=json)


@app.command()
def audit(
    file: Checked = None, json: Json = False, lang: Language = None, framework: OwnFramework = None
) -> None:
    from cd360_cli.commands.framework_audit import run

    run(framework=file or framework, asked=lang, as_json=json)


@app.command()
def schema(
    name: Annotated[Schema, typer.Argument(metavar="NAME")] = Schema.framework,
    lang: Language = None,
) -> None:
    from cd360_cli.commands.framework_schema import run

    run(name.value)


@app.command()
def new(file: Annotated[Path, typer.Argument(metavar="FILE")], lang: Language = None) -> None:
    from cd360_cli.commands.framework_new import run

    run(file, asked=lang)
