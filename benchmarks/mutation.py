"""Changes scoring, robustness and journey one small piece at a time, and sees what tests notice.

Works in a temporary copy of the tree, with mutmut and a second list for what mutmut leaves out:

    pip install -e '.[test]' mutmut==3.8.1
    python benchmarks/mutation.py
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
MODULES = ("scoring", "robustness", "journey")
TESTS = [f"tests/test_{name}.py" for name in ("exact_values", *MODULES, "recommendation")]

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
]


def main(deselected: list[str]) -> None:
    """Copy, change, test, and print a table and the survivors. Leaves out tests named."""
    print(f"Python {platform.python_version()}, mutmut {version('mutmut')},", end=" ")
    print(f"hypothesis {version('hypothesis')}, pytest {version('pytest')}")
    with tempfile.TemporaryDirectory() as made:
        copy = Path(made)
        for folder in ("src", "tests", "data", "examples"):
            shutil.copytree(
                ROOT / folder, copy / folder, ignore=shutil.ignore_patterns("__pycache__")
            )
        shutil.copy(ROOT / "pyproject.toml", copy)
        sources = [f"src/cd360_cli/{name}.py" for name in MODULES]
        tests = [*TESTS, *(f"--deselect={test}" for test in deselected)]
        setup = SETUP.format(modules="\n    ".join(sources), tests="\n    ".join(tests))
        (copy / "setup.cfg").write_text(setup)
        (copy / "tests/few_examples.py").write_text(FEW_EXAMPLES)
        by_mutmut(copy)
        by_hand(copy, tests)


def by_mutmut(copy: Path) -> None:
    """Every mutant that mutmut makes."""
    run(copy, "-m", "mutmut", "run", "--max-children", "2")
    listed = run(copy, "-m", "mutmut", "results", "--all", "true").stdout
    found = re.findall(r"cd360_cli\.(\w+)\.(\S+): (.+)", listed)
    for name in MODULES:
        fates = Counter(fate for module, _, fate in found if module == name)
        total, killed = sum(fates.values()), fates["killed"] + fates["timeout"]
        print(f"{name:11}{total:5} mutants{killed:5} killed{100 * killed / total:7.1f} %")
    for module, mutant, fate in found:
        if fate not in ("killed", "timeout"):
            shown = run(copy, "-m", "mutmut", "show", f"cd360_cli.{module}.{mutant}").stdout
            lines = [x for x in shown.splitlines() if re.match(r"[-+](?![-+])", x)]
            print(f"{mutant} ({fate})", *lines, sep="\n    ")


def by_hand(copy: Path, tests: list[str]) -> None:
    """Every change in the list above."""
    killed = 0
    for name, old, new in BY_HAND:
        path = copy / f"src/cd360_cli/{name}.py"
        before = path.read_text()
        assert before.count(old) == 1, f"{name}.py no longer holds once: {old}"
        path.write_text(before.replace(old, new))
        # Bytecode of the same second and size would hide the change.
        done = run(copy, "-B", "-m", "pytest", "-p", "few_examples", "-x", *tests, may_fail=True)
        path.write_text(before)
        killed += done.returncode == 1
        if done.returncode != 1:
            print(f"by hand, pytest says {done.returncode}: {name}: {old!r} -> {new!r}")
    print(
        f"by hand    {len(BY_HAND):5} mutants{killed:5} killed{100 * killed / len(BY_HAND):7.1f} %"
    )


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
