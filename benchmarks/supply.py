"""Does it build the same twice, install alone on every Python, and hold its lower bounds?

python benchmarks/supply.py

Needs a package index, and takes minutes: it makes some ten environments. What it finds goes to
docs/supply.md.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs/supply.md"
OLDEST = (3, 11)
EXAMPLE = ROOT / "examples/aldi.yaml"
AT_LOWER_BOUNDS = [
    f"tests/test_{name}.py"
    for name in (
        "cli", "completion", "document", "form", "framework_check", "goldens", "misuse",
        "privacy", "schemas", "terminal", "usage",
    )
]  # fmt: skip
"""The tests that meet the libraries: terminal, screens, YAML, schemas, pages, completion."""


class Installed(NamedTuple):
    """What came of installing a file in an empty environment."""

    python: str
    file: str
    packages: int
    result: str
    """The SHA-256 of the recommendation as JSON: the same everywhere."""


def run(*command: object, folder: Path = ROOT, **environment: str) -> str:
    """The standard output of a command. Ends this script with its errors where it fails."""
    done = subprocess.run(
        [str(word) for word in command], cwd=folder, env={**os.environ, **environment},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        sys.exit(f"{' '.join(map(str, command))}\n{done.stdout}{done.stderr}")
    return done.stdout


def pythons() -> dict[str, Path]:
    """Every Python on this machine that is new enough, by its version, the oldest first."""
    homes = [Path(folder) for folder in os.environ.get("PATH", "").split(os.pathsep)]
    pyenv = Path(os.environ.get("PYENV_ROOT", "~/.pyenv")).expanduser()
    homes += sorted(pyenv.glob("versions/*/bin"))
    found = {}
    for path in sorted({path for home in homes for path in home.glob("python3.*")}):
        if re.fullmatch(r"python3\.\d+", path.name):
            say = "import platform, ensurepip, venv; print(platform.python_version())"
            done = subprocess.run([path, "-c", say], capture_output=True, text=True, check=False)
            version = done.stdout.strip()
            if version and numbers(version) >= OLDEST:
                found.setdefault(version, path)
    return dict(sorted(found.items(), key=lambda item: numbers(item[0])))


def numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", version))


def environment(python: Path, home: Path) -> Path:
    """The Python of a new, empty environment."""
    run(python, "-m", "venv", "--clear", home)
    return home / "bin/python"


def built_twice(folder: Path) -> list[Path]:
    """The sdist and the wheel. Ends this script where a second build has other bytes."""
    files = []
    for name, setting in (("first", {"PYTHONHASHSEED": "1"}), ("second", {"TZ": "Asia/Tokyo"})):
        # A clone: what lies around in a checkout must not get in, and every file is new.
        run("git", "clone", "-q", ROOT, folder / name)
        run(sys.executable, "-m", "build", folder / name, **setting)
        files.append(sorted((folder / name / "dist").iterdir()))
    for one, other in zip(*files, strict=True):
        if one.read_bytes() != other.read_bytes():
            sys.exit(f"two builds of {one.name} differ: {one} and {other}")
    return files[0]


def installed(python: str, path: Path, file: Path, folder: Path) -> Installed:
    """Install a file with what it declares and nothing else, and try it in an empty folder."""
    inside = environment(path, folder / "environment")
    run(inside, "-m", "pip", "install", "-q", file)
    run(inside, "-m", "pip", "check")
    packages = json.loads(run(inside, "-m", "pip", "list", "--format=json"))
    here = folder / "here"
    shutil.rmtree(here, ignore_errors=True)
    here.mkdir()
    cd360 = inside.with_name("cd360")
    assert run(cd360, "--version", folder=here).startswith("cd360 ")
    run(cd360, "form", "-o", "form.html", folder=here)
    assert "<!doctype html>" in (here / "form.html").read_text(encoding="utf-8").lower()
    assert (inside.parents[1] / "share/man/man1/cd360.1").exists()
    result = run(cd360, "recommend", EXAMPLE, "--json", folder=here)
    others = [each for each in packages if each["name"] not in ("pip", "setuptools", "cd360-cli")]
    kind = "wheel" if file.suffix == ".whl" else "sdist"
    return Installed(python, kind, len(others), sha256(result.encode()).hexdigest())


def lower_bounds() -> list[str]:
    """The oldest version allowed of everything that the tool and its tests need."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = [*project["dependencies"], *project["optional-dependencies"]["test"]]
    found = [re.match(r"([\w-]+)>=([\d.]+)", each) for each in declared]
    return [f"{bound[1]}=={bound[2]}" for bound in found if bound]


def tested_at_lower_bounds(python: Path, wheel: Path, folder: Path) -> str:
    """The last line of the tests, run on the installed wheel with the oldest versions allowed."""
    constraints = folder / "constraints.txt"
    constraints.write_text("\n".join(lower_bounds()))
    inside = environment(python, folder / "oldest")
    run(inside, "-m", "pip", "install", "-q", "-c", constraints, f"{wheel}[test]")
    checkout = folder / "second"
    shutil.rmtree(checkout / "src/cd360_cli")
    # The quickest way to see that it is the installed tool that is tested.
    where = run(inside, "-c", "import cd360_cli; print(cd360_cli.__file__)", folder=checkout)
    assert where.startswith(str(folder / "oldest")), where
    told = run(inside, "-m", "pytest", "-n", "2", "-v", *AT_LOWER_BOUNDS, folder=checkout)
    return re.sub(r".*?(\d+ passed[^=]*) in .*", r"\1", told.splitlines()[-1])


def audited(python: Path, wheel: Path, folder: Path) -> str:
    """What pip-audit makes of all that the newest versions bring along."""
    inside = environment(python, folder / "environment")
    run(inside, "-m", "pip", "install", "-q", wheel)
    frozen = folder / "installed.txt"
    listed = run(inside, "-m", "pip", "freeze", "--exclude", "cd360-cli")
    frozen.write_text(listed)
    auditor = environment(Path(sys.executable), folder / "auditor")
    run(auditor, "-m", "pip", "install", "-q", "pip-audit")
    command = [auditor, "-m", "pip_audit", "--no-deps", "--disable-pip", "-f", "json", "-r", frozen]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    try:
        found = json.loads(done.stdout)["dependencies"]
    except ValueError:
        return f"not audited: no database within reach ({done.stderr.strip().splitlines()[-1]})"
    skipped = [each["name"] for each in found if "skip_reason" in each]
    flawed = [each["name"] for each in found if each.get("vulns")]
    if flawed:
        sys.exit(f"known vulnerabilities in {', '.join(flawed)}\n{done.stdout}")
    known = len(found) - len(skipped)
    if not known:
        return f"not audited: no database within reach knows any of {len(found)} packages"
    return (
        f"no known vulnerability in {known} of {len(found)} packages; the others are unknown to it"
    )


def page(folder: Path) -> Iterator[str]:
    """What was found, as Markdown."""
    files = built_twice(folder)
    wheel = next(file for file in files if file.suffix == ".whl")
    available = pythons()
    oldest = next(iter(available.values()))
    yield "# Supply: what is built, where it installs, what it brings along\n"
    at = run("git", "rev-parse", "--short", "HEAD").strip()
    yield f"`python benchmarks/supply.py` found this at {at}. It stops at the first failure.\n"
    yield "Built twice, from two clones, with another hash seed and time zone: the same bytes, of"
    yield f"{' and '.join(f'`{each.name}`' for each in files)}."
    yield "\nInstalled in an empty environment with the declared dependencies only; then"
    yield "`--version`, `form` and `recommend --json`: the same bytes everywhere.\n"
    yield "| Python | from | packages besides its own | result |\n|---|---|---|---|"
    results = set()
    for version, path in available.items():
        for file in files:
            found = installed(version, path, file, folder)
            results.add(found.result)
            yield f"| {version} | {found.file} | {found.packages} | `{found.result[:12]}` |"
    if len(results) != 1:
        sys.exit(f"the results differ: {results}")
    yield f"\nWith the oldest versions allowed, on Python {next(iter(available))}:"
    yield f"{', '.join(f'`{each}`' for each in lower_bounds())}.\n"
    yield f"The tests that meet these libraries: {tested_at_lower_bounds(oldest, wheel, folder)}.\n"
    yield f"pip-audit: {audited(oldest, wheel, folder)}."


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        # One test becomes nobody, who must be able to run the Python in here.
        Path(name).chmod(0o755)
        text = "\n".join(page(Path(name))) + "\n"
    PAGE.write_text(text, encoding="utf-8")
    print(text)
