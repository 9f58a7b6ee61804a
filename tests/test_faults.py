"""What goes wrong around a command: streams closed, disks full, locales and terminals missing."""

from pathlib import Path

import pytest
from faults import NO_OUTPUT, Fault, furnish, run, wrong

SAMPLE = (
    Fault("cd360 --lang en recommend acme.yaml | head -0"),
    Fault("cd360 --help | head -0"),
    Fault("cd360 framework show | head -0"),
    Fault("cd360 recommend acme.yaml >&-", 2, NO_OUTPUT),
    Fault("cd360 --version >&-", 2, NO_OUTPUT),
    Fault("cd360 recommend gone.yaml 2>&-", 3),
    Fault("cd360 recommend - <&-", 3, "the file is empty"),
    Fault("cd360 assess new.yaml <&-", 2, "no terminal to ask on"),
    Fault("printf 'Acme\\n1\\n' | cd360 assess --plain new.yaml >&-", 130, "Saved. Go on with"),
    Fault("ulimit -f 1; cd360 report acme.yaml -o old.html", 2, "cannot be written"),
)
"""Those that once went wrong and one more; `benchmarks/reliability.py` tries them all."""


@pytest.mark.parametrize("fault", SAMPLE, ids=lambda fault: fault.line)
def test_what_goes_wrong_around_a_command_is_said_and_loses_nothing(
    fault: Fault, tmp_path: Path
) -> None:
    """The right exit code and message, no traceback, nothing misplaced, every file as it was."""
    furnish(tmp_path)
    assert wrong(fault, tmp_path) == []


@pytest.mark.parametrize("words", ["form -o new.html --company", "assess --plain new.yaml --role"])
def test_a_stray_byte_in_a_name_does_not_spoil_the_file(words: str, tmp_path: Path) -> None:
    """Such a byte reaches Python as half a character; written, nothing could read it again."""
    run(f"printf 'Acme\\n1\\n' | cd360 {words} $(printf 'A\\xff')", tmp_path)
    (file,) = tmp_path.glob("new.*")
    assert "A\N{REPLACEMENT CHARACTER}" in file.read_text()
    if file.suffix == ".yaml":
        assert run("cd360 recommend new.yaml", tmp_path).code == 0
