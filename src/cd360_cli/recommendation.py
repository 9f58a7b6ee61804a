"""The recommendation: one frozen result that carries all its evidence, for any renderer."""

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from cd360_cli.assessment import DONT_KNOW, UNMEASURED, Assessment, Levels, contradictions, levels
from cd360_cli.cases import Case, Neighbour, closest
from cd360_cli.framework import Contradiction, Framework
from cd360_cli.journey import DisciplineEmphasis, Emphasis, disciplines, shared, steps, traits
from cd360_cli.knowledge import Move, Occasion
from cd360_cli.robustness import Challenge, challenge, lens_shares
from cd360_cli.scoring import Contribution, Scoring, most, score
from cd360_cli.verdict import Verdict, candidates, least_flips, runner_up, verdict


class LensScore(NamedTuple):
    """Score of a strategy within a lens (0-100); `leads` alone or level with others."""

    lens: str
    score: Fraction
    leads: bool


class StrategyResult(NamedTuple):
    """One strategy: scores 0-100 with the range still possible, and its level in the market.

    `points` are whole and the sum of the contributions; `lens_share` (0-1) is the share of lens
    weightings in which it alone leads; `standing` is its level (0-4) against the market's norm.
    """

    id: str
    points: int
    score: Fraction
    low: Fraction
    high: Fraction
    lenses: tuple[LensScore, ...]
    lens_share: Fraction
    standing: Fraction | None
    threshold_met: bool | None


class CandidateJourney(NamedTuple):
    """The journey and traits as one candidate would have them."""

    strategy: str
    journey: tuple[Emphasis, ...]
    traits: tuple[Emphasis, ...]


class TensionResult(NamedTuple):
    """Where the company stands on a tension: 1 (far left) to 5 (far right)."""

    id: str
    position: Fraction | None


class ConditionResult(NamedTuple):
    """Whether a strategy's condition is met; `applies` when that strategy is a candidate."""

    id: str
    strategy: str
    level: Fraction | None
    minimum: int
    met: bool | None
    applies: bool


class Staffing(NamedTuple):
    """People that a benchmark's rule reckons for the company's revenue."""

    benchmark: str
    rule: str
    people: Fraction


class Coverage(NamedTuple):
    """How many questions of a block were answered, and why not the others."""

    block: str
    questions: int
    answered: int
    dont_know: int
    not_applicable: int

    @property
    def open(self) -> int:
        """Questions not asked yet."""
        return self.questions - self.answered - self.dont_know - self.not_applicable


class Recommendation(NamedTuple):
    """On what to lead, how sure that is, and where to put the weight.

    `strategy` is None while undecided or insufficient; `candidates` then are all that may win.
    `journey` and `traits` are the recommended strategy's, or what the candidates share.
    `answers_to_flip` is None where no change of answers can let a rival draw level. `closest` are
    published companies with a like profile, none where too little was answered.
    """

    assessment: Assessment
    strategy: str | None
    verdict: Verdict
    candidates: tuple[str, ...]
    runner_up: str | None
    answers_to_flip: int | None
    weight_tolerance: Fraction
    lens_share: Fraction | None
    strategies: tuple[StrategyResult, ...]
    lens_gaps: tuple[str, ...]
    disciplines: tuple[DisciplineEmphasis, ...]
    journey: tuple[Emphasis, ...]
    traits: tuple[Emphasis, ...]
    candidate_journeys: tuple[CandidateJourney, ...]
    tensions: tuple[TensionResult, ...]
    conditions: tuple[ConditionResult, ...]
    moves: tuple[Move, ...]
    contradictions: tuple[Contradiction, ...]
    staffing: tuple[Staffing, ...]
    coverage: tuple[Coverage, ...]
    contributions: tuple[Contribution, ...]
    challenges: tuple[Challenge, ...]
    full: int
    closest: tuple[Neighbour, ...] = ()

    @property
    def strategy_answers(self) -> tuple[int, int]:
        """Strategy questions answered, of how many that apply."""
        return sum(c.known for c in self.contributions), len(self.contributions)

    @property
    def leaders(self) -> tuple[str, ...]:
        """The strategies with most points: several where they stand level."""
        points = {s.id: s.points for s in self.strategies}
        return most(tuple(points), points)

    @property
    def below_norm(self) -> tuple[StrategyResult, ...]:
        """The strategies in which the company stands lower than its market's norm."""
        return tuple(s for s in self.strategies if s.threshold_met is False)


NEIGHBOURS = 3
"""How many of the closest cases are named."""


def recommend(
    framework: Framework, assessment: Assessment, cases: Sequence[Case] = ()
) -> Recommendation:
    """Weigh an assessment by its framework, and name the closest of the cases."""
    scoring = score(framework, assessment)
    leader = scoring.leaders[0]
    challenges = tuple(
        challenge(scoring, leader, rival) for rival in scoring.strategies if rival != leader
    )
    found = verdict(framework, scoring, challenges)
    named = candidates(framework, scoring, challenges, found)
    strategy = leader if found in ("clear", "leaning") else None
    shares = lens_shares(scoring, framework.limits.lens_steps)
    measured = levels(framework, assessment)
    strategies = tuple(
        _strategy_result(framework, measured, scoring, s, shares[s]) for s in scoring.strategies
    )
    journeys = tuple(
        CandidateJourney(c, steps(framework, measured, c), traits(framework, measured, c))
        for c in named
    )
    journey = shared([c.journey for c in journeys])
    trait_profile = shared([c.traits for c in journeys])
    conditions = _conditions(framework, measured, named)
    gaps = tuple(
        lens for lens in scoring.lenses if strategy and strategy not in scoring.lens_leaders(lens)
    )
    return Recommendation(
        assessment=assessment,
        strategy=strategy,
        verdict=found,
        candidates=named,
        runner_up=runner_up(scoring),
        answers_to_flip=least_flips(challenges),
        weight_tolerance=min(c.tolerance for c in challenges),
        lens_share=shares[leader] if len(scoring.leaders) == 1 else None,
        strategies=strategies,
        lens_gaps=gaps,
        disciplines=disciplines(framework, journey),
        journey=journey,
        traits=trait_profile,
        candidate_journeys=journeys,
        tensions=_tensions(framework, measured),
        conditions=conditions,
        moves=_moves(framework, strategy, strategies, conditions, journey, trait_profile, gaps),
        contradictions=contradictions(framework, assessment),
        staffing=_staffing(framework, assessment),
        coverage=_coverage(framework, assessment),
        contributions=scoring.contributions,
        challenges=challenges,
        full=scoring.full,
        closest=()
        if found == "insufficient"
        else closest({s.id: s.score for s in strategies}, cases, NEIGHBOURS),
    )


def _strategy_result(
    framework: Framework, levels: Levels, scoring: Scoring, strategy: str, share: Fraction
) -> StrategyResult:
    standing = levels.get(("strategy", strategy), UNMEASURED).mean
    return StrategyResult(
        id=strategy,
        points=scoring.points(strategy),
        score=scoring.score(strategy),
        low=scoring.low(strategy),
        high=scoring.high(strategy),
        lenses=tuple(
            LensScore(
                lens, scoring.lens_score(lens, strategy), strategy in scoring.lens_leaders(lens)
            )
            for lens in scoring.lenses
        ),
        lens_share=share,
        standing=standing,
        threshold_met=None if standing is None else standing >= framework.limits.norm,
    )


def _tensions(framework: Framework, levels: Levels) -> tuple[TensionResult, ...]:
    return tuple(
        TensionResult(t.id, levels.get(("tension", t.id), UNMEASURED).mean)
        for t in framework.tensions
    )


def _conditions(
    framework: Framework, levels: Levels, candidates: Sequence[str]
) -> tuple[ConditionResult, ...]:
    results = []
    for condition in framework.conditions:
        level = levels.get(("condition", condition.id), UNMEASURED).mean
        met = None if level is None else level >= condition.minimum
        applies = condition.strategy in candidates
        results.append(
            ConditionResult(
                condition.id, condition.strategy, level, condition.minimum, met, applies
            )
        )
    return tuple(results)


def _moves(
    framework: Framework,
    strategy: str | None,
    strategies: Sequence[StrategyResult],
    conditions: Sequence[ConditionResult],
    journey: Sequence[Emphasis],
    trait_profile: Sequence[Emphasis],
    gaps: Sequence[str],
) -> tuple[Move, ...]:
    """Thresholds first, then unmet conditions, then the highest claims, then the strategy's own."""
    occasions: list[tuple[Occasion, str]] = [
        *(("standing", s.id) for s in strategies if s.threshold_met is False),
        *(("condition", c.id) for c in conditions if c.applies and c.met is False),
        *(("step", e.id) for e in _by_claim(journey)),
        *(("trait", e.id) for e in _by_claim(trait_profile)),
        *(("gap", lens) for lens in gaps),
        *(("strategy", s.id) for s in strategies if s.id == strategy),
    ]
    return tuple(
        move
        for kind, target in occasions
        for move in framework.moves
        if (move.kind, move.target) == (kind, target)
    )


def _by_claim(found: Sequence[Emphasis]) -> list[Emphasis]:
    return sorted((e for e in found if e.emphasise), key=lambda e: -e.claim)


def _staffing(framework: Framework, assessment: Assessment) -> tuple[Staffing, ...]:
    """What each rule reckons, in its own currency: cd360 knows no exchange rates."""
    revenue, currency = assessment.profile.revenue, assessment.profile.currency
    return tuple(
        Staffing(benchmark.id, rule.id, Fraction(revenue, rule.revenue))
        for benchmark in framework.benchmarks
        for rule in benchmark.rules
        if revenue is not None and rule.currency == currency
    )


def _coverage(framework: Framework, assessment: Assessment) -> tuple[Coverage, ...]:
    rows = []
    for block in framework.blocks:
        questions = framework.questions_of(block)
        answers = [a for q in questions if (a := assessment.answers.get(q.id))]
        rows.append(
            Coverage(
                block=block.id,
                questions=len(questions),
                answered=sum(a.known for a in answers),
                dont_know=sum(a.picks == (DONT_KNOW,) for a in answers),
                not_applicable=sum(not a.applies for a in answers),
            )
        )
    return tuple(rows)
