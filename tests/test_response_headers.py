"""A header means one column, or none with the reason."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made import made

from cd360_cli.framework import Framework
from cd360_cli.problems import Problem
from cd360_cli.response_headers import LONGEST_CODE, Heading, Index, heading, index
from cd360_cli.response_words import FIELDS
from cd360_cli.shape import Text
from cd360_cli.texts import interview, knowledge


@pytest.fixture(scope="module")
def known(framework: Framework) -> Index:
    return index(framework)


def about(known: Index, header: str) -> str:
    """The question, `question=pick`, the field, or the kind of problem."""
    found = heading(known, header)
    if isinstance(found, Problem):
        return found.kind
    return found.field or found.question + (f"={found.pick}" if found.pick else "")


def test_every_question_is_known_by_its_id_and_its_text_in_either_language(
    framework: Framework, known: Index
) -> None:
    """In other capitals, spacing and punctuation, numbered, with a hint, as products write them."""
    for n, question in enumerate(framework.asked, 1):
        code = question.id.replace("-", "")[:LONGEST_CODE]
        for language in framework.languages:
            text = question.ask.say(language)
            for header in (
                text, text.upper(), f" {text}\u00a0", text.rstrip("?") + ":", f"'{text}",
                f"{n}. {text}", f"{n}) {text}", f"Q{n}. {text}", f"Vraag {n}: {text}",
                f"{text} (kies er één of twee)", f"{text}\n1 = nooit, 5 = altijd", f"{text}2",
                f"{code}. {text}", f"[{code}] {text}", f"{text} [{question.id}]",
                f"G01Q{n:02}. {text}", f"{code} - {text}", f"The market [{text}]",
                f"G02Q01[SQ{n:03}]. The market [{text}]",
                text.replace(" ", "_"), f"{text[:-4]}...",
            ):  # fmt: skip
                assert about(known, header) == question.id, header
            found = heading(known, text)
            assert isinstance(found, Heading)
            assert found.language == language
        for header in (question.id, question.id.upper(), question.id.replace("-", "_"), code,
                       question.id.replace("-", " "), f"{n}. {question.id}"):  # fmt: skip
            assert about(known, header) == question.id, header


def test_an_option_of_its_own_column_is_known_by_code_text_or_number(
    framework: Framework, known: Index
) -> None:
    """LimeSurvey's multiple choice: `code[SQ001]`, `code_SQ001`, `text [option]`."""
    for _, question in framework.strategy_questions:
        code = question.id.replace("-", "")
        text = question.ask.say("en")
        for n, option in enumerate(question.options, 1):
            said = option.text.say("en")
            for header in (
                f"{code}[SQ{n:03}]", f"{code}_SQ{n:03}", f"{text} [{said}]",
                f"{code}[SQ{n:03}]. {text} [{said}]", f"{question.id}[{option.id}]",
            ):  # fmt: skip
                assert about(known, header) == f"{question.id}={option.id}", header
            found = heading(known, f"{text} [{said}]")
            assert isinstance(found, Heading)
            assert found.language == "en"
        for other in ("other", "comment", "SQ009"):
            assert about(known, f"{code}[{other}]") == "unknown-option-column"


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("Timestamp", "date"),
        ("Tijd van voltooien", "date"),
        ("submitdate. Date submitted", "date"),
        ("id. Response ID", "ignored"),
        ("ID", "ignored"),
        ("startlanguage. Start language", "language"),
        ("E-mail", "email"),
        ("Username", "email"),
        ("Naam", "respondent"),
        ("Bedrijf:", "company"),
        ("2. Name of the company *", "company"),
        ("G00Q01. Bedrijfsnaam", "company"),
        ("Functie", "role"),
        ("Any remarks?", "unknown-column"),
        ("customertype. Which story do customers most often pass on about this company?",
         "ambiguous-column"),
        ("Which", "unknown-column"),
        ("What does this company know more precisely", "best-knowledge"),
        ("What does this company", "ambiguous-column"),
        ("What doe.. ", "ambiguous-column"),
        ("Whose voic.. ", "who-decides"),
        ("Whose voice usua", "unknown-column"),
        ("Whose voice usually settles", "who-decides"),
        ("[whodecides] In our words", "who-decides"),
        ("Whose voice usually settles a key choice about what this company offers?\n1\n2",
         "who-decides"),
        ("Q12", "unknown-column"),
        ("=Timestamp", "date"),
    ],
)  # fmt: skip
def test_what_else_a_header_may_be(known: Index, header: str, expected: str) -> None:
    """Fields of each product in both languages; what is cut off too soon or says two things."""
    assert about(known, header) == expected


def test_a_misspelt_header_is_reported_with_the_right_one(known: Index) -> None:
    """As the questionnaire has it."""
    for header, right in (
        ("Wich kind of costumer does this company atract most strongly?",
         "Which kind of customer does this company attract most strongly?"),
        ("custmer-type", "customer-type"),
        ("Bedrjfsnaam", "Bedrijfsnaam"),
    ):  # fmt: skip
        found = heading(known, header)
        assert isinstance(found, Problem)
        assert (found.kind, found.values["found"]) == ("unknown-column", header)
        assert found.nearest == right


def test_the_fields_that_the_tool_itself_prints_are_known(known: Index) -> None:
    """Who copies the printed questionnaire into a form gets its heading back."""
    fields = ("company", "date", "respondent", "role")
    for field, printed in zip(fields, knowledge.PAPER_FIELDS, strict=True):
        for text in printed.values():
            assert about(known, text) == field
    for text in interview.COMPANY.values():
        assert about(known, text) == "company"
    assert {about(known, name) for names in FIELDS.values() for name in names} == set(FIELDS)


def test_a_text_of_several_questions_means_none_but_a_code_beside_it_decides() -> None:
    """An own framework may ask the same twice: then only ids tell them apart."""
    framework = made()
    known = index(framework)
    assert about(known, "ask") == "ambiguous-column"
    assert about(known, "q-0-1") == "q-0-1"
    assert about(known, "q01. ask") == "q-0-1"


def asking(*texts: str) -> Framework:
    """A framework whose first questions have these texts in every language."""
    framework = made()
    said = [Text(en=text, nl=text) for text in texts]
    changed = [q._replace(ask=t) for q, t in zip(framework.questions, said, strict=False)]
    return framework._replace(questions=(*changed, *framework.questions[len(changed) :]))


def test_a_whole_text_counts_before_one_that_goes_on() -> None:
    """A question may begin as another one does, and read the same in every language."""
    known = index(asking("What sells best in this market", "What sells best in this market now"))
    assert heading(known, "What sells best in this market") == Heading("q-0-0")
    assert about(known, "1. What sells best in this market") == "q-0-0"
    assert about(known, "3. What sells best in this market now") == "q-0-1"
    assert about(known, "What sells best in this") == "ambiguous-column"


def test_ids_that_differ_in_hyphens_only_and_texts_without_words_name_nothing() -> None:
    """An own framework may have those too."""
    framework = asking("???", "Which?")
    first, *rest = framework.questions
    known = index(framework._replace(questions=(first._replace(id="q0-1"), *rest)))
    found = heading(known, "q-0-1")
    assert isinstance(found, Problem)
    assert found.kind == "ambiguous-column"
    assert found.values == {"found": "q-0-1", "expected": "q-0-1, q0-1"}
    assert about(known, "!!!") == "unknown-column"


@given(st.text(max_size=80) | st.from_regex(r"[a-z\[\]. _?0-9-]{0,60}", fullmatch=True))
def test_any_header_means_something_or_is_a_problem(header: str) -> None:
    """Whatever stands in a header, nothing breaks."""
    found = heading(index(made()), header)
    assert isinstance(found, Problem) or found.question or found.field


@pytest.mark.parametrize("sign", ["[", "(", ".", "1.", "a. ", " ", "1", "a-"])
def test_an_endless_header_is_refused_in_no_time(known: Index, sign: str) -> None:
    """Nobody can keep the tool busy with one header, of any length."""
    for count in (1_000, 100_000):
        found = heading(known, header := sign * count + "!")
        assert isinstance(found, Problem)
        assert (found.kind, found.values) == ("unknown-column", {"found": header})
