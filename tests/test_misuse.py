"""A command line that is not understood: what is wrong, what was meant, where there is help."""

from typing import Annotated

import pytest
import typer
from here import cd360

from cd360_cli.render.misuse import told
from cd360_cli.shape import Text
from cd360_cli.texts.help import COMMANDS, Help
from cd360_cli.usage import App, UsageError

MISUSES = {
    "recomend x": (
        "cd360",
        "There is no command recomend. Did you mean recommend?",
        "De opdracht recomend bestaat niet. Bedoelde u recommend?",
    ),
    "framework chek": (
        "cd360 framework",
        "There is no command chek. Did you mean check?",
        "De opdracht chek bestaat niet. Bedoelde u check?",
    ),
    "audit": (
        "cd360",
        "There is no command audit. Did you mean framework audit?",
        "De opdracht audit bestaat niet. Bedoelde u framework audit?",
    ),
    "xyzzy": ("cd360", "There is no command xyzzy.", "De opdracht xyzzy bestaat niet."),
    "--versoin": (
        "cd360",
        "There is no option --versoin. Did you mean --version?",
        "De optie --versoin bestaat niet. Bedoelde u --version?",
    ),
    "recommend x --jsn": (
        "cd360 recommend",
        "There is no option --jsn. Did you mean --json?",
        "De optie --jsn bestaat niet. Bedoelde u --json?",
    ),
    "recommend x -json": (
        "cd360 recommend",
        "There is no option -json. Did you mean --json?",
        "De optie -json bestaat niet. Bedoelde u --json?",
    ),
    "recommend x -hx": (
        "cd360 recommend",
        "There is no option -x.",
        "De optie -x bestaat niet.",
    ),
    "assess --plian=1": (
        "cd360 assess",
        "There is no option --plian. Did you mean --plain?",
        "De optie --plian bestaat niet. Bedoelde u --plain?",
    ),
    "code": (
        "cd360 code",
        "FILE|- is missing. For example: cd360 code acme.cd360.yaml",
        "BESTAND|- ontbreekt. Bijvoorbeeld: cd360 code acme.cd360.yaml",
    ),
    "framework new": (
        "cd360 framework new",
        "FILE is missing. For example: cd360 framework new my-framework.yaml",
        "BESTAND ontbreekt. Bijvoorbeeld: cd360 framework new my-framework.yaml",
    ),
    "recommend big company.yaml": (
        "cd360 recommend",
        "Too many words: company.yaml. Put a name with spaces in quotes.",
        "Te veel woorden: company.yaml. Zet een naam met spaties tussen aanhalingstekens.",
    ),
    "whatif x --set": (
        "cd360 whatif",
        "--set needs a value: QUESTION=ANSWER.",
        "Bij --set hoort een waarde: VRAAG=ANTWOORD.",
    ),
    "--lang": ("cd360", "--lang needs a value: en|nl.", "Bij --lang hoort een waarde: en|nl."),
    "recommend x --json=yes": (
        "cd360 recommend",
        "--json takes no value.",
        "Bij --json hoort geen waarde.",
    ),
    "questions --format cvs": (
        "cd360 questions",
        "--format: expected markdown, csv or json; found cvs. Did you mean csv?",
        "--format: verwacht: markdown, csv of json; gevonden: cvs. Bedoelde u csv?",
    ),
    "questions --format=pdf": (
        "cd360 questions",
        "--format: expected markdown, csv or json; found pdf.",
        "--format: verwacht: markdown, csv of json; gevonden: pdf.",
    ),
    "framework schema frameworks": (
        "cd360 framework schema",
        "Expected framework, assessment, recommendation, team, comparison or summary; "
        "found frameworks. Did you mean framework?",
        "Verwacht: framework, assessment, recommendation, team, comparison of summary; "
        "gevonden: frameworks. Bedoelde u framework?",
    ),
}


@pytest.mark.parametrize("words", MISUSES)
def test_every_misuse_is_told_in_both_languages(words: str) -> None:
    """On standard error, exit 2, with the nearest right word and where the help is."""
    path, english, dutch = MISUSES[words]
    done = cd360(*words.split())
    assert (done.code, done.out) == (2, "")
    assert done.err == f"{english}\nSee: {path} --help\n"
    done = cd360(*words.split(), locale="nl_NL.UTF-8")
    assert (done.code, done.out) == (2, "")
    assert done.err == f"{dutch}\nZie: {path} --help\n"


@pytest.mark.parametrize("words", MISUSES)
def test_the_language_asked_for_before_is_that_of_the_error(words: str) -> None:
    """`--lang nl` stands before the misuse, so it is heeded."""
    if words == "--lang":
        return
    _, _, dutch = MISUSES[words]
    assert cd360("--lang", "nl", *words.split()).err.startswith(f"{dutch}\n")


def test_a_language_that_nothing_speaks_is_refused_in_the_one_of_the_system() -> None:
    """With those that are spoken, and the nearest."""
    done = cd360("cases", "--lang", "nll")
    assert (done.code, done.out) == (2, "")
    assert done.err == "--lang: expected en or nl; found nll. Did you mean nl?\n"
    done = cd360("cases", "--lang", "fr", locale="nl_NL.UTF-8")
    assert done.err == "--lang: verwacht: en of nl; gevonden: fr.\n"
    assert cd360("--lang", "fr", "cases").err == "--lang: expected en or nl; found fr.\n"


def test_what_was_typed_cannot_steer_the_terminal() -> None:
    """An escape sequence in a mistyped word is shown, not obeyed."""
    for words in (["\x1b[31m"], ["recommend", "x", "--\x1b[2J"], ["recommend", "x", "y\x1b[2J"]):
        done = cd360(*words)
        assert done.code == 2
        assert "\x1b" not in done.err


def test_a_value_of_any_kind_that_does_not_fit_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the option is for says what would fit, whatever type somebody gives it."""
    made = App()

    @made.callback()
    def root() -> None: ...

    @made.command()
    def sample(
        sizes: Annotated[list[int] | None, typer.Argument(metavar="N")] = None,
        times: Annotated[int, typer.Option("--times", metavar="N", min=1)] = 1,
    ) -> None: ...

    words = {
        "N": Text(en="How large.", nl="Hoe groot."),
        "--times": Text(en="How often, from 1.", nl="Hoe vaak, vanaf 1."),
    }
    monkeypatch.setitem(COMMANDS, "cd360 sample", Help("cd360 sample", words["N"], words))

    def said(language: str, *typed: str) -> str:
        with pytest.raises(UsageError) as caught:
            made(list(typed), standalone_mode=False, prog_name="cd360", obj=language)
        return next(told(caught.value, typed))

    assert said("en", "sample", "--times", "0") == "--times: 0 does not fit. How often, from 1."
    assert said("nl", "sample", "--times=a") == "--times: a past hier niet. Hoe vaak, vanaf 1."
    assert said("nl", "sample", "1", "b") == "N: 1 b past hier niet. Hoe groot."


def test_the_errors_of_typer_are_still_those_that_we_know() -> None:
    """When Typer renames or moves its errors, this says so before a user sees English."""
    assert UsageError.__name__ == "UsageError"
    known = {kind.__name__ for kind in UsageError.__subclasses__()}
    assert {"BadParameter", "NoSuchOption", "BadOptionUsage", "NoArgsIsHelpError"} <= known
    inner = {kind.__name__ for kind in typer.BadParameter.__subclasses__()}
    assert inner == {"MissingParameter"}
    assert known - {"BadArgumentUsage"} == {
        "BadParameter", "NoSuchOption", "BadOptionUsage", "NoArgsIsHelpError",
    }  # fmt: skip
