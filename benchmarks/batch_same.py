"""Score a table by `cd360 batch`, and each of its rows by `recommend`: the same to the byte?

    python benchmarks/batch_same.py [ROWS]

100,000 rows unless said; one in a hundred is not understood. Ends with 1 where any differs.
"""

import subprocess
import sys
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from respondents import write_table

from cd360_cli import framework_file
from cd360_cli.assessment import FORMAT, Answer, Assessment, FrameworkName
from cd360_cli.crew import cores, in_order
from cd360_cli.framework import Framework
from cd360_cli.recommendation import recommend
from cd360_cli.respondent_row import columns, row, unscored
from cd360_cli.row_form import FORMS

EVERY = 100
WRONG = "nonsense"


def write_with_mistakes(framework: Framework, source: Path, rows: int) -> None:
    """A table of which one row in a hundred is not understood."""
    write_table(framework, source, rows)
    header, *lines = source.read_text().splitlines()
    for n in range(0, len(lines), EVERY):
        lines[n] = f"{lines[n].rpartition(',')[0]},{WRONG}"
    source.write_text("\n".join([header, *lines, ""]))


def row_of(framework: Framework, headers: list[str], numbered: tuple[int, str]) -> str:
    """What `recommend` makes of a line of the table, as a row of CSV."""
    number, line = numbered
    cells = dict(zip(headers, line.split(","), strict=True))
    who = cells.pop("respondent")
    wrong = [(q, "unknown-answer") for q, cell in cells.items() if cell == WRONG]
    if wrong:
        values = unscored(framework, number, who, wrong)
    else:
        name = FrameworkName(framework.id, framework.version)
        answers = {q: Answer(tuple(c.split("+"))) for q, c in cells.items() if c}
        made = Assessment(FORMAT, name, "", "", respondent=who, answers=answers)
        values = row(number, recommend(framework, made))
    return FORMS["csv"].ending(columns(framework), values)


def main(rows: int) -> None:
    """Compare them, and say how many are the same."""
    framework = framework_file.load().framework
    with TemporaryDirectory() as folder:
        source, target = Path(folder, "answers.csv"), Path(folder, "rows.csv")
        write_with_mistakes(framework, source, rows)
        header, *lines = source.read_text().splitlines()
        command = [sys.executable, "-m", "cd360_cli", "batch", str(source), "-o", str(target)]
        subprocess.run(command, stderr=subprocess.DEVNULL, check=False)
        _, *found = target.read_text().splitlines()
    single = in_order(partial(row_of, framework, header.split(",")), enumerate(lines, 1), cores())
    same = sum(one == other for one, other in zip(found, single, strict=True))
    print(f"{same:,} of {rows:,} rows are the same to the byte")
    raise SystemExit(same != rows)


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 100_000)
