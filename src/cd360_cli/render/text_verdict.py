"""On top: what stands below the norm, what to lead on, and how sure that is."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text as Styled

from cd360_cli.render.page import Page
from cd360_cli.shape import Text
from cd360_cli.texts import answer_code
from cd360_cli.texts import result as say
from cd360_cli.texts.wording import OR, counted, inner, percent, visible


def parts(page: Page) -> Iterator[RenderableType]:
    """The company, the warnings, the verdict."""
    yield Styled(_subject(page), style="dim")
    yield from warnings(page)
    style = STYLES[page.result.verdict]
    yield Padding(Styled(headline(page), style=style), (1, 0, 0, 0), expand=False)
    yield from map(Styled, evidence(page))


def _subject(page: Page) -> str:
    """The company and the date, or that only a code was given."""
    assessment = page.result.assessment
    if not assessment.company:
        return answer_code.HEADING.say(page.language)
    return f"{visible(assessment.company)}, {assessment.date}"


def headline(page: Page) -> str:
    """The verdict in one sentence."""
    result = page.result
    if result.strategy:
        lead = page.say(say.LEAD, strategy=inner(page.strategies[result.strategy]))
        return f"{lead}: {say.VERDICTS[result.verdict].say(page.language)}."
    if result.verdict == "insufficient":
        return f"{say.INSUFFICIENT.say(page.language)}."
    return f"{page.say(say.UNDECIDED, candidates=page.in_sentence(result.candidates, OR))}."


STYLES = {
    "clear": "bold green",
    "leaning": "bold green",
    "undecided": "bold yellow",
    "insufficient": "bold yellow",
}


def warnings(page: Page) -> Iterator[RenderableType]:
    """What comes before everything else: every strategy below its norm."""
    for strategy in page.result.below_norm:
        leads = strategy.id == page.result.strategy
        name = page.strategies[strategy.id]
        said = page.say(
            say.LEADER_BELOW if leads else say.BELOW_NORM,
            strategy=name if leads else inner(name),
            level=page.number(strategy.standing),
            norm=page.framework.limits.norm,
        )
        yield page.listed(page.warning, said, "bold red")


def evidence(page: Page, one: Text = say.FLIPS_ONE, many: Text = say.FLIPS_MANY) -> Iterator[str]:
    """How sure it is, or why there is no recommendation; `one` and `many` count the flips."""
    result = page.result
    if result.strategy:
        yield _how_sure(page, one, many)
        if rivals := [c.rival for c in result.challenges if c.open]:
            yield page.say(say.STILL_OPEN, rivals=page.in_sentence(rivals, OR))
    elif result.verdict == "insufficient":
        yield _insufficient(page)
    else:
        level = set(result.candidates) == set(result.leaders)
        answered, questions = result.strategy_answers
        said = say.LEVEL if level else say.CLOSE
        to_do = say.TALK if answered == questions else say.FIND_OUT
        yield f"{said.say(page.language)} {to_do.say(page.language)}"


def _insufficient(page: Page) -> str:
    questions = len(page.framework.strategy_questions)
    return page.say(
        say.INSUFFICIENT_WHY,
        answered=page.result.strategy_answers[0],
        all=questions,
        needed=-(-page.framework.limits.coverage * questions // 100),
        candidates=page.in_sentence(page.result.candidates, OR),
    )


def _how_sure(page: Page, one: Text, many: Text) -> str:
    result = page.result
    flips, of = result.answers_to_flip, result.strategy_answers[1]
    if flips is None:
        stands = say.NO_FLIPS.say(page.language)
    else:
        stands = counted(flips, one.say(page.language), many.say(page.language), of=of)
    parts = [
        stands,
        page.say(say.TOLERANCE, share=percent(result.weight_tolerance, page.language)),
    ]
    if result.lens_share is not None:
        parts.append(page.say(say.SHARE, share=percent(result.lens_share, page.language)))
    return "; ".join(parts) + "."
