"""Throw bytes at one reader for some seconds; atheris steers them by the code that they reach.

    python benchmarks/fuzz.py framework|assessment|code|export [seconds]

Prints the number of inputs tried. Stops with a traceback at the first that is neither data nor a
refusal. Needs `pip install atheris`.
"""

import sys
import tempfile
from contextlib import suppress
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["cd360_cli"]):
    from cd360_cli import assessment_file, framework_file, response_file
    from cd360_cli.answer_code import decode, encode
    from cd360_cli.document import read
    from cd360_cli.framework_check import framework_of
    from cd360_cli.problems import Refused
    from cd360_cli.response_headers import named
    from cd360_cli.responses import columns
    from cd360_cli.texts.problems import lines

ROOT = Path(__file__).parents[1]
FRAMEWORK = framework_file.load().framework


def framework(content: bytes) -> None:
    """A framework file."""
    document = read(content, "x", "framework")
    try:
        framework_of(document.data)
    except Refused as refused:
        raise framework_file.located(refused, document) from None


def assessment(content: bytes) -> None:
    """An assessment file, as YAML or JSON; the file that a form makes is one."""
    assessment_file.parse(content, "x", FRAMEWORK, older=True)


def code(content: bytes) -> None:
    """A code of answers."""
    decode(FRAMEWORK, content.decode("utf-8", "replace"))


def export(content: bytes) -> None:
    """A form product's export."""
    sheet = response_file.parse(content, "x")
    columns(FRAMEWORK, sheet.header.cells, named(sheet.header.cells, []))


READERS = {each.__name__: each for each in (framework, assessment, code, export)}


def seeds(reader: str) -> list[bytes]:
    """Sound inputs to begin with."""
    examples = sorted((ROOT / "examples").glob("*.yaml"))
    if reader == "framework":
        return [(ROOT / "data/template.yaml").read_bytes()]
    if reader == "assessment":
        sheets = [assessment_file.load(path, FRAMEWORK) for path in examples]
        texts = [assessment_file.as_json(sheet).encode() for sheet in sheets]
        return [*texts, *(path.read_bytes() for path in examples)]
    if reader == "code":
        return [encode(FRAMEWORK, assessment_file.load(p, FRAMEWORK)).encode() for p in examples]
    return [path.read_bytes() for path in (ROOT / "tests/responses").glob("*.csv")]


def main(reader: str, seconds: int) -> None:
    """Fuzz a reader."""

    def once(content: bytes) -> None:
        with suppress(Refused):
            try:
                READERS[reader](content)
            except Refused as refused:
                "\n".join(lines(refused, "nl")).encode()
                raise

    with tempfile.TemporaryDirectory() as folder:
        for n, seed in enumerate(seeds(reader)):
            (Path(folder) / str(n)).write_bytes(seed)
        options = [f"-max_total_time={seconds}", "-print_final_stats=1", "-max_len=200000"]
        atheris.Setup([sys.argv[0], *options, "-timeout=20", folder], once)
        atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]) if sys.argv[2:] else 60)
