"""At the foot: conditions, next moves, and what the result rests on."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text as Styled

from cd360_cli.recommendation import ConditionResult
from cd360_cli.render.page import Page
from cd360_cli.render.text_verdict import STYLES, headline
from cd360_cli.texts import result as say
from cd360_cli.texts.wording import OR, number, opening


def parts(page: Page) -> Iterator[RenderableType]:
    """Conditions, moves in their order, staffing, coverage."""
    yield from _conditions(page)
    yield from _contradictions(page)
    yield from _moves(page)
    yield from _staffing(page)
    yield from _closest(page)
    yield Padding(Styled(_coverage(page), style="dim"), (1, 0, 0, 0), expand=False)
    # Again at the foot: on a small terminal the top has scrolled away.
    yield Styled(headline(page), style=STYLES[page.result.verdict])


def _conditions(page: Page) -> Iterator[RenderableType]:
    applying = [c for c in page.result.conditions if c.applies]
    elsewhere = [c for c in page.result.conditions if not c.applies and c.level is not None]
    if applying or elsewhere:
        yield page.heading(say.CONDITIONS)
    for condition in applying:
        unmet = condition.met is False
        mark, style = (page.warning, "bold red") if unmet else (page.bullet, "")
        yield page.listed(mark, _condition(page, condition), style)
    for condition in elsewhere:
        yield page.listed(page.bullet, _condition(page, condition), "dim")


def _condition(page: Page, result: ConditionResult) -> str:
    condition = next(c for c in page.framework.conditions if c.id == result.id)
    name = condition.name.say(page.language)
    if not result.applies:
        return page.say(
            say.CONDITION_ELSEWHERE,
            name=name,
            level=page.number(result.level),
            minimum=result.minimum,
            strategy=page.in_sentence([result.strategy]),
        )
    if result.level is None:
        return page.say(say.CONDITION_UNKNOWN, name=name)
    said = condition.met if result.met else condition.unmet
    return page.say(
        say.CONDITION,
        name=name,
        level=page.number(result.level),
        minimum=result.minimum,
        said=said.say(page.language),
    )


def _contradictions(page: Page) -> Iterator[RenderableType]:
    if page.result.contradictions:
        yield page.heading(say.CONTRADICTIONS)
    for contradiction in page.result.contradictions:
        yield page.listed(page.bullet, contradiction.says.say(page.language))


def _moves(page: Page) -> Iterator[RenderableType]:
    if page.result.moves:
        yield page.heading(say.MOVES)
    for n, move in enumerate(page.result.moves, 1):
        said = Styled(move.do.say(page.language))
        said.append(f" {move.because.say(page.language)}", style="dim")
        yield page.listed(f"{n:2}.", said)


def _staffing(page: Page) -> Iterator[RenderableType]:
    rules = {
        (benchmark.id, rule.id): (benchmark, rule)
        for benchmark in page.framework.benchmarks
        for rule in benchmark.rules
    }
    for staffing in page.result.staffing:
        benchmark, rule = rules[staffing.benchmark, staffing.rule]
        said = page.say(
            say.STAFFING,
            name=benchmark.name.say(page.language),
            people=number(staffing.people, page.language, 1),
            rule=rule.name.say(page.language),
        )
        yield page.listed(page.bullet, said)


def _closest(page: Page) -> Iterator[RenderableType]:
    if page.result.closest:
        yield page.heading(say.CLOSEST)
    for neighbour in page.result.closest:
        case = neighbour.case
        ids = [case.strategy] if case.strategy else list(case.candidates)
        said = page.say(
            say.NEIGHBOUR,
            company=case.company.company,
            period=case.company.period,
            outcome=page.in_sentence(ids, OR),
            distance=number(neighbour.distance, page.language),
        )
        yield page.listed(page.bullet, said)
    if page.result.closest:
        yield page.note(say.CLOSEST_NOTE.say(page.language))


def _coverage(page: Page) -> str:
    coverage = page.result.coverage
    answered, questions = sum(c.answered for c in coverage), sum(c.questions for c in coverage)
    said = page.say(say.COVERAGE, answered=answered, all=questions)
    rest = [
        page.say(text, n=count)
        for name, text in say.COVERAGE_REST.items()
        if (count := sum(getattr(c, name) for c in coverage))
    ]
    unanswered = f" {opening(', '.join(rest))}." if rest else ""
    return f"{said}{unanswered} {say.BASIS.say(page.language)}"
