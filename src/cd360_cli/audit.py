"""How fair is a framework? Who leads when answers are random, and what each question can move."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from cd360_cli.assessment import Assessment, FrameworkName, Level, Levels
from cd360_cli.framework import LEVELS, POSITIONS, Framework
from cd360_cli.journey import Emphasis, steps, traits
from cd360_cli.robustness import fewest_swings
from cd360_cli.scoring import Contribution, best_points, score
from cd360_cli.verdict import Verdict, verdict_of

MOST_STATES = 2_000_000
"""Combinations of points up to which the leads are computed exactly."""

WORDS_A_MINUTE = 200
SECONDS_AN_ANSWER = 5

Draw = Sequence[int]
"""A respondent: which option was picked (from 0), for each strategy question."""


class Leads(NamedTuple):
    """Shares (0-1) of random respondents by who leads; level leaders share theirs equally."""

    shares: Mapping[str, Fraction]
    level: Fraction
    exact: bool


def questionnaire(framework: Framework) -> tuple[Contribution, ...]:
    """The points of every option of the strategy questions, when all of them apply."""
    name = FrameworkName(framework.id, framework.version)
    return score(framework, Assessment(1, name, "-", "2000-01-01")).contributions


def exact_leads(framework: Framework) -> Leads | None:
    """Who leads over all possible sets of answers; None where those are too many to count.

    Sets of answers with the same points are counted together, question by question.
    """
    strategies = [s.id for s in framework.strategies]
    totals: dict[tuple[int, ...], int] = {(0,) * len(strategies): 1}
    for contribution in questionnaire(framework):
        rows = [tuple(row[s] for s in strategies) for row in contribution.options.values()]
        if len(totals) * len(rows) > MOST_STATES:
            return None
        after: dict[tuple[int, ...], int] = {}
        for total, count in totals.items():
            for row in rows:
                key = tuple(map(int.__add__, total, row))
                after[key] = after.get(key, 0) + count
        totals = after
    return _leads(strategies, totals, exact=True)


def counted_leads(framework: Framework, draws: Iterable[Draw]) -> Leads:
    """Who leads over the given respondents."""
    strategies = [s.id for s in framework.strategies]
    rows = [
        [tuple(row[s] for s in strategies) for row in c.options.values()]
        for c in questionnaire(framework)
    ]
    totals = Counter(
        tuple(map(sum, zip(*(row[n] for row, n in zip(rows, draw, strict=True)), strict=True)))
        for draw in draws
    )
    return _leads(strategies, totals, exact=False)


def _leads(
    strategies: Sequence[str], totals: Mapping[tuple[int, ...], int], *, exact: bool
) -> Leads:
    shares = dict.fromkeys(strategies, Fraction(0))
    level = 0
    for total, count in totals.items():
        best = max(total)
        leaders = [s for s, points in zip(strategies, total, strict=True) if points == best]
        level += count if len(leaders) > 1 else 0
        for leader in leaders:
            shares[leader] += Fraction(count, len(leaders))
    whole = sum(totals.values())
    return Leads({s: n / whole for s, n in shares.items()}, Fraction(level, whole), exact)


def verdicts(framework: Framework, draws: Iterable[Draw]) -> Counter[Verdict]:
    """How often each verdict falls over the given respondents, who answer everything."""
    table = [list(c.options.values()) for c in questionnaire(framework)]
    strategies = [s.id for s in framework.strategies]
    # By question, leader and rival: the gap of each option, and the swing to the worst one.
    swings = [
        {
            (leader, rival): (gaps := [o[leader] - o[rival] for o in options], min(gaps))
            for leader in strategies
            for rival in strategies
            if leader != rival
        }
        for options in table
    ]
    found: Counter[Verdict] = Counter()
    for draw in draws:
        points = [options[n] for options, n in zip(table, draw, strict=True)]
        totals = {s: sum(p[s] for p in points) for s in strategies}
        leader = max(strategies, key=totals.__getitem__)
        flips = []
        for rival in strategies:
            if rival != leader:
                pairs = [by[leader, rival] for by in swings]
                widths = [g[n] - least for (g, least), n in zip(pairs, draw, strict=True)]
                flips.append(fewest_swings(totals[leader] - totals[rival], widths))
        known = [n for n in flips if n is not None]
        found[verdict_of(framework.limits, min(known, default=None), settled=True)] += 1
    return found


def question_weights(framework: Framework) -> dict[str, Fraction]:
    """Each strategy question's part (0-1) in the score when all of them apply."""
    weights = {lens.id: lens.weight for lens in framework.lenses}
    best: Counter[str] = Counter()
    for lens, question in framework.strategy_questions:
        best[lens.id] += best_points(question)
    whole = sum(weights[lens] for lens in best)
    return {
        question.id: Fraction(lens.weight * best_points(question), whole * best[lens.id])
        for lens, question in framework.strategy_questions
    }


def reach(
    framework: Framework, strategy: str, respondents: Sequence[Levels]
) -> dict[str, Fraction]:
    """The share (0-1) of respondents for whom each step and trait is emphasised."""
    counts: Counter[str] = Counter()
    for levels in respondents:
        found: list[Emphasis] = [*steps(framework, levels, strategy)]
        found += traits(framework, levels, strategy)
        counts.update(_key(framework, e) for e in found if e.emphasise)
    ids = [f"step:{s.id}" for s in framework.steps] + [f"trait:{t.id}" for t in framework.traits]
    return {id: Fraction(counts[id], len(respondents)) for id in ids}


def _key(framework: Framework, emphasis: Emphasis) -> str:
    is_step = any(emphasis.id == step.id for step in framework.steps)
    return f"{'step' if is_step else 'trait'}:{emphasis.id}"


def levels_drawn(framework: Framework, numbers: Iterable[int]) -> Levels:
    """A respondent's ladders and spectra from a stream of whole numbers."""
    stream = iter(numbers)
    kinds = {block.id: block for block in framework.blocks}
    return {
        (block.measures, question.measures): Level(
            Fraction(choices[next(stream) % len(choices)]), True
        )
        for question in framework.questions
        if (block := kinds[question.block]).measures and question.measures
        for choices in [LEVELS if block.kind == "ladder" else POSITIONS]
    }


def reading_minutes(framework: Framework, language: str) -> Fraction:
    """Minutes to read all questions with their choices, and to answer them."""
    words = sum(
        len(text.say(language).split())
        for question in framework.asked
        for text in (question.ask, *question.choices.values())
    )
    seconds = Fraction(60 * words, WORDS_A_MINUTE) + SECONDS_AN_ANSWER * len(framework.asked)
    return seconds / 60
