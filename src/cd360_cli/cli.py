"""The command line: options, help, and what becomes of errors."""

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from cd360_cli import __version__, streams
from cd360_cli.language import LANGUAGES, from_locale
from cd360_cli.problems import Refused, nearest

app = typer.Typer(
    name="cd360",
    # Rich would more than double the time that --help takes.
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _language(value: str | None) -> str:
    if value is None:
        return from_locale(os.environ)
    if value not in LANGUAGES:
        guess = nearest(value, LANGUAGES)
        hint = f" Did you mean {guess}?" if guess else ""
        raise typer.BadParameter(f"{value!r} is not one of {', '.join(LANGUAGES)}.{hint}")
    return value


def _version(asked: bool) -> None:
    if asked:
        streams.result(f"cd360 {__version__}\n")
        raise typer.Exit


Language = Annotated[
    str | None,
    typer.Option(
        "--lang",
        metavar="en|nl",
        callback=_language,
        show_default=False,
        help="Language of questions and result. Default: that of the locale.",
    ),
]
Json = Annotated[bool, typer.Option("--json", help="Print the result as JSON.")]
OwnFramework = Annotated[
    Path | None,
    typer.Option(
        "--framework", metavar="FILE", help="Use this framework instead of the bundled one."
    ),
]


@app.callback()
def main(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Print the version."),
    ] = False,
) -> None:
    """On which value strategy should a company lead, how sure is that, and what follows?

    Example: cd360 assess
    """


@app.command()
def assess(
    file: Annotated[
        Path | None,
        typer.Argument(
            metavar="[FILE]",
            help="Where the answers go (YAML, or JSON by its suffix). Resumed where it exists.",
            show_default=False,
        ),
    ] = None,
    plain: Annotated[
        bool, typer.Option("--plain", help="Read one reply a line from standard input.")
    ] = False,
    json: Json = False,
    lang: Language = None,
    framework: OwnFramework = None,
) -> None:
    """Ask the questions, save every answer, and show the result.

    Example: cd360 assess acme.cd360.yaml --lang nl
    """
    from cd360_cli.commands.assess import run

    run(file, framework=framework, language=str(lang), as_json=json, plain=plain)


@app.command()
def recommend(
    file: Annotated[
        str, typer.Argument(metavar="FILE|-", help="An assessment, or - for standard input.")
    ],
    json: Json = False,
    lang: Language = None,
    framework: OwnFramework = None,
) -> None:
    """Compute the recommendation from answers that are there.

    Example: cd360 recommend acme.cd360.yaml --json
    """
    from cd360_cli.commands.recommend import run

    run(file, framework=framework, language=str(lang), as_json=json)


def run() -> None:
    """Run the command line and leave with its exit code."""
    streams.prepare()
    try:
        app()
    except Refused as refused:
        streams.refuse(refused, _spoken(sys.argv))
    except KeyboardInterrupt:
        raise SystemExit(streams.INTERRUPTED) from None
    except BrokenPipeError:
        streams.reader_left()


def _spoken(arguments: list[str]) -> str:
    """The language asked for, for what goes wrong outside a command."""
    for n, word in enumerate(arguments):
        asked = word.partition("=")[2] if word.startswith("--lang=") else ""
        if word == "--lang" and n + 1 < len(arguments):
            asked = arguments[n + 1]
        if asked in LANGUAGES:
            return asked
    return from_locale(os.environ)
