"""The sentences about a recommendation, the same on a screen and in a report."""

from collections.abc import Iterator
from fractions import Fraction

from cd360_cli.journey import MIDDLE, Emphasis
from cd360_cli.recommendation import ConditionResult
from cd360_cli.render.names import Names
from cd360_cli.shape import Text
from cd360_cli.texts import result as say
from cd360_cli.texts.wording import OR, counted, inner, listed, number, opening, percent


def headline(of: Names) -> str:
    """The verdict in one sentence."""
    result = of.result
    if result.strategy:
        lead = of.say(say.LEAD, strategy=inner(of.strategies[result.strategy]))
        return f"{lead}: {say.VERDICTS[result.verdict].say(of.language)}."
    if result.verdict == "insufficient":
        return f"{say.INSUFFICIENT.say(of.language)}."
    return f"{of.say(say.UNDECIDED, candidates=of.in_sentence(result.candidates, OR))}."


def warnings(of: Names) -> Iterator[str]:
    """What stands below the market's norm."""
    for strategy in of.result.below_norm:
        leads = strategy.id == of.result.strategy
        name = of.strategies[strategy.id]
        yield of.say(
            say.LEADER_BELOW if leads else say.BELOW_NORM,
            strategy=name if leads else inner(name),
            level=of.number(strategy.standing),
            norm=of.framework.limits.norm,
        )


def evidence(of: Names, one: Text = say.FLIPS_ONE, many: Text = say.FLIPS_MANY) -> Iterator[str]:
    """How sure it is, or why there is no recommendation; `one` and `many` count the flips."""
    result = of.result
    if result.strategy:
        yield _how_sure(of, one, many)
        if rivals := [c.rival for c in result.challenges if c.open]:
            yield of.say(say.STILL_OPEN, rivals=of.in_sentence(rivals, OR))
    elif result.verdict == "insufficient":
        yield _insufficient(of)
    else:
        level = set(result.candidates) == set(result.leaders)
        answered, questions = result.strategy_answers
        said = say.LEVEL if level else say.CLOSE
        to_do = say.TALK if answered == questions else say.FIND_OUT
        yield f"{said.say(of.language)} {to_do.say(of.language)}"


def _insufficient(of: Names) -> str:
    return of.say(
        say.INSUFFICIENT_WHY,
        answered=of.result.strategy_answers[0],
        all=len(of.framework.strategy_questions),
        needed=of.framework.needed,
        candidates=of.in_sentence(of.result.candidates, OR),
    )


def _how_sure(of: Names, one: Text, many: Text) -> str:
    result = of.result
    flips, all_answers = result.answers_to_flip, result.strategy_answers[1]
    if flips is None:
        stands = say.NO_FLIPS.say(of.language)
    else:
        stands = counted(flips, one.say(of.language), many.say(of.language), of=all_answers)
    parts = [
        stands,
        of.say(say.TOLERANCE, share=percent(result.weight_tolerance, of.language)),
    ]
    if result.lens_share is not None:
        parts.append(of.say(say.SHARE, share=percent(result.lens_share, of.language)))
    return "; ".join(parts) + "."


def ranges(of: Names) -> Iterator[str]:
    """Between what scores the unknown answers may still move each strategy."""
    unknown = sum(not c.known for c in of.result.contributions)
    if not unknown:
        return
    found = [
        of.say(
            say.RANGE,
            strategy=inner(of.strategies[s.id]),
            low=number(s.low, of.language),
            high=number(s.high, of.language),
        )
        for s in of.result.strategies
    ]
    one, many = say.UNKNOWN_ONE.say(of.language), say.UNKNOWN_MANY.say(of.language)
    yield of.say(say.RANGES, unknown=counted(unknown, one, many), ranges=", ".join(found))


def lens_findings(of: Names) -> Iterator[str]:
    """Which lenses point elsewhere, or that they agree."""
    result = of.result
    if not result.strategy:
        yield from _parting(of)
        return
    for lens in result.lens_gaps:
        leaders = of.in_sentence(_leaders(of, lens), OR)
        yield of.say(say.GAP, lens=of.lenses[lens], leaders=leaders)
    shown = [inner(of.lenses[x.lens]) for x in result.strategies[0].lenses]
    if not result.lens_gaps and len(shown) > 1:
        names = opening(listed(shown, of.language))
        yield of.say(say.LENSES_AGREE, lenses=names)


def _parting(of: Names) -> Iterator[str]:
    """Where each lens points, if there are answers for a verdict and the lenses differ."""
    if of.result.verdict == "insufficient":
        return
    pointing: dict[tuple[str, ...], list[str]] = {}
    for lens in of.lenses:
        if lens in answered_lenses(of):
            pointing.setdefault(_leaders(of, lens), []).append(inner(of.lenses[lens]))
    if len(pointing) > 1:
        lenses = [
            of.say(
                say.LENSES_TO,
                lenses=listed(names, of.language),
                leaders=of.in_sentence(leaders, OR),
            )
            for leaders, names in pointing.items()
        ]
        yield of.say(say.LENSES_PART, lenses=", ".join(lenses))


def _leaders(of: Names, lens: str) -> tuple[str, ...]:
    strategies = of.result.strategies
    return tuple(s.id for s in strategies for x in s.lenses if x.lens == lens and x.leads)


def answered_lenses(of: Names) -> set[str]:
    """The lenses in which anything is known."""
    return {c.lens for c in of.result.contributions if c.known}


def circle(of: Names) -> str:
    """That the last step feeds the first."""
    first, last = (of.steps[e.id] for e in (of.result.journey[0], of.result.journey[-1]))
    return of.say(say.CIRCLE, last=last, first=inner(first))


def shared(of: Names) -> str:
    """Where the weight goes whichever candidate leads."""
    steps = [inner(of.steps[e.id]) for e in of.result.journey if e.emphasise]
    if not steps:
        return say.NONE_SHARED.say(of.language)
    return of.say(say.SHARED, steps=listed(steps, of.language))


def reasons(of: Names, emphasis: Emphasis) -> str:
    """Where the importance of a step comes from, point by point."""
    said = [
        of.say(say.AFFINITY, points=of.number(r.points), strategy=of.in_sentence([r.of]))
        for r in emphasis.reasons
        if r.because == "affinity"
    ]
    said += [_tension(of, r.of, r.points) for r in emphasis.reasons if r.because == "tension"]
    unbound = sum((r.points for r in emphasis.reasons if r.because != "satisfaction"), Fraction(0))
    if unbound != emphasis.importance:
        limit = say.AT_MOST if unbound > emphasis.importance else say.AT_LEAST
        said.append(of.say(limit, points=of.number(emphasis.importance)))
    found = of.say(
        say.REASONS,
        step=of.steps[emphasis.id],
        importance=of.number(emphasis.importance),
        parts=", ".join(said),
    )
    if emphasis.satisfaction is None:
        return found + say.SATISFACTION_UNKNOWN.say(of.language)
    return found + of.say(say.SATISFACTION_IS, points=of.number(emphasis.satisfaction))


def _tension(of: Names, id: str, points: Fraction) -> str:
    tension = next(t for t in of.framework.tensions if t.id == id)
    position = next(t.position for t in of.result.tensions if t.id == id)
    right = position is not None and position > MIDDLE
    pole = (tension.right if right else tension.left).say(of.language)
    sign = "+" if points > 0 else "-"
    signed = f"{sign}{of.number(abs(points))}"
    return of.say(say.TENSION, points=signed, pole=inner(pole))


def condition(of: Names, result: ConditionResult) -> str:
    """Whether a condition is met, that this is not known, or for which strategy alone it counts."""
    found = next(c for c in of.framework.conditions if c.id == result.id)
    name = found.name.say(of.language)
    if not result.applies:
        return of.say(
            say.CONDITION_ELSEWHERE,
            name=name,
            level=of.number(result.level),
            minimum=result.minimum,
            strategy=of.in_sentence([result.strategy]),
        )
    if result.level is None:
        return of.say(say.CONDITION_UNKNOWN, name=name)
    return of.say(
        say.CONDITION,
        name=name,
        level=of.number(result.level),
        minimum=result.minimum,
        said=(found.met if result.met else found.unmet).say(of.language),
    )


def staffing(of: Names) -> Iterator[str]:
    """How many people each benchmark reckons for the revenue."""
    rules = {
        (benchmark.id, rule.id): (benchmark, rule)
        for benchmark in of.framework.benchmarks
        for rule in benchmark.rules
    }
    for found in of.result.staffing:
        benchmark, rule = rules[found.benchmark, found.rule]
        yield of.say(
            say.STAFFING,
            name=benchmark.name.say(of.language),
            people=number(found.people, of.language, 1),
            rule=rule.name.say(of.language),
        )


def closest(of: Names) -> Iterator[str]:
    """The published companies with a like profile."""
    for neighbour in of.result.closest:
        case = neighbour.case
        ids = [case.strategy] if case.strategy else list(case.candidates)
        yield of.say(
            say.NEIGHBOUR,
            company=case.company.company,
            period=case.company.period,
            outcome=of.in_sentence(ids, OR),
            distance=number(neighbour.distance, of.language),
        )


def coverage(of: Names) -> str:
    """How many questions were answered, and what became of the others."""
    blocks = of.result.coverage
    answered, questions = sum(c.answered for c in blocks), sum(c.questions for c in blocks)
    said = of.say(say.COVERAGE, answered=answered, all=questions)
    rest = [
        of.say(text, n=count)
        for name, text in say.COVERAGE_REST.items()
        if (count := sum(getattr(c, name) for c in blocks))
    ]
    return f"{said} {opening(', '.join(rest))}." if rest else said
