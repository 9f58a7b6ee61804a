"""Every sentence of the tool stands in both languages, and no placeholder is left in any."""

import ast
import importlib
import pkgutil
import re
import string
from collections.abc import Iterator

from conftest import ROOT

import cd360_cli.texts
from cd360_cli.language import LANGUAGES
from cd360_cli.shape import Text
from cd360_cli.texts import batch as say_batch
from cd360_cli.texts import interview as say_interview
from cd360_cli.texts import problems as say_problems
from cd360_cli.texts import responses as say_responses
from cd360_cli.texts.wording import counted, listed, number, percent


def sentences() -> Iterator[tuple[str, Text]]:
    for module in pkgutil.iter_modules(cd360_cli.texts.__path__):
        found = importlib.import_module(f"cd360_cli.texts.{module.name}")
        for name, value in vars(found).items():
            yield from texts_in(value, f"{module.name}.{name}")


def texts_in(value: object, name: str) -> Iterator[tuple[str, Text]]:
    """The sentences in a constant of `texts/`: itself, or those of its mappings and records."""
    if isinstance(value, Text):
        yield name, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from texts_in(inner, f"{name}[{key}]")
    elif isinstance(value, tuple):
        for at, inner in enumerate(value):
            yield from texts_in(inner, f"{name}[{at}]")


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_every_sentence_stands_in_both_languages_with_the_same_placeholders() -> None:
    """Nothing is missing, nothing is filled in one language only."""
    found = list(sentences())
    assert len(found) > 100
    for name, text in found:
        assert set(text) == set(LANGUAGES), name
        assert placeholders(text["en"]) == placeholders(text["nl"]), name
        assert all(value.strip() for value in text.values()), name


SAYS_NOTHING = re.compile(
    # styles, limits, bugs, what a shell reads
    r"(bold )?(red|green|yellow)|\w+( >= \w+)+|no (reader|schema) for |fpath.*compinit"
)


def test_no_sentence_stands_outside_texts() -> None:
    """Whoever writes one in the code itself writes it in one language only."""
    found = []
    recognised = "response_words"  # What people type into forms; nobody is told it.
    for path in (ROOT / "src/cd360_cli").rglob("*.py"):
        if path.parent.name == "texts" or path.stem == recognised:
            continue
        if path.stem.startswith("sql") or path.parent.name == "engines":
            continue  # SQL, in words of its own.
        tree = ast.parse(path.read_text())
        docstrings = {id(n.value) for n in ast.walk(tree) if isinstance(n, ast.Expr)}
        for node in ast.walk(tree):
            said = isinstance(node, ast.Constant) and id(node) not in docstrings and node.value
            if isinstance(said, str) and re.search("[A-Za-z]{2,}[.,:;]? [A-Za-z]{2,}", said):
                found.append((path.name, node.lineno, said))
    assert [each for each in found if not SAYS_NOTHING.fullmatch(each[2])] == []


def test_every_kind_of_problem_in_the_code_has_its_sentence() -> None:
    """A problem without words would be a crash at the worst moment."""
    source = "\n".join(path.read_text() for path in (ROOT / "src/cd360_cli").rglob("*.py"))
    kinds = set(re.findall(r'(?:Problem|_Trouble|unknown)\(\s*"([a-z0-9-]+)"', source))
    assert kinds
    remarks = set(re.findall(r'_remarked\([^"\n]*"([a-z0-9-]+)"', source))
    said = {
        *say_problems.SENTENCES,
        *say_interview.REMARKS,
        *say_responses.SENTENCES,
        *say_batch.SENTENCES,
    }
    assert kinds | remarks <= said
    expected = set(re.findall(r'\bmisfit\(problems, [^"]*"([a-z-]+)"', source))
    assert expected <= set(say_problems.KINDS)


def test_numbers_lists_and_counts_read_as_people_write_them() -> None:
    """Rounding half up, a comma in Dutch, an `and` before the last, no `1 answers`."""
    from fractions import Fraction

    assert number(Fraction(125, 2), "nl", 1) == "62,5"
    assert number(Fraction(5, 2), "en") == "3"
    assert number(Fraction(-1, 3), "en", 1) == "-0.3"
    assert percent(Fraction(999, 1000), "en") == "99%"
    assert percent(Fraction(1), "nl") == "100 %"
    assert listed(["a", "b", "c"], "nl") == "a, b en c"
    assert counted(1, "{n} answer", "{n} answers") == "1 answer"
