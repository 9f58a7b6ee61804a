"""Answers written in any way that products write them come back as the same answers."""

import csv
import io
import random
from collections.abc import Iterator, Sequence

import pytest
from conftest import ROOT
from hypothesis import given, settings
from hypothesis import strategies as st
from made import full_answers, made

from cd360_cli import assessment_file, framework_file
from cd360_cli.assessment import DONT_KNOW, NOT_APPLICABLE, Answer, Assessment, assessment_of
from cd360_cli.framework import Framework, Question
from cd360_cli.interview_keys import numbers_of
from cd360_cli.problems import Problem
from cd360_cli.render.questionnaire import as_csv
from cd360_cli.response_dates import order_of
from cd360_cli.response_file import load, parse
from cd360_cli.responses import Given, Matched, assessment_of_row, columns
from cd360_cli.shape import Text
from cd360_cli.texts import interview as ask
from cd360_cli.texts import problems as say

BUNDLED = framework_file.load().framework
TODAY = Given("2026-11-30")
Row = tuple[Assessment | None, list[Problem]]


def imported(framework: Framework, rows: Sequence[Sequence[str]], given: Given = TODAY) -> Row:
    """What the second of two rows holds."""
    return assessment_of_row(columns(framework, rows[0]), rows[1], given)


def fixture(name: str) -> tuple[Matched, list[Row]]:
    sheet = load(ROOT / "tests/responses" / name)
    matched = columns(BUNDLED, sheet.header.cells)
    orders = {at: order_of([row.cells[at] for row in sheet.rows]) for at in matched.fields["date"]}
    given = TODAY._replace(orders=orders)
    return matched, [assessment_of_row(matched, row.cells, given) for row in sheet.rows]


ANNA = {
    "customer-type": "special-case", "reason-to-stay": ("as-agreed", "known-wishes"),
    "tie-breaker": "customer-fit", "awareness-level": "2", "referral-share": "0",
    "ownership-access-position": "1",
}  # fmt: skip
BRAM = {
    "customer-type": DONT_KNOW, "reason-to-stay": NOT_APPLICABLE, "awareness-level": "4",
    "referral-share": DONT_KNOW,
}  # fmt: skip
CHRIS = {
    "tie-breaker": "low-cost", "awareness-level": "1", "referral-share": "3",
    "ownership-access-position": "5",
}  # fmt: skip

EXPORTS = {
    "google-download.csv": ("en", [
        ("Acme", "Anna de Vries", "Sales", "2026-11-20", "en", ANNA, []),
        ("Acme", "Bram", "", "2026-11-20", "en", BRAM, []),
        ("Acme", "Chris", "IT", "2026-11-21", "en", CHRIS,
         ["unknown-cell", "several-picks"]),
    ]),
    "google-sheet.nl.csv": ("nl", [
        ("Bakkerij Jansen", "Anna de Vries", "Directeur", "2026-11-09", "nl",
         {**ANNA, "reason-to-stay": ("known-wishes", "as-agreed")}, []),
        ("Bakkerij Jansen", "Bram", "", "2026-11-22", "nl", BRAM, []),
    ]),
    "microsoft.csv": ("en", [
        ("Acme", "", "Sales", "2026-11-09", "en", ANNA, []),
        ("Acme", "Bram", "", "2026-11-22", "en", BRAM, []),
    ]),
    "microsoft-excel.nl.csv": ("nl", [
        ("Bakkerij Jansen", "Anna de Vries", "", "2026-11-22", "",
         {**ANNA, "reason-to-stay": ("known-wishes", "as-agreed"), "awareness-level": "3",
          "interest-level": "3"}, []),
    ]),
    "limesurvey-codes.csv": ("", [
        ("Acme", "Anna", "", "2026-11-20", "nl", {**ANNA, "reason-to-stay": "as-agreed"}, []),
        ("Acme", "Bram", "", "2026-11-30", "en", {"customer-type": "early-adopter"}, []),
        ("Acme", "Chris", "", "2026-11-21", "en",
         {"customer-type": "cause-supporter", "reason-to-stay": "always-ahead",
          "referral-share": "3", "ownership-access-position": "5"},
         ["unknown-cell", "code-for-level"]),
    ]),
    "limesurvey-full.csv": ("en", [
        ("Acme", "", "", "2026-11-30", "en",
         {k: "as-agreed" if k == "reason-to-stay" else v for k, v in ANNA.items()
          if k != "tie-breaker"}, []),
    ]),
    "limesurvey-multiple.csv": ("", [
        ("Acme", "", "", "2026-11-20", "en",
         {"reason-to-stay": ("known-wishes", "as-agreed"), "tie-breaker": "customer-fit",
          "awareness-level": "2"}, []),
        ("Acme", "", "", "2026-11-20", "en",
         {"tie-breaker": "shared-cause", "awareness-level": "1"}, []),
        ("Acme", "", "", "2026-11-20", "en", {"awareness-level": "0"},
         ["several-picks", "unknown-tick"]),
    ]),
}  # fmt: skip


@pytest.mark.parametrize("name", EXPORTS)
def test_an_export_of_each_product_gives_the_answers_that_were_given(name: str) -> None:
    """Company, respondent, role, day, language and answers, and what was not understood."""
    _, expected = EXPORTS[name]
    matched, rows = fixture(name)
    remarks = ["unknown-column"] if name == "google-download.csv" else []
    assert [problem.kind for problem in matched.problems] == remarks
    for (found, problems), (company, who, role, day, language, answers, kinds) in zip(
        rows, expected, strict=True
    ):
        assert found
        assert found[2:7] == (company, day, who, role, language)
        picks = {q: (p,) if isinstance(p, str) else p for q, p in answers.items()}
        assert {q: answer.picks for q, answer in found.answers.items()} == picks
        assert [problem.kind for problem in problems] == kinds
        document = assessment_file.plain(found)
        assert assessment_of(document, BUNDLED) == found


def headers_of(framework: Framework, style: str) -> Iterator[str]:
    for n, question in enumerate(framework.asked, 1):
        text = question.ask.say(style if style in framework.languages else "nl")
        code = question.id.replace("-", "")[:20]
        yield {"id": question.id, "numbered": f"{n}. {text}", "code": f"{code}. {text}"}.get(
            style, text
        )


def cell_of(question: Question, answer: Answer | None, style: str, joint: str) -> str:
    """An answer as a product writes it, in one of the styles."""
    if answer is None:
        return ""
    language = style if style in ("en", "nl") else "en"
    marks = {
        DONT_KNOW: ask.DONT_KNOW.say(language), NOT_APPLICABLE: ask.NOT_APPLICABLE.say(language)
    }  # fmt: skip
    numbers = dict(zip(question.choices, numbers_of(question), strict=True))
    said = [
        marks.get(pick)
        or {"id": pick, "number": numbers[pick]}.get(style, question.choices[pick].say(language))
        for pick in answer.picks
    ]
    return joint.join(said) + (joint if joint == ";" else "")


def written(rows: Sequence[Sequence[str]], delimiter: str, encoding: str) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter).writerows(rows)
    return out.getvalue().encode(encoding)


@settings(max_examples=25)
@given(
    seed=st.integers(0, 2**32),
    headers=st.sampled_from(["id", "en", "nl", "numbered", "code"]),
    cells=st.sampled_from(["id", "en", "nl", "number"]),
    joint=st.sampled_from([";", ", ", "; "]),
    delimiter=st.sampled_from([",", ";", "\t"]),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"]),
)
def test_any_answers_written_in_any_way_come_back(
    seed: int, headers: str, cells: str, joint: str, delimiter: str, encoding: str
) -> None:
    """By id, text or number, in either language, joined and stored as each product does."""
    chance = random.Random(seed)
    answers: dict[str, Answer] = {}
    for q in BUNDLED.asked:
        several = [chance.sample(list(q.choices), 2)] if q.options else []
        picks = chance.choice(
            [*([p] for p in q.choices), *several, [DONT_KNOW], [NOT_APPLICABLE], []]
        )
        if picks:
            answers[q.id] = Answer(tuple(picks))
    answers.setdefault(BUNDLED.asked[0].id, Answer((DONT_KNOW,)))
    row = [cell_of(q, answers.get(q.id), cells, joint) for q in BUNDLED.asked]
    table = [["Company", *headers_of(BUNDLED, headers)], ["Acme", *row]]
    sheet = parse(written(table, delimiter, encoding), "x.csv")
    found, problems = imported(BUNDLED, [sheet.header.cells, sheet.rows[0].cells])
    assert problems == []
    assert found
    assert found.answers == answers


@settings(max_examples=40)
@given(st.data(), st.sampled_from(["id", "en", "nl", "number"]), st.integers(2, 4))
def test_answers_to_an_own_framework_come_back(
    data: st.DataObject, style: str, strategies: int
) -> None:
    """Of any size, by the ids of its questions."""
    framework = made(strategies=strategies)
    answers = data.draw(full_answers(framework))
    row = [cell_of(q, answers.get(q.id), style, ", ") for q in framework.asked]
    found, problems = imported(
        framework, [["Company", *(q.id for q in framework.asked)], ["Acme", *row]]
    )
    assert (found.answers if found else {}) == answers
    assert [problem.kind for problem in problems] == ([] if answers else ["no-answers"])


@settings(max_examples=40)
@given(st.lists(st.tuples(st.text(max_size=20), st.text(max_size=20)), max_size=6), st.text())
def test_hostile_columns_and_cells_give_sound_answers_and_sentences(
    hostile: list[tuple[str, str]], company: str
) -> None:
    """Whatever stands in a file, what comes out can be stored, read back and told."""
    framework = made()
    headers = ["Company", "l-carried", "q-0-0", *(header for header, _ in hostile)]
    row = [company, "3", hostile[0][1] if hostile else "", *(cell for _, cell in hostile)]
    matched = columns(framework, headers)
    found, problems = assessment_of_row(matched, row, TODAY)
    for problem in (*matched.problems, *problems):
        values = {**problem.values, "today": TODAY.today}
        assert all(say.sentence(problem._replace(values=values), lang) for lang in ("en", "nl"))
    assert (found is None) == ("no-company" in [problem.kind for problem in problems])
    if found:
        content = assessment_file.as_yaml(found).encode()
        assert assessment_file.parse(content, "x.yaml", framework) == found


def test_a_question_in_two_columns_takes_the_one_that_is_filled_in() -> None:
    """A form in two languages asks everything twice; where both differ neither counts."""
    q = BUNDLED.asked[0]
    headers = ["Company", q.ask.say("en"), q.ask.say("nl"), "use-level"]
    matched = columns(BUNDLED, headers)
    assert (matched.problems, matched.language) == ((), "")
    assert [(p.kind, p.at) for p in matched.repeated] == [("repeated-column", (2, 1))]
    for one, other, picks in (("1", "", q.options[0].id), ("", "2", q.options[1].id),
                              ("1", "1", q.options[0].id)):  # fmt: skip
        found, problems = assessment_of_row(matched, ["Acme", one, other, "1"], TODAY)
        assert found
        assert found.answers[q.id].picks == (picks,)
        assert problems == []
    found, problems = assessment_of_row(matched, ["Acme", "1", "2", "1"], TODAY)
    assert found
    assert list(found.answers) == ["use-level"]
    assert [(p.kind, p.at) for p in problems] == [("two-answers", (2,))]


def test_addresses_stay_out_unless_they_are_wanted() -> None:
    """Neither the column of addresses nor an address for a name is kept by itself."""
    rows = [["Email", "Name", "use-level"], ["a@b.example", "jan@b.example", "1"]]
    given_name = [rows[0], ["a@b.example", "Jan", "1"]]
    for table, keep, respondent in (
        (rows, False, ""), (rows, True, "a@b.example"),
        (given_name, False, "Jan"), (given_name, True, "a@b.example"),
        ([rows[0], ["anonymous", "Jan", "1"]], True, "Jan"),
    ):  # fmt: skip
        found, _ = imported(BUNDLED, table, TODAY._replace(company="Acme", keep_email=keep))
        assert found
        assert found.respondent == respondent


def test_a_tick_that_is_unclear_leaves_its_question_open_and_no_other() -> None:
    """Half a pair would count for more than it should; a text of the option is a tick as well."""
    one, other = BUNDLED.asked[0], BUNDLED.asked[1]
    first, second = (option.id for option in one.options[:2])
    headers = ["Company", f"{one.id}[{first}]", f"{one.id}[{second}]",
               f"{other.id}[SQ001]", f"{other.id}[SQ002]", "use-level"]  # fmt: skip
    texts = [option.text.say("en") for option in one.options]
    pair = (first, second)
    for ticks, answers, kinds in (
        (("Y", "perhaps", "Y", "N"), {other.id: (other.options[0].id,)}, [("unknown-tick", 2)]),
        (("perhaps", "Y", "so", "Y"), {}, [("unknown-tick", 1), ("unknown-tick", 3)]),
        ((texts[0], texts[1], "0", ""), {one.id: pair}, []),
        (("", texts[0], "", ""), {}, [("unknown-tick", 2)]),
    ):
        found, problems = imported(BUNDLED, [headers, ["Acme", *ticks, "1"]])
        assert found
        picks = {q: answer.picks for q, answer in found.answers.items() if q != "use-level"}
        assert picks == answers
        assert [(p.kind, p.at[0]) for p in problems] == kinds


def test_three_ticks_are_too_many_and_told_at_the_last() -> None:
    """With the options that are ticked."""
    q = BUNDLED.asked[0]
    headers = ["Company", *(f"{q.id}_SQ00{n}" for n in range(1, 5))]
    _, problems = imported(BUNDLED, [headers, ["Acme", "Y", "Y", "", "Y"]])
    assert [(p.kind, p.at) for p in problems] == [("no-answers", ()), ("several-picks", (4,))]
    ids = [option.id for option in q.options]
    assert problems[1].values == {"found": f"{ids[0]}, {ids[1]}, {ids[3]}"}


def test_ticks_beside_an_answer_to_the_same_question_must_say_the_same() -> None:
    """Else neither counts."""
    q = BUNDLED.asked[0]
    headers = ["Company", f"{q.id}_SQ001", f"{q.id}_SQ002", q.id, "use-level"]
    found, problems = imported(BUNDLED, [headers, ["Acme", "Y", "Y", "2;1", "1"]])
    assert found
    assert (set(found.answers[q.id].picks), problems) == ({o.id for o in q.options[:2]}, [])
    found, problems = imported(BUNDLED, [headers, ["Acme", "Y", "", "2", "1"]])
    assert found
    assert list(found.answers) == ["use-level"]
    assert [(p.kind, p.at) for p in problems] == [("two-answers", (1,))]


def test_a_row_may_end_early_and_a_column_may_lack_a_header() -> None:
    """A spreadsheet leaves out empty cells at the end of a row; what has no header is no column."""
    headers = ["Company", "use-level", "", "tie-breaker", "Timestamp", "Name"]
    matched = columns(BUNDLED, headers)
    assert matched.problems == ()
    for n in range(2, len(headers)):
        row = ["Acme", "1", "whatever", "2", "2026-11-20", "Jan"][:n]
        found, problems = assessment_of_row(matched, row, TODAY)
        assert found
        assert len(found.answers) == (2 if n > 3 else 1)
        assert found.date == ("2026-11-20" if n > 4 else "2026-11-30")
        assert problems == []


def test_columns_in_two_languages_have_none_of_both() -> None:
    """The language of an assessment is not left to chance."""
    q, other = BUNDLED.asked[:2]
    assert columns(BUNDLED, [q.ask["en"], other.ask["nl"]]).language == ""
    assert columns(BUNDLED, [q.ask["nl"], other.ask["nl"]]).language == "nl"


def test_of_several_columns_about_one_thing_the_surest_counts() -> None:
    """Who asks for a name means that one, not the account's; a form's end, not its beginning."""
    rows = [
        ["Name", "Start time", "Completion time", "2. Your name", "Company", "use-level"],
        ["Account", "2026-11-20", "2026-11-21", "Jan", "Acme", "1"],
        ["Account", "2026-11-20", "soon", "", "Acme", "1"],
        ["Account", "", "", "anonymous", "Acme", "1"],
    ]
    for n, respondent, day, kinds in (
        (1, "Jan", "2026-11-21", []),
        (2, "Account", "2026-11-20", ["unreadable-date"]),
        (3, "Account", "2026-11-30", []),
    ):
        found, problems = imported(BUNDLED, [rows[0], rows[n]])
        assert found
        assert (found.respondent, found.date) == (respondent, day)
        assert [problem.kind for problem in problems] == kinds


def test_the_language_is_the_respondents_or_that_of_all_questions() -> None:
    """A language that the framework lacks is left out."""
    q = BUNDLED.asked[0]
    for said, header, language in (
        ("nl", q.ask["en"], "nl"), ("nl-NL", q.ask["en"], "nl"), ("fr", q.ask["en"], "en"),
        ("", q.ask["nl"], "nl"), ("", q.id, ""),
    ):  # fmt: skip
        found, _ = imported(BUNDLED, [["Company", "startlanguage", header], ["Acme", said, "1"]])
        assert found
        assert found.language == language


def test_the_company_given_holds_for_all_rows_and_none_gives_no_assessment() -> None:
    """A row without a company, or without answers, is no assessment."""
    rows = [["Company", "use-level"], ["Acme", "1"]]
    found, _ = imported(BUNDLED, rows, TODAY._replace(company="Beta"))
    assert found
    assert found.company == "Beta"
    for row, kind in ((["", "1"], "no-company"), (["Acme", ""], "no-answers"), ([], "no-company")):
        found, problems = imported(BUNDLED, [rows[0], row])
        assert found is None
        assert problems[0].kind == kind


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r"])
def test_what_the_tool_writes_for_spreadsheets_comes_back(sign: str) -> None:
    """No cell or header of the questionnaire begins like a formula; the apostrophe is ignored."""
    framework = made()
    first, *rest = framework.questions
    ask_it = Text(en=f"{sign}1+1 is the question", nl=f"{sign}1+1 is de vraag")
    options = tuple(
        o._replace(text=Text({k: f"{sign}{v}" for k, v in o.text.items()})) for o in first.options
    )
    asked = first._replace(ask=ask_it, options=options)
    framework = framework._replace(questions=(asked, *rest))
    for language in ("en", "nl"):
        table = list(csv.reader(io.StringIO(as_csv(framework, language), newline="")))
        assert not any(cell.startswith(tuple("=+-@\t\r\n")) for row in table for cell in row)
        for row in table[1 : len(options) + 1]:
            number, question, text = row[0], row[4], row[8]
            assert (number, question[0], text[0]) == ("1", "'", "'")
            found, problems = imported(framework, [["Company", question], ["'=Acme", text]])
            assert problems == []
            assert found
            assert found.company == "=Acme"
            assert found.answers == {first.id: Answer((row[7],))}
