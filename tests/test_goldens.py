"""What a client sees, state by state, in both languages, at eighty columns.

After a wanted change: `python tests/test_goldens.py`, then read the difference aloud.
"""

import re
import subprocess
from pathlib import Path

import pytest
from made import everything, picked

from cd360_cli import assessment_file, framework_file
from cd360_cli.assessment import DONT_KNOW, Answer, Assessment, FrameworkName
from cd360_cli.framework import Framework

GOLDENS = Path(__file__).parent / "goldens"
PRODUCT, INTIMACY, EXCELLENCE, SOCIAL = range(4)


def mixed(framework: Framework, first: int, second: int, second_count: int) -> dict[str, Answer]:
    """Answers that follow one strategy, but another in the last `second_count` questions."""
    ids = [s.id for s in framework.strategies]
    answers = everything(framework, ids[first])
    other = everything(framework, ids[second])
    last = list(answers)[len(answers) - second_count :]
    return answers | {question: other[question] for question in last}


def ladders(framework: Framework, level: str, **special: str) -> dict[str, Answer]:
    """Every ladder and spectrum at one level, but for the named ones."""
    wanted = {q.id: level for q in framework.questions if not q.options}
    return {q: picked(special.get(q.replace("-", "_"), n)) for q, n in wanted.items()}


def states(framework: Framework) -> dict[str, dict[str, Answer]]:
    level = ladders(framework, "2")
    practice = [q.id for lens, q in framework.strategy_questions if lens.id == "practice"]
    excellent = everything(framework, framework.strategies[EXCELLENCE].id)
    conflict = everything(framework, framework.strategies[INTIMACY].id)
    return {
        "clear": mixed(framework, PRODUCT, INTIMACY, 4) | level,
        "leaning": mixed(framework, EXCELLENCE, PRODUCT, 7)
        | {"customer-type": picked(DONT_KNOW)}
        | level,
        "undecided": mixed(framework, INTIMACY, EXCELLENCE, 9) | level,
        "insufficient": dict(list(mixed(framework, SOCIAL, PRODUCT, 9).items())[:5]),
        "threshold-breach": mixed(framework, PRODUCT, SOCIAL, 3)
        | ladders(framework, "2", product_standing="1", total_cost_standing="0"),
        "unmet-carrier": mixed(framework, SOCIAL, PRODUCT, 3)
        | ladders(
            framework,
            "2",
            team_decisions="0",
            refund_authority="4",
            front_line_days="1",
            growth_appraisal="1",
        ),
        "lens-conflict": conflict
        | {question: excellent[question] for question in practice[:7]}
        | level,
    }


def written(framework: Framework, state: str, folder: Path) -> Path:
    name = FrameworkName(framework.id, framework.version)
    answers = states(framework)[state]
    file = folder / f"{state}.yaml"
    assessment_file.save(file, Assessment(1, name, "Acme", "2026-11-22", answers=answers))
    return file


def shown(command: str, file: Path, language: str) -> str:
    from here import cd360

    done = cd360(command, str(file), "--lang", language)
    assert (done.code, done.err) == (0, "")
    return done.out


STATES = [
    "clear", "leaning", "undecided", "insufficient", "threshold-breach", "unmet-carrier",
    "lens-conflict",
]  # fmt: skip


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("command", ["recommend", "explain"])
def test_the_screen_reads_as_it_was_approved(
    framework: Framework, tmp_path: Path, command: str, state: str, language: str
) -> None:
    """Every word that a client may see has been read once by a person."""
    text = shown(command, written(framework, state, tmp_path), language)
    golden = GOLDENS / f"{command}-{state}.{language}.txt"
    assert text == golden.read_text()
    assert max(map(len, text.splitlines())) <= 80


def test_no_undecided_client_is_judged_before_every_strategy_question_is_answered(
    framework: Framework, tmp_path: Path
) -> None:
    """What is unknown may still decide; only where nothing is, the middle is a risk."""
    finished = written(framework, "undecided", tmp_path)
    assert "stuck in the middle" in " ".join(shown("recommend", finished, "en").split())
    answers = states(framework)["undecided"] | {"customer-type": picked(DONT_KNOW)}
    name = FrameworkName(framework.id, framework.version)
    file = tmp_path / "open.yaml"
    assessment_file.save(file, Assessment(1, name, "Acme", "2026-11-22", answers=answers))
    said = " ".join(shown("recommend", file, "en").split())
    assert "No clear winner" in said
    assert "Find out what is still unknown" in said
    assert "stuck" not in said


def test_no_golden_has_leftovers_or_miscounts() -> None:
    """No placeholder, no None, no `1 answers`, no trailing blanks."""
    files = sorted(GOLDENS.glob("*.txt"))
    assert len(files) == 2 * 2 * len(STATES)
    for file in files:
        text = " ".join(file.read_text().split())
        assert not re.search(r"[{}]|None|\bnull\b|\b1 (answers|questions|antwoorden)\b", text), file
        assert not re.search(r"[ \t]\n", file.read_text()), file


def approve() -> None:
    """Write all goldens anew."""
    import tempfile

    framework = framework_file.load().framework
    with tempfile.TemporaryDirectory() as folder:
        for state in STATES:
            file = written(framework, state, Path(folder))
            for command in ("recommend", "explain"):
                for language in ("en", "nl"):
                    text = shown(command, file, language)
                    (GOLDENS / f"{command}-{state}.{language}.txt").write_text(text)


if __name__ == "__main__":
    approve()
    subprocess.run(["git", "diff", "--stat", str(GOLDENS)], check=False)
