"""Hostile words, hostile bytes and faults, as many as fit, and what came of them.

    pip install -e '.[dev]' atheris
    python benchmarks/reliability.py [seconds each reader is fuzzed] [share of the strings: 1/n]

Writes docs/reliability.md. With 1/n of the strings, each of them still goes through every n-th
output, others through others; strings of our own go through all. Leaves with 1 where anything
went wrong, after telling what.
"""

import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

import faults
import naughty_strings as naughty
import steps
from naughty_cards import trouble_on_cards
from writers import WRITERS, Writer, furnish

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs/reliability.md"
READERS = ("framework", "assessment", "code", "export")
OUTPUTS = (*naughty.OF_ASSESSMENTS, *naughty.OF_FRAMEWORKS)
LINES = (*naughty.OF_WORDS, *naughty.OF_EXPORTS)


class Tried(NamedTuple):
    """How often something was tried, and what went wrong."""

    count: int
    wrong: list[str]


def chosen(at: int, share: int) -> list[str]:
    """The strings that go through the output at a place in the list."""
    return [*naughty.LISTED[at % share :: share], *naughty.MORE]


def try_output(at: int, share: int) -> Tried:
    """Strings through one output."""
    output, wrong = OUTPUTS[at], []
    words = chosen(at, share)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.chdir(folder)
        expected = naughty.shape(output, folder)
        for word in words:
            for left in folder.glob("new.*"):
                left.unlink()
            found = naughty.trouble(output, word, folder, expected)
            wrong += [f"{output.words}: {word[:60]!r}: {what}" for what in found]
    return Tried(len(words), wrong)


def try_line(at: int, share: int) -> Tried:
    """Strings through one line that takes a word or an export."""
    wrong, words = [], chosen(at, share)
    for word in words:
        with tempfile.TemporaryDirectory() as name:
            os.chdir(name)
            found = naughty.trouble_with_line(LINES[at], word, Path(name))
            wrong += [f"{LINES[at]}: {word[:60]!r}: {what}" for what in found]
    return Tried(len(words), wrong)


def try_cards(at: int, share: int) -> Tried:
    """Strings on the cards of an interview."""
    wrong, words = [], chosen(at, share)
    for word in words:
        with tempfile.TemporaryDirectory() as name:
            found = trouble_on_cards(word, Path(name))
            wrong += [f"cards: {word[:60]!r}: {what}" for what in found]
    return Tried(len(words), wrong)


def fuzz(reader: str, seconds: int) -> Tried:
    """Bytes into one reader."""
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            [sys.executable, str(ROOT / "benchmarks/fuzz.py"), reader, str(seconds)], cwd=folder,
            stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False,
        )  # fmt: skip
    runs = re.search(r"number_of_executed_units: (\d+)", done.stderr)
    wrong = [f"{reader}: {done.stderr[-2000:]}"] if done.returncode or not runs else []
    return Tried(int(runs[1]) if runs else 0, wrong)


def inject(some: Iterable[faults.Fault]) -> list[str]:
    """What went wrong in lines with a fault, in a folder of their own."""
    with tempfile.TemporaryDirectory() as name:
        furnish(Path(name))
        return [what for fault in some for what in faults.wrong(fault, Path(name))]


class Writes(NamedTuple):
    """What came of all that can go wrong while a writer writes, by what that is."""

    steps: int
    at_steps: Tried
    from_the_start: Tried
    by_two: Tried
    skipped: frozenset[str]


def try_writer(writer: Writer) -> Writes:
    """A writer in every trouble, at every step."""
    usual, skipped = steps.calm(writer), set()
    at_steps = [
        steps.wrong_at(writer, trouble, at, usual)
        for trouble in steps.TROUBLES
        for at in range(1, usual.steps + 1)
    ]
    from_the_start = []
    for trouble in (*steps.STARTS, *steps.DISKS):
        try:
            from_the_start.append(steps.wrong_from_the_start(writer, trouble, usual))
        except PermissionError:
            skipped.add(trouble)
    by_two = [steps.wrong_by_two(writer, usual) for _ in range(3)]
    tried = [
        Tried(len(runs), [what for wrong in runs for what in wrong])
        for runs in (at_steps, from_the_start, by_two)
    ]
    return Writes(usual.steps, *tried, frozenset(skipped))


def sum_of(tried: Iterable[Tried]) -> Tried:
    """All of them together."""
    every = list(tried)
    return Tried(sum(each.count for each in every), [w for each in every for w in each.wrong])


def main(seconds: int, share: int) -> int:
    """Try everything, write the page, and tell what went wrong."""
    begin = time.monotonic()
    with ProcessPoolExecutor(2) as pool:
        words = sum_of(
            [
                *pool.map(try_output, range(len(OUTPUTS)), [share] * len(OUTPUTS)),
                *pool.map(try_line, range(len(LINES)), [share] * len(LINES)),
            ]
        )
        cards = sum_of(pool.map(try_cards, [0, 1], [share] * 2))
    with ThreadPoolExecutor(2) as pool:
        fuzzed = dict(zip(READERS, pool.map(fuzz, READERS, [seconds] * len(READERS)), strict=True))
        halves = [faults.FAULTS[::2], faults.FAULTS[1::2]]
        around = Tried(len(faults.FAULTS), [w for each in pool.map(inject, halves) for w in each])
    with ProcessPoolExecutor(2) as pool:
        writes = [*pool.map(try_writer, WRITERS)]
    at_steps = sum_of(each.at_steps for each in writes)
    from_the_start = sum_of(each.from_the_start for each in writes)
    by_two = sum_of(each.by_two for each in writes)
    skipped = sorted({trouble for each in writes for trouble in each.skipped})
    left_out = f" (not permitted where this ran: {', '.join(skipped)})" if skipped else ""
    cases = naughty.yaml_cases()
    read = [case for case in cases if naughty.is_read(case)]
    lenient = sum(bool(case.get("fail")) for case in read)
    every = (words, cards, *fuzzed.values(), around, at_steps, from_the_start, by_two)
    wrong = sum_of(every).wrong
    lost = [each for each in wrong if "lost or changed" in each]
    traced = [each for each in wrong if "traceback" in each.lower()]
    runs = "\n".join(
        f"| inputs to the reader of {of}, in {seconds} s | {each.count:,} |"
        for of, each in fuzzed.items()
    )
    PAGE.write_text(
        f"""# Reliability

`python benchmarks/reliability.py {seconds} {share}` pushes hostile words through every text field
into every output, hostile bytes into every reader, and breaks what is around the command. This
page is what it measured; the tests hold a sample of each.

| | |
|---|---:|
| strings of the Big List of Naughty Strings | {len(naughty.LISTED)} |
| strings of our own: escape sequences, markup, formulas, lengths | {len(naughty.MORE)} |
| outputs of texts in assessments and frameworks | {len(OUTPUTS)} |
| lines that take words or read an export | {len(LINES)} |
| strings x outputs and lines tried | {words.count:,} |
| strings on cards | {cards.count} |
{runs}
| cases of the YAML test suite: read, refused | {len(read)}, {len(cases) - len(read)} |
| of those not well-formed, read all the same (as libyaml does) | {lenient} |
| faults around the real command | {around.count} |
| lines that write files, of every command that does | {len(WRITERS)} |
| steps in which they change anything on the disk | {sum(each.steps for each in writes)} |
| troubles at each of these steps, one by one | {at_steps.count} |
| troubles from the start | {from_the_start.count} |
| two at once | {by_two.count} |
| **files lost or changed** | **{len(lost)}** |
| **tracebacks** | **{len(traced)}** |
| **anything else that went wrong** | **{len(wrong) - len(set(lost + traced))}** |

Each string stands in all text fields at once: company, respondent, role, every note and source of
an assessment; every text and the version of a framework; header, name, company and answer of an
export. Of the listed strings one in {share} goes through each output, others through others.
Checked is: the exit code; no character on the screen, in a message or in printed JSON that steers
a terminal, and the company there to the letter; on cards no sequence but those that move, colour
and clear, and the words there, also in a note that is being changed; the same elements in HTML, no
script or link in SVG, the same headings, items and rows in Markdown; no cell that a spreadsheet
computes; files and JSON that give back exactly what went in.

Bytes are steered by coverage (atheris) from sound examples; each input has to be data or a refusal
that can be told. The faults around the command: streams closed or full before the start, a reader
that leaves, a limit on the size of files, no home, no locale, other encodings, terminals of no, 20
and 500 columns. Every line that writes files is run once without trouble, and then once for each
step (a file opened, synced, renamed, linked, a folder made) with each of these happening there:
{", ".join(steps.TROUBLES)}. From the start: {", ".join((*steps.STARTS, *steps.DISKS))};
the disks are small real ones{left_out}.
Checked is: the exit code, a message of one or two lines, every file as it was or whole and new
(rows of `batch`: whole lines, to be gone on with), and nothing left behind but by a kill. A wrong
clock only misdates a new assessment: `tests/test_faults.py`. Saves killed at random:
`tests/test_keeper.py`, `tests/test_terminal.py` and [killed.md](killed.md). Whether the tests of
the heart notice changed code: 2798 of 2880 mutants, the others being equivalent
([mutation.md](mutation.md)).

## Limits

| what | at most |
|---|---|
| a framework or an assessment | 4 MiB, 32 levels, 20,000 values |
| an export of a form product | 32 MiB, 4,096 columns |
| a code | four times its length |

Took {time.monotonic() - begin:.0f} s on two cores that others used as well.
"""
    )
    print(PAGE.read_text(), *wrong, sep="\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    numbers = [int(word) for word in sys.argv[1:]]
    raise SystemExit(main(*(numbers + [60, 1][len(numbers) :])))
