"""The command line: commands and their options.

What help says of them stands in `texts/help.py`, what they do in `commands/`.
"""

import os
import sys
from enum import Enum
from pathlib import Path
from typing import Annotated, Literal

import typer

from cd360_cli import __version__, cli_framework, streams
from cd360_cli.cli_options import (
    Assessed,
    Company,
    Json,
    Language,
    Outs,
    OwnFramework,
    Respondent,
    Role,
    at_once,
)
from cd360_cli.ending import end
from cd360_cli.language import of_command_line
from cd360_cli.usage import App, UsageError

app = App()
app.add_typer(cli_framework.app, name="framework")


class Form(Enum):
    """What the questionnaire can be written as."""

    markdown = "markdown"
    csv = "csv"
    json = "json"


def _version(language: str) -> None:
    streams.result(f"cd360 {__version__}\n")


def _install_completion(language: str) -> None:
    from cd360_cli.commands.completion_install import install

    install(language)


def _show_completion(language: str) -> None:
    from cd360_cli.commands.completion import show

    show(language)


@app.callback()
def cd360(
    lang: Language = None,
    version: Annotated[
        bool, typer.Option("--version", callback=at_once(_version), is_eager=True)
    ] = False,
    install_completion: Annotated[
        bool, typer.Option("--install-completion", callback=at_once(_install_completion))
    ] = False,
    show_completion: Annotated[
        bool, typer.Option("--show-completion", callback=at_once(_show_completion))
    ] = False,
) -> None:
    """Take what may stand before a command."""


@app.command()
def assess(
    file: Annotated[Path | None, typer.Argument(metavar="FILE")] = None,
    plain: Annotated[bool, typer.Option("--plain")] = False,
    quick: Annotated[bool, typer.Option("--quick")] = False,
    respondent: Respondent = "",
    role: Role = "",
    json: Json = False,
    lang: Language = None,
    framework: OwnFramework = None,
) -> None:
    from cd360_cli.commands.assess import Asked, run

    asked = Asked(file, lang, plain, quick, respondent, role)
    run(asked, framework=framework, as_json=json)


@app.command()
def recommend(
    file: Annotated[str | None, typer.Argument(metavar="FILE|-")] = None,
    code: Annotated[str | None, typer.Option("--code", metavar="CODE")] = None,
    json: Json = False,
    lang: Language = None,
    framework: OwnFramework = None,
) -> None:
    from cd360_cli.commands.recommend import run

    run(file, code=code, framework=framework, asked=lang, as_json=json)


@app.command()
def code(file: Assessed, lang: Language = None, framework: OwnFramework = None) -> None:
    from cd360_cli.commands.code import run

    run(file, framework=framework, asked=lang)


@app.command()
def explain(
    file: Assessed,
    strategy: Annotated[str | None, typer.Option("--strategy", metavar="ID")] = None,
    path: Annotated[bool, typer.Option("--path")] = False,
    json: Json = False,
    lang: Language = None,
    framework: OwnFramework = None,
) -> None:
    from cd360_cli.commands.explain import run

    run(file, strategy=strategy, path=path, framework=framework, asked=lang, as_json=json)


@app.command()
def whatif(
    file: Assessed,
    sets: Annotated[list[str] | None, typer.Option("--set", metavar="QUESTION=ANSWER")] = None,
    weights: Annotated[list[str] | None, typer.Option("--lens-weight", metavar="LENS=N")] = None,
    save_as: Annotated[Path | None, typer.Option("--save-as", metavar="FILE")] = None,
    json: Json = False,
    lang: Language = None,
    framework: OwnFramework = None,
) -> None:
    from cd360_cli.commands.whatif import run

    changes = (sets or [], weights or [])
    run(file, *changes, save_as=save_as, framework=framework, asked=lang, as_json=json)


@app.command()
def team(
    files: Annotated[list[Path], typer.Argument(metavar="FILE|FOLDER")],
    anonymous: Annotated[bool, typer.Option("--anonymous")] = False,
    out: Outs = None,
    json: Json = False,
    lang: Language = None,
    framework: OwnFramework = None,
) -> None:
    from cd360_cli.commands.team import run

    run(files, out or [], anonymous=anonymous, framework=framework, asked=lang, as_json=json)


@app.command()
def compare(
    files: Annotated[list[str], typer.Argument(metavar="FILE|-")],
    out: Outs = None,
    json: Json = False,
    lang: Language = None,
    framework: OwnFramework = None,
) -> None:
    from cd360_cli.commands.compare import run

    run(files, out or [], framework=framework, asked=lang, as_json=json)


@app.command()
def report(
    file: Assessed,
    out: Annotated[list[Path], typer.Option("-o", "--out", metavar="FILE")],
    lang: Language = None,
    framework: OwnFramework = None,
) -> None:
    from cd360_cli.commands.report import run

    run(file, out, framework=framework, asked=lang)


@app.command()
def batch(
    table: Annotated[str, typer.Argument(metavar="TABLE|-")],
    out: Annotated[Path | None, typer.Option("-o", "--out", metavar="FILE")] = None,
    read: Annotated[Literal["csv", "ndjson", "parquet"] | None, typer.Option("--from")] = None,
    write: Annotated[Literal["csv", "ndjson", "parquet"] | None, typer.Option("--to")] = None,
    rejects: Annotated[Path | None, typer.Option("--rejects", metavar="FILE")] = None,
    resume: Annotated[bool, typer.Option("--resume")] = False,
    summary: Annotated[bool, typer.Option("--summary")] = False,
    engine: Annotated[Literal["polars", "duckdb", "spark"] | None, typer.Option("--engine")] = None,
    json: Json = False,
    lang: Language = None,
    framework: OwnFramework = None,
) -> None:
    from cd360_cli.commands.batch import run
    from cd360_cli.commands.batch_choices import Choices

    choices = Choices(table, out, read, write, rejects, resume, summary, engine)
    run(choices, framework=framework, asked=lang, as_json=json)


@app.command()
def questions(
    form: Annotated[Form, typer.Option("--format")] = Form.markdown,
    lang: Language = None,
    framework: OwnFramework = None,
) -> None:
    from cd360_cli.commands.questions import run

    run(framework=framework, asked=lang, form=form.value)


@app.command()
def form(
    out: Annotated[Path, typer.Option("-o", "--out", metavar="FILE")],
    company: Company = "",
    lang: Language = None,
    framework: OwnFramework = None,
) -> None:
    from cd360_cli.commands.form import run

    run(out, company=company, framework=framework, asked=lang)


@app.command("import")
def import_responses(
    file: Annotated[Path, typer.Argument(metavar="FILE")],
    out: Annotated[Path, typer.Option("-o", "--out", metavar="FOLDER")],
    company: Company = "",
    ignore: Annotated[list[str] | None, typer.Option("--ignore", metavar="HEADER")] = None,
    dates: Annotated[Literal["day-first", "month-first"] | None, typer.Option("--dates")] = None,
    keep_email: Annotated[bool, typer.Option("--keep-email")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run")] = False,
    json: Json = False,
    lang: Language = None,
    framework: OwnFramework = None,
) -> None:
    from cd360_cli.commands.import_responses import Choices, run

    choices = Choices(out, " ".join(company.split()), ignore or [], dates, keep_email, dry_run)
    run(file, choices, framework=framework, asked=lang, as_json=json)


@app.command()
def cases(json: Json = False, lang: Language = None) -> None:
    from cd360_cli.commands.cases import run

    run(asked=lang, as_json=json)


@app.command()
def sql(
    dialect: Annotated[
        Literal["spark", "duckdb", "bigquery", "snowflake", "postgres"],
        typer.Option("--dialect"),
    ] = "duckdb",
    table: Annotated[str, typer.Option("--table", metavar="NAME")] = "respondents",
    framework: OwnFramework = None,
    lang: Language = None,
) -> None:
    from cd360_cli.commands.sql import run

    run(framework=framework, asked=lang, dialect=dialect, table=table)


def _words() -> list[str]:
    """The words typed after `cd360`; `help recommend` means `recommend --help`."""
    first, *rest = sys.argv[1:] or [""]
    return [*rest, "--help"] if first == "help" else sys.argv[1:]


def run() -> None:
    """Run the command line and leave with its exit code."""
    words = _words()
    end(words, lambda: _parsed(words))


def _parsed(words: list[str]) -> int | None:
    """Let Typer find the command in the words typed, and run it."""
    if streams.COMPLETION in os.environ:
        from cd360_cli.commands.completion import prepare

        prepare()
    language = of_command_line(words)
    try:
        # Typer ends the program itself in standalone mode, with errors in English.
        code: int | None = app(words, standalone_mode=False, prog_name=streams.NAME, obj=language)
    except UsageError as error:
        from cd360_cli.render.misuse import told

        streams.tell("\n".join(told(error, words)))
        return streams.USAGE
    except typer.Abort:
        return streams.INTERRUPTED
    return code
