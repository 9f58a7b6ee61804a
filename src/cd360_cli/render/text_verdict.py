"""On top: what stands below the norm, what to lead on, and how sure that is."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text as Styled

from cd360_cli.render.page import Page
from cd360_cli.texts import result as say
from cd360_cli.texts.wording import OR, counted, inner, percent, visible


def parts(page: Page) -> Iterator[RenderableType]:
    """The company, the warnings, the verdict."""
    assessment = page.result.assessment
    yield Styled(f"{visible(assessment.company)}, {assessment.date}", style="dim")
    yield from _warnings(page)
    if page.result.strategy:
        yield from _recommended(page, page.result.strategy)
    else:
        yield from _open(page)


def _warnings(page: Page) -> Iterator[RenderableType]:
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


def _recommended(page: Page, strategy: str) -> Iterator[RenderableType]:
    lead = page.say(say.LEAD, strategy=inner(page.strategies[strategy]))
    verdict = say.VERDICTS[page.result.verdict].say(page.language)
    yield _headline(f"{lead}: {verdict}.", "bold green")
    yield Styled(_how_sure(page))
    if rivals := [c.rival for c in page.result.challenges if c.open]:
        yield Styled(page.say(say.STILL_OPEN, rivals=page.in_sentence(rivals, OR)))


def _open(page: Page) -> Iterator[RenderableType]:
    result = page.result
    candidates = page.in_sentence(result.candidates, OR)
    if result.verdict == "insufficient":
        answered, _ = result.strategy_answers
        questions = len(page.framework.strategy_questions)
        needed = -(-page.framework.limits.coverage * questions // 100)
        headline = say.INSUFFICIENT.say(page.language)
        why = page.say(
            say.INSUFFICIENT_WHY,
            answered=answered,
            all=questions,
            needed=needed,
            candidates=candidates,
        )
    else:
        headline = page.say(say.UNDECIDED, candidates=candidates)
        scores = {s.score for s in result.strategies if s.id in result.candidates}
        why = page.say(say.LEVEL if len(scores) == 1 else say.CLOSE)
    yield _headline(f"{headline}.", "bold yellow")
    yield Styled(why)


def _headline(text: str, style: str) -> RenderableType:
    return Padding(Styled(text, style=style), (1, 0, 0, 0), expand=False)


def _how_sure(page: Page) -> str:
    result = page.result
    flips, of = result.answers_to_flip, result.strategy_answers[1]
    if flips is None:
        stands = say.NO_FLIPS.say(page.language)
    else:
        one, many = say.FLIPS_ONE.say(page.language), say.FLIPS_MANY.say(page.language)
        stands = counted(flips, one, many, of=of)
    parts = [
        stands,
        page.say(say.TOLERANCE, share=percent(result.weight_tolerance, page.language)),
    ]
    if result.lens_share is not None:
        parts.append(page.say(say.SHARE, share=percent(result.lens_share, page.language)))
    return "; ".join(parts) + "."
