"""`cd360 framework audit`: measure how fair a framework is."""

import sys
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from cd360_cli import audit, framework_file, streams
from cd360_cli.audit import Draw, Leads
from cd360_cli.framework import Framework
from cd360_cli.language import spoken
from cd360_cli.texts import audit as say
from cd360_cli.texts.result import VERDICT_NAMES
from cd360_cli.texts.wording import number

SEED = 360
RESPONDENTS = 100_000
LADDER_RESPONDENTS = 500


class Audit(NamedTuple):
    """Everything measured. Shares are 0-1; `reach` is by strategy, then by step or trait."""

    leads: Leads
    verdicts: dict[str, Fraction]
    weights: dict[str, Fraction]
    reach: dict[str, dict[str, Fraction]]
    minutes: dict[str, Fraction]


def run(*, framework: Path | None, asked: str | None, as_json: bool) -> None:
    """Print the measures."""
    found = framework_file.load(framework).framework
    language = spoken(asked, "", found.languages)
    if sys.stderr.isatty():
        streams.tell(say.MEASURING.say(language).format(n=f"{RESPONDENTS:,}"))
    measured = measure(found)
    if as_json:
        from cd360_cli.render import as_json as document

        streams.result(document.document(_plain(found, measured)))
    else:
        streams.result("\n".join(_lines(found, measured, language)) + "\n")


def measure(framework: Framework) -> Audit:
    """Measure a framework with seeded random respondents, exactly where that is feasible."""
    draws = list(_draws(framework, RESPONDENTS))
    verdicts = audit.verdicts(framework, draws)
    numbers = Random(SEED)
    respondents = [
        audit.levels_drawn(framework, iter(lambda: numbers.randrange(60), -1))
        for _ in range(LADDER_RESPONDENTS)
    ]
    return Audit(
        leads=audit.exact_leads(framework) or audit.counted_leads(framework, draws),
        verdicts={
            name: Fraction(verdicts[name], RESPONDENTS)
            for name in ("clear", "leaning", "undecided")
        },
        weights=audit.question_weights(framework),
        reach={s.id: audit.reach(framework, s.id, respondents) for s in framework.strategies},
        minutes={
            language: audit.reading_minutes(framework, language) for language in framework.languages
        },
    )


def _draws(framework: Framework, count: int) -> Iterator[Draw]:
    """Respondents who pick every option with the same chance, from a fixed seed."""
    chance = Random(SEED).random
    sizes = [len(question.options) for _, question in framework.strategy_questions]
    for _ in range(count):
        yield [int(chance() * size) for size in sizes]


def _lines(framework: Framework, found: Audit, language: str) -> Iterator[str]:
    def percent(share: Fraction, decimals: int = 1) -> str:
        return f"{number(100 * share, language, decimals)} %"

    def say_(text: Any, **values: object) -> str:
        return str(text.say(language).format(**values))

    yield say_(say.TITLE, name=framework.id, version=framework.version)
    yield ""
    yield say_(say.LEADS_EXACT if found.leads.exact else say.LEADS_COUNTED, n=f"{RESPONDENTS:,}")
    for strategy in framework.strategies:
        yield f"  {percent(found.leads.shares[strategy.id], 2):>8}  {strategy.name.say(language)}"
    yield f"  {say_(say.LEVEL, share=percent(found.leads.level))}"
    yield ""
    yield say_(say.VERDICTS, n=f"{RESPONDENTS:,}")
    for name, share in found.verdicts.items():
        yield f"  {percent(share):>8}  {VERDICT_NAMES[name].say(language)}"
    yield ""
    yield say_(say.WEIGHTS)
    for lens in framework.lenses:
        ids = [q.id for own, q in framework.strategy_questions if own.id == lens.id]
        weights = sorted({found.weights[id] for id in ids})
        shown = " - ".join(dict.fromkeys((percent(weights[0]), percent(weights[-1]))))
        yield f"  {shown:>8}  {say_(say.EACH_OF, n=len(ids), lens=lens.name.say(language))}"
    yield ""
    yield say_(say.REACH, n=LADDER_RESPONDENTS)
    yield from _reach(framework, found, language)
    yield ""
    for code, minutes in found.minutes.items():
        yield say_(say.MINUTES, language=code, n=number(minutes, language))


def _reach(framework: Framework, found: Audit, language: str) -> Iterator[str]:
    names = [s.name for s in framework.steps] + [t.name for t in framework.traits]
    width = max(len(name.say(language)) for name in names)
    columns = [strategy.id for strategy in framework.strategies]
    initials = ["".join(word[0] for word in id.split("-")).upper() for id in columns]
    yield " ".join([" " * (width + 2), *(f"{initial:>5}" for initial in initials)])
    keys = [f"step:{s.id}" for s in framework.steps] + [f"trait:{t.id}" for t in framework.traits]
    for key, name in zip(keys, names, strict=True):
        cells = [f"{number(100 * found.reach[s][key], language):>5}" for s in columns]
        yield " ".join([f"  {name.say(language):{width}}", *cells])


def _plain(framework: Framework, found: Audit) -> dict[str, Any]:
    def rounded(shares: dict[str, Fraction]) -> dict[str, float]:
        return {name: round(float(share), 6) for name, share in shares.items()}

    return {
        "schema": "cd360/framework-audit/1",
        "framework": {"id": framework.id, "version": framework.version},
        "seed": SEED,
        "leads": {
            "shares": rounded(dict(found.leads.shares)),
            "level": round(float(found.leads.level), 6),
            "exact": found.leads.exact,
        },
        "verdicts": {"respondents": RESPONDENTS, **rounded(found.verdicts)},
        "question_weights": rounded(found.weights),
        "reach": {strategy: rounded(shares) for strategy, shares in found.reach.items()},
        "minutes": rounded(found.minutes),
    }
