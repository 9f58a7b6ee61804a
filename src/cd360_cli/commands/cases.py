"""`cd360 cases`: published companies, and what the framework makes of them."""

import json
from collections.abc import Sequence
from typing import Any

from cd360_cli import case_files, framework_file, streams
from cd360_cli.cases import Case
from cd360_cli.framework import Framework
from cd360_cli.language import spoken
from cd360_cli.texts import cases as say
from cd360_cli.texts.result import VERDICT_NAMES
from cd360_cli.texts.wording import OR, counted, inner, listed


def run(*, asked: str | None, as_json: bool) -> None:
    """List the cases with their labels, sources and what the tool says."""
    loaded = framework_file.load()
    language = spoken(asked, "", loaded.framework.languages)
    cases = case_files.load(loaded)
    if as_json:
        rows = [_plain(case) for case in cases]
        document = {"schema": "cd360/cases/1", "cases": rows}
        streams.result(json.dumps(document, ensure_ascii=False, indent=2) + "\n")
        return
    from cd360_cli.render.page import screen

    _show(cases, loaded.framework, language, screen())


def _show(cases: Sequence[Case], framework: Framework, language: str, console: Any) -> None:
    from rich.text import Text as Styled

    from cd360_cli.render.page import indented, put

    names = {s.id: inner(s.name.say(language)) for s in framework.strategies}
    for case in cases:
        company = case.company
        title = Styled(f"{company.company}, {company.period}", style="bold")
        put(console, title, console.width)
        for label in company.labels:
            said = say.PUBLISHED.say(language).format(
                strategy=names[label.strategy], source=label.source
            )
            put(console, indented(Styled(said)), console.width)
        found = say.FOUND.say(language).format(
            outcome=listed([names[c] for c in case.candidates], language, OR)
            if case.verdict != "insufficient"
            else "-",
            verdict=VERDICT_NAMES[case.verdict].say(language),
            agreement=say.AGREEMENT[case.agreement].say(language),
        )
        style = "bold red" if case.agreement == "differs" else ""
        put(console, indented(Styled(found, style=style)), console.width)
    put(console, Styled(f"\n{_summary(cases, language)}"), console.width)
    put(console, Styled(say.CODED.say(language), style="dim"), console.width)


def _summary(cases: Sequence[Case], language: str) -> str:
    undisputed = [case for case in cases if not case.company.disputed]
    with_verdict = [case for case in undisputed if case.strategy]
    agreeing = sum(case.agreement == "agrees" for case in with_verdict)
    disputed = [case for case in cases if case.company.disputed]
    among = sum(case.agreement == "agrees" for case in disputed)
    return say.SUMMARY.say(language).format(
        undisputed=len(undisputed),
        verdicts=len(with_verdict),
        agreeing=agreeing,
        disputed=counted(len(disputed), "{n}", "{n}"),
        among=among,
    )


def _plain(case: Case) -> dict[str, Any]:
    return {
        "id": case.company.id,
        "company": case.company.company,
        "period": case.company.period,
        "labels": [label._asdict() for label in case.company.labels],
        "disputed": case.company.disputed,
        "verdict": case.verdict,
        "strategy": case.strategy,
        "candidates": list(case.candidates),
        "agreement": case.agreement,
        "scores": {s: round(float(score), 4) for s, score in case.scores.items()},
    }
