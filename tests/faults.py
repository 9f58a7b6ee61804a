"""What goes wrong around a command, as lines for a shell, and what is to come of it."""

import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from writers import Done

SHELL = 'set -o pipefail; cd360() { "$PYTHON" -m cd360_cli "$@"; }; '
"""`cd360` is the code under test, and a pipe tells the code of the command that writes to it."""

NO_OUTPUT = "the result cannot be written"
EMPTY = "<stdin>: the file is empty"
SAVED = "Saved. Go on with"


class Fault(NamedTuple):
    """A line in which something goes wrong, its exit code, and what standard error has to say."""

    line: str
    code: int = 0
    says: str = ""


RESULTS = (
    "cd360 --version",
    "cd360 --help",
    "cd360 recommend acme.yaml",
    "cd360 recommend acme.yaml --json",
    "cd360 recommend acme.yaml --lang nl",
    "cd360 explain acme.yaml",
    "cd360 compare acme.yaml acme.yaml",
    "cd360 code acme.yaml",
    "cd360 whatif acme.yaml --set tie-breaker=low-cost",
    "cd360 team team --json",
    "cd360 batch sound.csv",
    "cd360 batch sound.csv --summary",
    "cd360 questions",
    "cd360 questions --format csv",
    "cd360 sql",
    "cd360 framework schema",
    "cd360 framework show",
    "cd360 cases",
    "cd360 form -o -",
)
"""Lines with a result on standard output."""

FAULTS = (
    *(Fault(f"{line} | head -0") for line in RESULTS),
    *(Fault(f"{line} >&-", 2) for line in RESULTS),
    *(Fault(f"{line} >/dev/full", 2) for line in RESULTS),
    *(Fault(f"{line} <&- >/dev/null") for line in RESULTS),
    *(Fault(f"{line} 2>&- >/dev/null") for line in RESULTS),
    *(Fault(f"cd360 {words} {to}", code) for to in ("2>&-", "2>/dev/full", ">&- 2>&-", "<&- 2>&-")
      for words, code in (("recommend gone.yaml", 3), ("recomend", 2), ("report acme.yaml", 2))),
    Fault("cd360 recommend - <&-", 3, EMPTY),
    Fault("cd360 assess new.yaml <&-", 2, "no terminal to ask on"),
    Fault("printf 'Acme\\n1\\n' | cd360 assess --plain new.yaml >&-", 130, SAVED),
    Fault("printf 'Acme\\n1\\n' | cd360 assess --plain new.yaml 2>&-", 130),
    Fault("cd360 report acme.yaml -o new.html <&- >&- 2>&-"),
    *(Fault(f"ulimit -f 1; cd360 {words}", code, "cannot be written")
      for words, code in (
          ("report acme.yaml -o old.html", 2),
          ("report acme.yaml -o new.html", 2),
          ("form -o old.html", 2),
          ("whatif acme.yaml --set tie-breaker=low-cost --save-as new.yaml", 3),
          ("framework new new.yaml", 4),
      )),
    *(Fault(f"{setting} cd360 {words} >/dev/null")
      for setting in ("env -u HOME", "env -i PYTHON=\"$PYTHON\" PATH=\"$PATH\"", "LC_ALL=C",
                      "LC_ALL=POSIX PYTHONCOERCECLOCALE=0 PYTHONUTF8=0", "TERM=", "TERM=unknown",
                      "PYTHONIOENCODING=cp1252", "PYTHONIOENCODING=ascii", "COLUMNS=20",
                      "COLUMNS=500", "COLUMNS=0", "COLUMNS=-1", "COLUMNS=x", "TZ=Nowhere/None")
      for words in ("recommend acme.yaml", "explain acme.yaml", "team team", "framework show",
                    "compare acme.yaml team/anna.yaml", "--help")),
)  # fmt: skip


def run(line: str, folder: Path, **more: str) -> Done:
    """Run a line in a shell, in a folder."""
    # A limit on the size of files would cut off what Python compiles meanwhile, and for good.
    compiled = {"PYTHONDONTWRITEBYTECODE": "1"}
    environment = {
        **os.environ, **compiled, "PYTHON": sys.executable, "LC_ALL": "en_US.UTF-8", **more
    }  # fmt: skip
    done = subprocess.run(
        ["bash", "-c", SHELL + with_env(line)], cwd=folder,
        env=environment, capture_output=True, check=False, timeout=60,
    )  # fmt: skip
    out, err = (each.decode(errors="replace") for each in (done.stdout, done.stderr))
    return Done(done.returncode, out, err)


def with_env(line: str) -> str:
    """`env` knows no functions, so after it stands what `cd360` does."""
    if line.startswith("env "):
        return line.replace(" cd360 ", ' "$PYTHON" -m cd360_cli ', 1)
    return line


def wrong(fault: Fault, folder: Path) -> list[str]:
    """What came of a fault that should not have; nothing where all is well."""
    before = held(folder)
    done = run(fault.line, folder)
    after = held(folder)
    # The shell may itself complain of a stream that was closed.
    found = []
    if done.code != fault.code:
        found.append(f"left with {done.code} instead of {fault.code}")
    if "Traceback" in done.err + done.out or "Exception ignored" in done.err:
        found.append("traceback")
    if fault.says not in done.err:
        found.append(f"does not say {fault.says!r}")
    if fault.code in (2, 3, 4) and done.out:
        found.append("a message on standard output")
    if {path: after.get(path) for path in before} != before:
        found.append("a file was lost or changed")
    if any(path.endswith(".part") for path in after):
        found.append("something was left behind")
    for path in after.keys() - before.keys():
        (folder / path).unlink()
    return [f"{fault.line}: {what}\n{done.err}" for what in found]


def held(folder: Path) -> dict[str, bytes]:
    """All files, by their path."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }
