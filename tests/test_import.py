"""`cd360 import` as people and scripts use it: files, streams, exit codes."""

import json
import re
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest
from conftest import ROOT
from here import cd360

from cd360_cli import assessment_file, streams
from cd360_cli.assessment import Assessment
from cd360_cli.commands.import_responses import Choices, run
from cd360_cli.framework import Framework
from cd360_cli.problems import Refused
from cd360_cli.render.responses import letters

FIXTURES = ROOT / "tests/responses"
HEAD = "company,name,customer-type,tie-breaker,use-level\n"


class Done:
    """What a run in this process left behind."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err


Do = Callable[..., Done]


@pytest.fixture
def do(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Do:
    def do(content: str | bytes | Path, **choices: object) -> Done:
        path = content if isinstance(content, Path) else tmp_path / "in.csv"
        if isinstance(content, (str, bytes)):
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        as_json = bool(choices.pop("as_json", False))
        language = str(choices.pop("language", "en"))
        how = Choices(tmp_path / "out", **choices)  # type: ignore[arg-type]
        code = streams.DONE
        try:
            run(path, how, framework=None, asked=language, as_json=as_json)
        except SystemExit as end:
            code = int(str(end.code))
        printed = capsys.readouterr()
        return Done(code, printed.out, printed.err)

    return do


def names(folder: Path) -> Sequence[str]:
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


def test_an_export_becomes_private_files_that_recommend_reads(tmp_path: Path) -> None:
    """One line a file on standard output, each file for its owner alone; all understood: exit 0."""
    folder = tmp_path / "new" / "answers"
    done = cd360("import", str(FIXTURES / "google-sheet.nl.csv"), "-o", str(folder))
    assert done.code == 0, done.err
    expected = ["bakkerij-jansen-anna-de-vries.cd360.yaml", "bakkerij-jansen-bram.cd360.yaml"]
    assert done.out == "".join(f"{folder / name}\n" for name in expected)
    assert names(folder) == expected
    assert all(path.stat().st_mode & 0o777 == 0o600 for path in folder.iterdir())
    assert f"Written to {folder}: 2 of 2 responses." in done.err
    result = json.loads(cd360("recommend", str(folder / expected[0]), "--json").out)
    assert result["assessment"]["company"] == "Bakkerij Jansen"
    assert result["assessment"]["language"] == "nl"
    assert result["coverage"]["strategy_questions"]["answered"] == 3


def test_what_is_not_understood_is_told_by_row_and_column_and_the_rest_is_kept(
    tmp_path: Path,
) -> None:
    """Exit 3, each remark with line, row, column, what was found and the right spelling."""
    source = FIXTURES / "google-download.csv"
    done = cd360("import", str(source), "-o", str(tmp_path / "out"))
    assert done.code == 3
    assert len(done.out.splitlines()) == len(names(tmp_path / "out")) == 3
    assert f"{source}:1: column L (Any remarks?): no question of this questionnaire" in done.err
    assert (
        f"{source}:5: row 4, column F (Which kind of customer does this company attract most "
        "stron…): `The customer who wants the most advancd there is` is no answer to this "
        "question; expected the text of an answer, a number from 1 to 4, or “don't know”; did you "
        "mean `The customer who wants the most advanced there is`?\n"
    ) in done.err
    assert "E-mail addresses are left out" in done.err
    assert "acme.example" not in done.out + done.err
    kept = (tmp_path / "out" / "acme-chris.cd360.yaml").read_text()
    assert "tie-breaker: low-cost" in kept
    assert "customer-type" not in kept


REMARKS = {
    "Which": "no question of this questionnaire; not imported",
    "custmer-type": "no question of this questionnaire; not imported; did you mean "
    "`customer-type`?",
    "likelyprize[other]": "no option of question `likely-prize` that cd360 knows; not imported",
    "[customertype] Which story do customers": "this may be any of several questions "
    "(customer-type, story-told); not imported. Use the id or the full text of one",
    "who-decides": "`9` is no answer to this question; expected the text of an answer, a "
    "number from 1 to 4, or “don't know”",
    "use-level": "LimeSurvey's own code `A2` does not tell a level; expected full answers, or "
    "codes from 0 to 4",
    "tie-breaker": "more than two options (`1;2;3`); expected one, or two that fit equally well",
    "interest-level": "more than one answer (`1;2`); expected one at this question",
    "story-told": "the same option twice (`1;1`); expected it once",
    "market-gap": "an answer together with don't know or not applicable (`1;n/a`); expected one "
    "or the other",
    "4. Market-gap": "`low-price` differs from the answer in an earlier column with this question; "
    "neither is imported",
    "likelyprize_SQ001": "`perhaps` does not say whether this option is ticked; expected Y, Yes, "
    "N, No or nothing",
    "Timestamp": "`soon` is no date; expected one such as 2026-11-22; dated TODAY where no other "
    "column has one",
}


def test_every_remark_says_what_was_found_and_what_was_expected(do: Do) -> None:
    """Word for word, at its own row and column."""
    cells = ["", "1", "", "1", "9", "A2", "1;2;3", "1;2", "1;1", "1;n/a", "", "perhaps", "soon"]
    rows = [
        ["company", "public-theme", *REMARKS],
        ["Acme", "1", *cells],
        ["Acme", "1", *["" for _ in cells]],
        ["Acme", "1", *["" for _ in cells]],
    ]
    rows[2][rows[0].index("market-gap")] = "2"
    rows[2][rows[0].index("4. Market-gap")] = "1"
    found = do("\n".join(",".join(row) for row in rows) + "\n")
    assert found.code == 3
    for header, remark in REMARKS.items():
        at = rows[0].index(header)
        row = "" if at < 6 else "row 3, " if header == "4. Market-gap" else "row 2, "
        place = f"{row}column {letters(at)} ({header}): "
        said = remark.replace("TODAY", date.today().isoformat())
        assert f"{place}{said}\n" in found.err
    assert "row 4" not in found.err


def test_json_lists_every_row_with_what_became_of_it(do: Do, tmp_path: Path) -> None:
    """One document on standard output whose keys never vary, and nothing else there."""
    found = do(HEAD + "Acme,Jan,1,2,3\nAcme,,nonsense,1;2;3,\n,,1,1,1\n", as_json=True)
    assert found.code == 3
    document = json.loads(found.out)
    assert (document["schema"], document["problems"]) == ("cd360/import/1", [])
    assert [(row["row"], row["answers"]) for row in document["rows"]] == [(2, 3), (3, 0), (4, 0)]
    assert [row["file"] for row in document["rows"]] == [
        str(tmp_path / "out/acme-jan.cd360.yaml"), None, None,
    ]  # fmt: skip
    problems = [problem for row in document["rows"] for problem in row["problems"]]
    assert [problem["kind"] for problem in problems] == [
        "no-answers", "unknown-cell", "several-picks", "no-company",
    ]  # fmt: skip
    keys = {"kind", "line", "column", "header", "found", "message", "nearest"}
    assert all(set(problem) == keys for problem in problems)
    assert (problems[1]["column"], problems[1]["header"]) == ("C", "customer-type")
    assert (problems[1]["found"], problems[1]["line"]) == ("nonsense", 3)


def test_a_dry_run_tells_the_same_and_writes_nothing(do: Do, tmp_path: Path) -> None:
    """The same lines as the run itself, also for a file that is there already."""
    table = HEAD + "Acme,Jan,1,2,3\nAcme,Jan,1,2,3\nAcme,,1,2,3\nAcme,Ann 5,1,2,3\n"
    dry = do(table, dry_run=True)
    assert names(tmp_path / "out") == []
    real = do(table)
    assert (dry.code, dry.out) == (real.code, real.out)
    assert "Nothing was written" in dry.err
    assert names(tmp_path / "out") == [
        "acme-4.cd360.yaml", "acme-ann-5.cd360.yaml", "acme-jan-3.cd360.yaml",
        "acme-jan.cd360.yaml",
    ]  # fmt: skip
    assert do(table, dry_run=True).err.count("exists already") == 4


def test_no_file_is_ever_overwritten(do: Do, tmp_path: Path) -> None:
    """A name that is taken is told with its row; rows that came since are written."""
    do(HEAD + "Acme,Jan,1,2,3\n")
    file = tmp_path / "out/acme-jan.cd360.yaml"
    file.write_text("mine")
    (tmp_path / "out/acme-loose.cd360.yaml").symlink_to(tmp_path / "nowhere")
    again = do(HEAD + "Acme,Jan,1,2,3\nAcme,Loose,1,2,3\nAcme,New,1,2,3\n")
    assert (again.code, again.out) == (3, f"{tmp_path}/out/acme-new.cd360.yaml\n")
    kept = "exists already and stays as it is; remove it first, or choose another name"
    assert f"in.csv:2: row 2, {file}: {kept}" in again.err
    assert "row 3" in again.err
    assert file.read_text() == "mine"
    assert not (tmp_path / "nowhere").exists()
    assert not [name for name in names(tmp_path / "out") if name.startswith(".")]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"PK\x03\x04", "an Excel workbook or a zip file"),
        ("name,age\nJan,3\n", "0 of 2; expected at least 3. A header is the id of a question "
         "(`customer-type`) or its text (`Which kind of customer does this company attract most "
         "strongly?`)"),
        ("customer-type,tie-breaker,use-level\n1,1,1\n", "column `Company`, or use --company"),
        (HEAD, "only headers"),
        ("", "no rows"),
        (HEAD + '"Acme,1\n', "look at the quotes"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_export_of_this_questionnaire_is_refused(
    do: Do, tmp_path: Path, content: str | bytes, said: str
) -> None:  # fmt: skip
    """Before anything is written, with what to do."""
    with pytest.raises(Refused) as caught:
        do(content)
    from cd360_cli.texts.problems import lines

    assert any(said in line for line in lines(caught.value, "en"))
    assert all(lines(caught.value, "nl"))
    assert names(tmp_path / "out") == []


@pytest.mark.parametrize(
    "dialect",
    [
        lambda text: text,
        lambda text: "\ufeff\ufeff" + text.replace("\n", "\r\n"),
        lambda text: text.replace("\n", "\r"),
        lambda text: text.replace("\n", "\r", 1).replace("\n", "\r\n"),
        lambda text: '"' + text.replace(",", '","').replace("\n", '"\r\n"')[:-1],
        lambda text: text.replace(",", ";").rstrip("\n"),
    ],
    ids=("Unix", "BOMs, Windows", "old Mac", "mixed", "quotes", "semicolons, no end"),
)
def test_an_export_gives_the_same_files_however_its_lines_end(
    do: Do, tmp_path: Path, dialect: Callable[[str], str]
) -> None:
    """Line ends, byte order marks and quotes are the spreadsheet's business."""
    assert do(dialect(f"{HEAD}Acme,Ann,1,2,3\nAcme,Bo,2,1,0\n")).code == 0
    assert names(tmp_path / "out") == ["acme-ann.cd360.yaml", "acme-bo.cd360.yaml"]


def test_a_refused_file_is_one_line_on_standard_error_and_exit_3(tmp_path: Path) -> None:
    """As with any input; a missing folder is a usage error."""
    path = tmp_path / "x.csv"
    path.write_text("a,b\n1,2\n")
    done = cd360("import", str(path), "-o", str(tmp_path / "out"), "--lang", "nl")
    assert (done.code, done.out) == (3, "")
    assert done.err.startswith(f"{path}:1: kolommen met antwoorden op deze vragenlijst: 0 van 2")
    assert cd360("import", str(path)).code == 2
    assert cd360("import", str(path), "-o", "x", "--lang", "nll").code == 2


def test_a_row_with_more_cells_than_headers_is_left_out(do: Do) -> None:
    """Its answers may have shifted; cells that are merely missing or empty are no problem."""
    found = do(HEAD + "Acme,Jan,1,2,3,4\nAcme,Piet,1\nAcme,Kees,1,2,3,,\n")
    assert found.code == 3
    assert found.err.startswith("/")
    assert "row 2: 6 cells under 5 headers; not imported, as answers may have shifted" in found.err
    assert [Path(line).name for line in found.out.splitlines()] == [
        "acme-piet.cd360.yaml", "acme-kees.cd360.yaml",
    ]  # fmt: skip


def test_company_and_addresses_go_by_the_options(
    do: Do, tmp_path: Path, framework: Framework
) -> None:
    """--company holds for every row; --keep-email makes the address the respondent."""
    table = "E-mail;Company;customer-type;tie-breaker;use-level\na@b.example;Acme;1;2;3\n"
    do(table, company="Beta Café", keep_email=True)
    (path,) = (tmp_path / "out").iterdir()
    assert path.name == "beta-cafe-a-b-example.cd360.yaml"
    found: Assessment = assessment_file.load(path, framework)
    assert (found.company, found.respondent) == ("Beta Café", "a@b.example")


DATED = "Timestamp," + HEAD + "05/06/2026 9:14,Acme,A,1,2,3\n7/8/2026 9:14,Acme,B,1,2,3\n"


def test_dates_that_may_be_two_days_are_refused_until_their_order_is_told(
    do: Do, tmp_path: Path
) -> None:
    """Neither order is guessed, nor is anything written that would have to be written anew."""
    path = tmp_path / "dated.csv"
    path.write_text(DATED)
    refused = cd360("import", str(path), "-o", str(tmp_path / "out"))
    assert (refused.code, refused.out, names(tmp_path / "out")) == (3, "", [])
    assert refused.err == (
        f"{path}:1: column A (Timestamp): either number in `05/06/2026 9:14` may be the month, and "
        "no other date in this column shows which; nothing was written. Add --dates day-first or "
        "--dates month-first\n"
    )
    orders = {
        "day-first": ("2026-06-05", "2026-08-07"),
        "month-first": ("2026-05-06", "2026-07-08"),
    }
    for order, days in orders.items():
        folder = tmp_path / order
        done = cd360("import", str(path), "-o", str(folder), "--dates", order)
        assert done.code == 0
        assert f"`05/06/2026 9:14` is read as {days[0]}, and every date in this" in done.err
        for name, day in zip("ab", days, strict=True):
            assert f"date: '{day}'" in (folder / f"acme-{name}.cd360.yaml").read_text()


def test_a_column_of_dates_that_decides_itself_is_not_overruled(do: Do) -> None:
    """--dates speaks for what is undecided; which order was read is said where it matters."""
    decided = do(DATED + "22/8/2026,Acme,C,1,2,3\n", dates="month-first")
    assert decided.code == 0
    assert "column A (Timestamp): `05/06/2026 9:14` is read as 2026-06-05, and" in decided.err
    clear = do("Timestamp," + HEAD + "22/8/2026,Acme,D,1,2,3\n6-6-2026,Acme,E,1,2,3\n")
    assert clear.code == 0
    assert "is read as" not in clear.err


def test_columns_that_are_named_are_left_out_and_no_longer_told(do: Do, tmp_path: Path) -> None:
    """By their header, or by its beginning as our own remark shows it; also a question's."""
    remark = "Is there anything else that you would like to tell us about the way we work?"
    table = f"{HEAD.strip()},Any remarks?,{remark},who-decides\nAcme,Jan,1,2,3,fine,,1\n"
    told = do(table, dry_run=True)
    assert told.code == 3
    assert "with --ignore HEADER.\n" in told.err
    shown = told.err.split("column G (")[1].split(")")[0]
    assert shown.endswith("…")
    done = do(table, ignored=("any remarks", shown, "tie-breaker"))
    assert done.code == 0
    assert not any(words in done.err for words in ("no question", "--ignore"))
    assert "tie-breaker" not in (tmp_path / "out/acme-jan.cd360.yaml").read_text()


def test_a_column_to_leave_out_that_is_not_there_is_refused(tmp_path: Path) -> None:
    """Every such name at once, with the nearest header: exit 2, and nothing is written."""
    path = tmp_path / "in.csv"
    path.write_text(f"{HEAD.strip()},Any remarks?\nAcme,Jan,1,2,3,fine\n")
    words = ("--ignore", "Any remark", "--ignore", "...", "--ignore", "Any remarks?")
    done = cd360("import", str(path), "-o", str(tmp_path / "out"), *words)
    assert (done.code, done.out, names(tmp_path / "out")) == (2, "", [])
    assert done.err == (
        "--ignore: Any remark: no column has this header; did you mean `Any remarks?`?\n"
        "--ignore: ...: no column has this header\n"
    )


def test_levels_that_a_form_counts_from_one_are_not_imported(do: Do, tmp_path: Path) -> None:
    """One answer beyond the last level tells on its column and the others with levels."""
    table = "company,customer-type,tie-breaker,use-level,interest-level\nAcme,1,2,1,5\n"
    found = do(table)
    assert found.code == 3
    assert (
        "in.csv:1: column D (use-level): the answers to this question are numbered from 0 to 4, "
        "but `5` in column E shows that the form counts otherwise; not imported."
    ) in found.err
    assert "level" not in (tmp_path / "out/acme-2.cd360.yaml").read_text().split("answers:")[1]


HOSTILE = {
    "NUL in a cell": ("Acme,Jan,\0,2,3\n", "row 2, column C (customer-type): `\ufffd` is no"),
    "NUL in a name": ("Acme,J\0an\x1b,1,2\n", "row 2: 4 cells under 5 headers"),
    "a long cell": (f"Acme,Jan,{'x' * 9999},2,3\n", f"column C (customer-type): `{'x' * 59}…`"),
    "a short row": ("Acme,Jan,1\n", "row 2: 3 cells under 5 headers; what is missing counts as"),
    "a broken line": ('"Acme","Jan\nof ""Acme""",1,2,?\n', "row 2, column E (use-level): `?`"),
}  # fmt: skip


@pytest.mark.parametrize(("row", "said"), HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_a_bad_cell_is_told_by_its_row_and_the_rest_is_imported(
    do: Do, tmp_path: Path, framework: Framework, row: str, said: str, encoding: str
) -> None:
    """In every encoding that a spreadsheet saves; what is written can be read again."""
    found = do((HEAD + row + "Acme,Piet,1,2,3\n").encode(encoding))
    assert found.code == 3
    assert said in found.err
    assert len(names(tmp_path / "out")) == 2
    for path in (tmp_path / "out").iterdir():
        made = assessment_file.load(path, framework)
        assert made.answers
        assert (made.company + made.respondent).replace(" ", "").replace('"', "").isalpha()


def test_respondents_of_one_name_each_get_a_file(do: Do, tmp_path: Path) -> None:
    """Also where somebody's own name looks like the row that would tell another apart."""
    rows = ["Jan", "Jan", "jan 3", "Jan 6", "JAN", "J" * 70, "J" * 71]
    found = do(HEAD + "".join(f"Acme,{name},1,2,3\n" for name in rows))
    assert (found.code, len(names(tmp_path / "out"))) == (0, len(rows))
    assert "acme-jan-6-6.cd360.yaml" in names(tmp_path / "out")


def test_a_question_that_is_asked_twice_is_told_and_no_problem(do: Do) -> None:
    """With both columns by their letters; as nothing is lost, exit 0."""
    found = do("company,customer-type,tie-breaker,use-level,use-level\nAcme,1,2,3,\n")
    assert found.code == 0
    assert (
        "column E (use-level): question `use-level` stands in column D too; in each row the "
        "column that is filled in counts"
    ) in found.err


def test_what_would_steer_a_terminal_is_shown_not_obeyed(do: Do) -> None:
    """Neither a header nor a cell writes escape sequences or lines of its own."""
    found = do(HEAD.strip() + ",\x1b[31mred\nAcme,\x1b]0;x\x07,\x1b[2J,1,1,1\n")
    assert "\x1b" not in found.out + found.err
    assert "\x07" not in found.out + found.err


@pytest.mark.parametrize("dry", [(), ("--dry-run",)])
def test_a_file_where_the_folder_should_be_is_refused(tmp_path: Path, dry: tuple[str, ...]) -> None:
    """It is named wrongly: exit 2, in one line however many rows there are."""
    path = tmp_path / "in.csv"
    path.write_text(HEAD + "Acme,Jan,1,2,3\nAcme,Piet,1,2,3\n")
    done = cd360("import", str(path), "-o", str(path), *dry)
    assert (done.code, done.out) == (2, "")
    assert done.err == f"{path}: this is a file; expected a folder\n"


def test_a_folder_that_cannot_be_made_is_refused(tmp_path: Path) -> None:
    """Before any row, and without a traceback."""
    path = tmp_path / "in.csv"
    path.write_text(HEAD + "Acme,Jan,1,2,3\nAcme,Piet,1,2,3\n")
    done = cd360("import", str(path), "-o", str(path / "inner"))
    assert (done.code, done.out) == (2, "")
    said = "this folder cannot be made (Not a directory); name another one"
    assert done.err == f"{path}/inner: {said}\n"


def test_columns_have_the_letters_of_a_spreadsheet() -> None:
    """A to Z, then AA."""
    assert [letters(at) for at in (0, 25, 26, 51, 52, 701, 702)] == [
        "A", "Z", "AA", "AZ", "BA", "ZZ", "AAA",
    ]  # fmt: skip


@pytest.mark.parametrize("language", ["en", "nl"])
def test_who_answered_too_few_to_count_is_told_and_what_comes_next(do: Do, language: str) -> None:
    """Found out now, while colleagues can still be asked for the rest."""
    done = do(FIXTURES / "google-sheet.nl.csv", language=language)
    assert done.code == 0
    few = {
        "en": "Anna de Vries: 3 of the 18 strategy questions; 11 are needed to count.",
        "nl": "Anna de Vries: 3 van de 18 strategievragen; er zijn er 11 nodig om mee te tellen.",
    }
    assert few[language] in done.err.splitlines()
    last = done.err.splitlines()[-1]
    assert re.search(r": cd360 team \S+/out$", last)


def test_who_answered_enough_is_not_told_and_strangers_are_no_team(
    do: Do, framework: Framework
) -> None:
    """As many as are needed are enough; files about two companies make no team."""
    asked = [question for _, question in framework.strategy_questions]
    head = ",".join(["company", "name", *(q.id for q in asked)])
    options = [question.options[0].id for question in asked]
    rows = [
        ",".join([company, name, *options[:known], *[""] * (len(asked) - known)])
        for company, name, known in (("Acme", "Ann", framework.needed), ("Other", "Bo", 1))
    ]
    done = do("\n".join([head, *rows]))
    assert "Ann:" not in done.err
    assert "Bo: 1 of the 18 strategy questions" in done.err
    assert "cd360 team" not in done.err
