"""What became of the answers of an older assessment, as lines for a reader."""

from cd360_cli.framework import Framework
from cd360_cli.migration import Gone, Migration, Renamed
from cd360_cli.shape import Text
from cd360_cli.texts import migration as say

MOST = 8
"""Items shown of each list; the rest is counted."""


def lines(migration: Migration, framework: Framework, language: str) -> list[str]:
    """The report: counts first, then what was renamed, what is gone and what is new."""
    asks = {question.id: question.ask.say(language) for question in framework.questions}
    questions = [_renamed(say.QUESTION, r, asks, language) for r in migration.renamed_questions]
    options = [_renamed(say.OPTION, r, asks, language) for r in migration.renamed_options]
    return [
        say.MOVED.say(language).format(before=migration.before, now=framework.version),
        say.ANSWERS.say(language).format(
            kept=len(migration.kept), renamed=len(migration.renamed), gone=len(migration.gone)
        ),
        say.QUESTIONS.say(language).format(again=len(migration.again), new=len(migration.new)),
        *_list(say.RENAMED, questions + options, language),
        *_list(say.GONE, [_gone(gone, asks, language) for gone in migration.gone], language),
        *_list(say.NEW, [asks[question] for question in migration.new], language),
    ]


def _list(heading: Text, items: list[str], language: str) -> list[str]:
    """A heading with the first of its items below; nothing where there are none."""
    if not items:
        return []
    more = len(items) - MOST
    rest = [say.MORE.say(language).format(n=more)] if more > 0 else []
    return [heading.say(language), *(f"  {item}" for item in (*items[:MOST], *rest))]


def _renamed(text: Text, renamed: Renamed, asks: dict[str, str], language: str) -> str:
    ask = asks[renamed.question]
    return text.say(language).format(ask=ask, old=renamed.old, new=renamed.new)


def _gone(gone: Gone, asks: dict[str, str], language: str) -> str:
    return (
        say.REASONS[gone.reason]
        .say(language)
        .format(
            ask=asks.get(gone.question or "", ""),
            old=gone.old,
            answer=", ".join(gone.answer.picks),
        )
    )
