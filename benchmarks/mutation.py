"""Changes the reckoning heart one small piece at a time, and sees what tests notice.

Works in a temporary copy of the tree, with mutmut and a second list for what mutmut leaves out:

    pip install -e '.[test]' mutmut==3.8.1
    python benchmarks/mutation.py            # or only some modules: ... lanes respondent_race
"""

import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).parents[1]
HELD_BY = {
    ("scoring", "robustness", "journey", "verdict"): (
        "exact_values", "scoring", "robustness", "journey", "recommendation", "verdict",
    ),
    ("agreement", "pool", "spread", "consensus", "discussion"): (
        "agreement", "team_values", "team",
    ),
    (
        "lanes", "respondent_points", "respondent_race", "respondent_verdict",
        "respondent_journey", "respondent_rows", "respondent_row",
    ): (
        "lanes", "respondent_verdict", "respondent_journey", "respondent_row", "respondent_rows",
    ),
}  # fmt: skip
"""Modules, and the tests that are to notice when one of them is wrong."""

SETUP = """[mutmut]
source_paths=
    src/
only_mutate=
    {modules}
also_copy=
    data
    examples
pytest_add_cli_args=
    -p
    few_examples
    -n0
    -x
pytest_add_cli_args_test_selection=
    {tests}
"""

# Few examples, the same in every run, and no search for the smallest that fails.
FEW_EXAMPLES = """
from hypothesis import Phase, settings

def pytest_collection_modifyitems(items):
    for item in items:
        own = getattr(item.obj, "_hypothesis_internal_use_settings", None)
        if own:
            item.obj._hypothesis_internal_use_settings = settings(
                own, max_examples=min(own.max_examples, 20), derandomize=True,
                database=None, phases=(Phase.explicit, Phase.generate),
            )
"""

# mutmut changes neither properties nor what stands outside a function.
BY_HAND = [
    ("scoring", "self.answer is not None and self.answer.known", "self.answer is not None"),
    ("scoring", "self.answer is not None and self.answer.known", "self.answer is None"),
    ("scoring", "dict.fromkeys(c.lens for c in", "(c.lens for c in"),
    ("scoring", "dict.fromkeys(c.lens for c in", "dict.fromkeys(c.question for c in"),
    ("scoring", "{s: self.points(s) for s", "{s: -self.points(s) for s"),
    ("scoring", "{s: self.points(s) for s", "{s: 0 for s"),
    ("journey", 'if self.band == "not-applicable"', 'if self.band != "not-applicable"'),
    ("journey", 'if self.band == "not-applicable"', 'if self.band == "unknown"'),
    ("journey", "return Fraction(0)\n        return self.importance", "return self.importance"),
    (
        "journey",
        "return Fraction(0)\n        return self",
        "return Fraction(1)\n        return self",
    ),
    ("journey", "if self.opportunity is None else", "if self.opportunity is not None else"),
    ("journey", "PER_LEVEL = Fraction(5, 2)", "PER_LEVEL = Fraction(6, 2)"),
    ("journey", "PER_LEVEL = Fraction(5, 2)", "PER_LEVEL = Fraction(5, 3)"),
    ("journey", "len(POSITIONS) // 2", "len(POSITIONS) // 3"),
    ("journey", "REACH = POSITIONS[-1] - MIDDLE", "REACH = POSITIONS[-1] + MIDDLE"),
    ("journey", "REACH = POSITIONS[-1] - MIDDLE", "REACH = POSITIONS[-2] - MIDDLE"),
    ("spread", "sorted(place.value", "list(place.value"),
    ("spread", "min(self.known, default", "max(self.known, default"),
    ("spread", "min(self.known, default=None)", "min(self.known)"),
    ("spread", "max(self.known, default", "min(self.known, default"),
    ("spread", "max(self.known, default=None)", "max(self.known)"),
    ("spread", "max(self.known) - min", "max(self.known) + min"),
    ("spread", "if self.known else Fraction(0)", "if self.known else Fraction(1)"),
    ("discussion", "self.low <= 0 <= self.high", "self.low < 0 <= self.high"),
    ("discussion", "self.low <= 0 <= self.high", "self.low <= 0 < self.high"),
    ("discussion", "self.margin.high - self.margin.low", "self.margin.high + self.margin.low"),
    ("discussion", "if self.margin else Fraction(0)", "if self.margin else Fraction(1)"),
    ("discussion", "self.disagreement * self.effect", "self.disagreement + self.effect"),
    ("discussion", "FIRST = 3", "FIRST = 4"),
    ("lanes", '16: "H"', '16: "I"'),
    ("respondent_points", "Answer((DONT_KNOW,))", 'Answer(("not-applicable",))'),
    ("respondent_race", "NEVER = 1 << 62", "NEVER = 1 << 2"),
    ("respondent_journey", "_TOP = 10", "_TOP = 11"),
    ("respondent_journey", "_TOP = 10", "_TOP = 9"),
    (
        "respondent_journey",
        "_APPLICABLE, _UNKNOWN, _NONE = range(3)",
        "_APPLICABLE, _NONE, _UNKNOWN = range(3)",
    ),
    ("respondent_row", "whole: bool = False", "whole: bool = True"),
]


def main(named: list[str]) -> None:
    """Copy, change, test, and print a table and the survivors, of the modules named or of all."""
    print(f"Python {platform.python_version()}, mutmut {version('mutmut')},", end=" ")
    print(f"hypothesis {version('hypothesis')}, pytest {version('pytest')}")
    for group, held_by in HELD_BY.items():
        modules = [module for module in group if module in named or not named]
        tests = [f"tests/test_{name}.py" for name in held_by]
        if modules:
            with tempfile.TemporaryDirectory() as made:
                copy = copied(Path(made), modules, tests)
                by_mutmut(copy, modules)
                by_hand(copy, modules, tests)


def copied(copy: Path, modules: list[str], tests: list[str]) -> Path:
    """The tree in another place, set up for mutmut."""
    for folder in ("src", "tests", "data", "examples"):
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / folder, copy / folder, ignore=ignored)
    shutil.copy(ROOT / "pyproject.toml", copy)
    sources = [f"src/cd360_cli/{module}.py" for module in modules]
    setup = SETUP.format(modules="\n    ".join(sources), tests="\n    ".join(tests))
    (copy / "setup.cfg").write_text(setup)
    (copy / "tests/few_examples.py").write_text(FEW_EXAMPLES)
    return copy


def by_mutmut(copy: Path, modules: list[str]) -> None:
    """Every mutant that mutmut makes."""
    run(copy, "-m", "mutmut", "run", "--max-children", "2")
    listed = run(copy, "-m", "mutmut", "results", "--all", "true").stdout
    found = re.findall(r"cd360_cli\.(\w+)\.(\S+): (.+)", listed)
    for name in modules:
        fates = Counter(fate for module, _, fate in found if module == name)
        say(name, fates["killed"] + fates["timeout"], fates.total())
    for module, mutant, fate in found:
        if fate != "killed":
            shown = run(copy, "-m", "mutmut", "show", f"cd360_cli.{module}.{mutant}").stdout
            lines = [x for x in shown.splitlines() if re.match(r"[-+](?![-+])", x)]
            print(f"{module}.{mutant} ({fate})", *lines, sep="\n    ", flush=True)


def by_hand(copy: Path, modules: list[str], tests: list[str]) -> None:
    """Every change in the list above."""
    changes = [change for change in BY_HAND if change[0] in modules]
    killed = 0
    for name, old, new in changes:
        path = copy / f"src/cd360_cli/{name}.py"
        before = path.read_text()
        assert before.count(old) == 1, f"{name}.py no longer holds once: {old}"
        path.write_text(before.replace(old, new))
        # Bytecode of the same second and size would hide the change.
        test = ("-B", "-m", "pytest", "-p", "few_examples", "-n0", "-x", *tests)
        done = run(copy, *test, may_fail=True)
        path.write_text(before)
        killed += done.returncode == 1
        if done.returncode != 1:
            print(f"by hand, pytest says {done.returncode}: {name}: {old!r} -> {new!r}")
    if changes:
        say("by hand", killed, len(changes))


def say(what: str, killed: int, total: int) -> None:
    print(f"{what:20}{total:5} mutants{killed:5} killed{100 * killed / total:7.1f} %", flush=True)


def run(copy: Path, *command: str, may_fail: bool = False) -> subprocess.CompletedProcess[str]:
    """Run Python in the copy, on the copy's own source."""
    paths = {"PYTHONPATH": f"{copy / 'tests'}:{copy / 'src'}", "PYTHONDONTWRITEBYTECODE": "1"}
    if "mutmut" in command:
        # mutmut puts its own copy of the source first.
        paths["PYTHONPATH"] = str(copy / "tests")
    done = subprocess.run(
        [sys.executable, *command],
        cwd=copy,
        env=os.environ | paths,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    if done.returncode not in ((0, 1) if may_fail else (0,)):
        sys.exit(done.stdout[-3000:])
    return done


if __name__ == "__main__":
    main(sys.argv[1:])
