"""Tables of figures for docs/method.md."""

from collections.abc import Iterable

from cd360_cli import case_files, framework_file
from cd360_cli.assessment import levels
from cd360_cli.cases import confusion as counted
from cd360_cli.framework_file import NAME, bundled


def confusion() -> str:
    """Undisputed companies by label and outcome, then the disputed ones by name."""
    loaded = framework_file.load()
    cases = case_files.load(loaded)
    counts = counted(cases)
    outcomes = [s.id for s in loaded.framework.strategies] + ["undecided", "insufficient"]
    rows = [
        [strategy.id, *(str(counts.get((strategy.id, o), "")) for o in outcomes)]
        for strategy in loaded.framework.strategies
    ]
    undisputed = [case for case in cases if not case.company.disputed]
    decided = [case for case in undisputed if case.strategy]
    agreeing = sum(case.agreement == "agrees" for case in decided)
    clear = sum(case.verdict == "clear" for case in decided)
    against = sum(c.verdict == "clear" and c.agreement == "differs" for c in cases)
    disputed = [
        [
            case.company.company,
            " or ".join(label.strategy for label in case.company.labels),
            case.strategy or " or ".join(case.candidates),
            case.verdict,
        ]
        for case in cases
        if case.company.disputed
    ]
    return "\n".join(
        [
            f"Of {len(undisputed)} undisputed companies {len(decided)} get a verdict ({clear} "
            f"clear), {agreeing} of them as published; clear verdicts against a label: {against}.",
            "",
            *_table(["published \\ cd360", *outcomes], rows),
            "",
            "Where sources disagree:",
            "",
            *_table(["company", "published", "cd360", "verdict"], disputed),
        ]
    )


def traits() -> str:
    """The published examples of traits by their levels; their own trait in bold."""
    framework = framework_file.load().framework
    home = bundled(NAME).parent
    rows = []
    for example in case_files.published(home).traits:
        found = levels(framework, case_files.sheet(home, example, framework))
        cells = [example.company]
        for trait in framework.traits:
            mean = found["trait", trait.id].mean
            shown = "?" if mean is None else f"{float(mean):g}"
            cells.append(f"**{shown}**" if trait.id == example.trait else shown)
        rows.append(cells)
    return "\n".join(_table(["company", *(t.id for t in framework.traits)], rows))


def _table(heading: list[str], rows: Iterable[list[str]]) -> list[str]:
    return [f"| {' | '.join(cells)} |" for cells in (heading, ["---"] * len(heading), *rows)]
