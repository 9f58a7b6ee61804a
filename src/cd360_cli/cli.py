"""The command line: options, help, and what becomes of errors."""

import os
import sys
from enum import Enum
from pathlib import Path
from typing import Annotated

import typer

from cd360_cli import __version__, streams
from cd360_cli.language import LANGUAGES, Unspoken, from_locale
from cd360_cli.problems import Refused

app = typer.Typer(
    name="cd360",
    # Rich would more than double the time that --help takes.
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)


knowledge = typer.Typer(no_args_is_help=True, rich_markup_mode=None)
app.add_typer(knowledge, name="framework", help="Browse, check and replace what cd360 knows.")


class Form(Enum):
    """What the questionnaire can be written as."""

    markdown = "markdown"
    csv = "csv"
    json = "json"


class Schema(Enum):
    """The files whose structure is published."""

    framework = "framework"
    assessment = "assessment"
    recommendation = "recommendation"


def _version(asked: bool) -> None:
    if asked:
        streams.result(f"cd360 {__version__}\n")
        raise typer.Exit


Language = Annotated[
    str | None,
    typer.Option(
        "--lang",
        metavar="en|nl",
        show_default=False,
        help="Language to speak. Default: that of the assessment, else of the locale.",
    ),
]
Assessed = Annotated[
    str, typer.Argument(metavar="FILE|-", help="An assessment, or - for standard input.")
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
    quick: Annotated[
        bool, typer.Option("--quick", help="Ask only what can still change the outcome.")
    ] = False,
    json: Json = False,
    lang: Language = None,
    framework: OwnFramework = None,
) -> None:
    """Ask the questions, save every answer, and show the result.

    Example: cd360 assess acme.cd360.yaml --lang nl
    """
    from cd360_cli.commands.assess import run

    run(file, framework=framework, asked=lang, as_json=json, plain=plain, quick=quick)


@app.command()
def recommend(
    file: Assessed,
    json: Json = False,
    lang: Language = None,
    framework: OwnFramework = None,
) -> None:
    """Compute the recommendation from answers that are there.

    Example: cd360 recommend acme.cd360.yaml --json
    """
    from cd360_cli.commands.recommend import run

    run(file, framework=framework, asked=lang, as_json=json)


@app.command()
def explain(
    file: Assessed,
    strategy: Annotated[
        str | None, typer.Option("--strategy", metavar="ID", help="Explain this one, or why not.")
    ] = None,
    path: Annotated[
        bool, typer.Option("--path", help="Only the fewest levels that repair every threshold.")
    ] = False,
    json: Json = False,
    lang: Language = None,
    framework: OwnFramework = None,
) -> None:
    """Explain it point by point: why, why not, what would flip it.

    Example: cd360 explain acme.cd360.yaml --strategy customer-intimacy
    """
    from cd360_cli.commands.explain import run

    run(file, strategy=strategy, path=path, framework=framework, asked=lang, as_json=json)


@app.command()
def whatif(
    file: Assessed,
    sets: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="QUESTION=ANSWER", help="Another answer. May be repeated."),
    ] = None,
    weights: Annotated[
        list[str] | None,
        typer.Option("--lens-weight", metavar="LENS=N", help="Another weight. May be repeated."),
    ] = None,
    save_as: Annotated[
        Path | None, typer.Option("--save-as", metavar="FILE", help="Keep the changed answers.")
    ] = None,
    json: Json = False,
    lang: Language = None,
    framework: OwnFramework = None,
) -> None:
    """Show before and after some changes, side by side. Writes nothing unless --save-as.

    Example: cd360 whatif acme.cd360.yaml --set tie-breaker=low-cost --lens-weight market=3
    """
    from cd360_cli.commands.whatif import run

    run(
        file,
        sets or [],
        weights or [],
        save_as=save_as,
        framework=framework,
        asked=lang,
        as_json=json,
    )


@app.command()
def questions(
    form: Annotated[Form, typer.Option("--format", help="What to write.")] = Form.markdown,
    lang: Language = None,
    framework: OwnFramework = None,
) -> None:
    """Print the questionnaire, for paper or a form.

    Example: cd360 questions --format csv --lang nl > vragen.csv
    """
    from cd360_cli.commands.questions import run

    run(framework=framework, asked=lang, form=form.value)


@app.command("import")
def import_responses(
    file: Annotated[
        Path, typer.Argument(metavar="RESPONSES.csv", help="What the form product exports as CSV.")
    ],
    folder: Annotated[
        Path, typer.Option("-o", "--output", metavar="FOLDER", help="Where the assessments go.")
    ],
    company: Annotated[
        str, typer.Option("--company", metavar="NAME", help="The company that all rows are about.")
    ] = "",
    keep_email: Annotated[
        bool, typer.Option("--keep-email", help="Let e-mail addresses name the respondents.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only tell what would be written.")
    ] = False,
    json: Json = False,
    lang: Language = None,
    framework: OwnFramework = None,
) -> None:
    """Turn answers from a form into assessments, one a row.

    Reads CSV of Google Forms, Microsoft Forms and LimeSurvey. Headers are ids or texts of
    questions; cells are ids, texts or numbers of answers. Exit code 3 when anything was not
    understood; everything else is imported even then. No file is ever overwritten.

    Example: cd360 import responses.csv -o answers --company Acme
    """
    from cd360_cli.commands.import_responses import Choices, run

    choices = Choices(folder, " ".join(company.split()), keep_email, dry_run)
    run(file, choices, framework=framework, asked=lang, as_json=json)


@app.command()
def cases(json: Json = False, lang: Language = None) -> None:
    """List published companies, and what cd360 makes of them.

    Example: cd360 cases
    """
    from cd360_cli.commands.cases import run

    run(asked=lang, as_json=json)


@knowledge.command("show")
def framework_show(
    id: Annotated[
        str | None,
        typer.Argument(metavar="[ID]", help="A strategy, step, trait, question ... by its id."),
    ] = None,
    lang: Language = None,
    framework: OwnFramework = None,
) -> None:
    """Browse what the framework knows: all of it as a tree, or one entry in full.

    Example: cd360 framework show customer-intimacy
    """
    from cd360_cli.commands.framework_show import run

    run(id, framework=framework, asked=lang)


@knowledge.command("check")
def framework_check(
    file: Annotated[
        Path | None, typer.Argument(metavar="[FILE]", help="Default: the bundled framework.")
    ] = None,
    json: Json = False,
    lang: Language = None,
    framework: OwnFramework = None,
) -> None:
    """Find what is wrong with a framework, with file and line.

    Example: cd360 framework check my-framework.yaml
    """
    from cd360_cli.commands.framework_check import run

    run(file or framework, asked=lang, as_json=json)


@knowledge.command("audit")
def framework_audit(
    file: Annotated[
        Path | None, typer.Argument(metavar="[FILE]", help="Default: the bundled framework.")
    ] = None,
    json: Json = False,
    lang: Language = None,
    framework: OwnFramework = None,
) -> None:
    """Measure how fair a framework is under random answers.

    Example: cd360 framework audit my-framework.yaml
    """
    from cd360_cli.commands.framework_audit import run

    run(framework=file or framework, asked=lang, as_json=json)


@knowledge.command("schema")
def framework_schema(
    name: Annotated[Schema, typer.Argument(help="Of which file.")] = Schema.framework,
) -> None:
    """Print a JSON Schema: of frameworks, assessments or recommendations.

    Example: cd360 framework schema assessment > assessment.schema.json
    """
    from cd360_cli.commands.framework_schema import run

    run(name.value)


@knowledge.command("new")
def framework_new(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Where to write it.")],
    lang: Language = None,
) -> None:
    """Start an own framework from a small sound one.

    Example: cd360 framework new my-framework.yaml
    """
    from cd360_cli.commands.framework_new import run

    run(file, asked=lang)


def run() -> None:
    """Run the command line and leave with its exit code."""
    streams.prepare()
    try:
        app()
    except Refused as refused:
        streams.refuse(refused, _language_of(sys.argv))
    except Unspoken as unspoken:
        guess = f" Did you mean {unspoken.nearest}?" if unspoken.nearest else ""
        streams.tell(f"--lang: {unspoken}.{guess}")
        raise SystemExit(streams.USAGE) from None
    except KeyboardInterrupt:
        raise SystemExit(streams.INTERRUPTED) from None
    except BrokenPipeError:
        streams.reader_left()


def _language_of(arguments: list[str]) -> str:
    """The language asked for, for what goes wrong outside a command."""
    for n, word in enumerate(arguments):
        asked = word.partition("=")[2] if word.startswith("--lang=") else ""
        if word == "--lang" and n + 1 < len(arguments):
            asked = arguments[n + 1]
        if asked in LANGUAGES:
            return asked
    return from_locale(os.environ)
