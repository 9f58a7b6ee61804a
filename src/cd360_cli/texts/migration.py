"""What is said when an assessment was made with an older version of the framework."""

from collections.abc import Mapping

from cd360_cli.shape import Text

MOVED = Text(
    en="These answers were given under version {before} of the questionnaire. The file now follows version {now}, and nothing was dropped from it.",
    nl="Deze antwoorden zijn gegeven onder versie {before} van de vragenlijst. Het bestand volgt nu versie {now}, en er is niets uit verwijderd.",
)
ANSWERS = Text(
    en="Answers: {kept} kept, {renamed} renamed, {gone} retired.",
    nl="Antwoorden: {kept} behouden, {renamed} hernoemd, {gone} vervallen.",
)
QUESTIONS = Text(
    en="Questions: {again} open again, {new} new or not answered before.",
    nl="Vragen: {again} opnieuw open, {new} nieuw of nog niet beantwoord.",
)
RENAMED = Text(
    en="Renamed; the answer counts as before:",
    nl="Hernoemd; het antwoord blijft meetellen:",
)
GONE = Text(
    en="Retired; no longer counted, but kept in the file under `retired`:",
    nl="Vervallen; telt niet meer mee, maar blijft in het bestand staan onder `retired`:",
)
NEW = Text(en="New, or not answered before:", nl="Nieuw, of nog niet beantwoord:")
MORE = Text(en="and {n} more", nl="en nog {n}")

QUESTION = Text(en="{ask} ({old}, now {new})", nl="{ask} ({old}, nu {new})")
OPTION = Text(en="{ask} (answer {old}, now {new})", nl="{ask} (antwoord {old}, nu {new})")
REASONS: Mapping[str, Text] = {
    "no-question": Text(
        en="{old}: this question is gone; the answer was {answer}",
        nl="{old}: deze vraag bestaat niet meer; het antwoord was {answer}",
    ),
    "no-answer": Text(
        en="{ask} (the answer {answer} no longer fits; the question is open again)",
        nl="{ask} (het antwoord {answer} past niet meer; de vraag staat weer open)",
    ),
    "answered-twice": Text(
        en="{ask} (answered a second time, as {old}; that answer was {answer})",
        nl="{ask} (nog een keer beantwoord, als {old}; dat antwoord was {answer})",
    ),
}
"""By why an answer is gone."""

NO_TERMINAL = Text(
    en=(
        "There is no terminal to ask on, so {file} was left as it is: an older version of the\n"
        "questionnaire made it. This brings it up to date, and asks what is new:\n"
        "  cd360 assess {file} --plain < replies.txt   one reply a line from standard input"
    ),
    nl=(
        "Vragen stellen kan alleen in een terminal, dus {file} is gebleven zoals het was: het is\n"
        "met een oudere versie van de vragenlijst gemaakt. Dit werkt het bij en vraagt wat nieuw is:\n"
        "  cd360 assess {file} --plain < antwoorden.txt   één antwoord per regel, via de standaardinvoer"
    ),
)
