"""The words that exports of form products hold beside the questionnaire's own texts.

Words to recognise, not to say: what the tool itself says stands in `texts`.
"""

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from typing import Literal

from cd360_cli.assessment import DONT_KNOW, NOT_APPLICABLE

Field = Literal["company", "respondent", "role", "date", "language", "email", "ignored"]
"""What a column that is no question is about; `ignored` is the product's own book-keeping."""

FIELDS: Mapping[Field, tuple[str, ...]] = {
    "company": (
        *("Company", "Company name", "Name of the company", "Your company", "Organisation"),
        *("Organization", "Organisation name", "Organization name", "Which company is this about?"),
        *("Bedrijf", "Bedrijfsnaam", "Naam bedrijf", "Naam van het bedrijf", "Uw bedrijf"),
        *("Naam van uw bedrijf", "Organisatie", "Naam organisatie", "Naam van de organisatie"),
        "Over welk bedrijf gaat het?",
    ),
    "respondent": (
        *("Filled in by", "Respondent", "Your name", "What is your name?", "Full name"),
        *("Ingevuld door", "Uw naam", "Je naam", "Wat is uw naam?", "Wat is je naam?"),
        *("Volledige naam", "Name", "Naam"),
    ),
    "role": (
        *("Role", "Your role", "What is your role?", "Job title", "Position", "Function"),
        *("Functie", "Uw functie", "Wat is uw functie?", "Rol", "Uw rol", "Wat is uw rol?"),
    ),
    "date": (
        *("Date", "Datum", "Timestamp", "Tijdstempel", "Completion time", "Tijd van voltooien"),
        *("Date submitted", "submitdate", "Datum ingediend", "Datum verzonden"),
        *("Date last action", "datestamp", "Start time", "Begintijd", "Date started", "startdate"),
    ),
    "language": ("Start language", "startlanguage", "Starttaal", "Begintaal", "Language", "Taal"),
    "email": (
        *("Email", "Email address", "Your email", "Your email address", "Username", "Mail"),
        *("E-mailadres", "Uw e-mailadres", "Gebruikersnaam", "Mailadres"),
    ),
    "ignored": (
        *("ID", "Response ID", "Antwoord-ID", "Last page", "lastpage", "Laatste pagina", "Seed"),
        *("Last modified time", "Tijd van laatste wijziging", "IP address", "ipaddr", "IP-adres"),
        *("Referrer URL", "refurl", "Token", "Access code", "Toegangscode"),
        *("Total points", "Quiz feedback", "Totaal aantal punten", "Score", "Total score"),
    ),
}
"""The headers of each field; where several columns of a field are filled in, the first counts."""

MARKS: Mapping[str, tuple[str, ...]] = {
    DONT_KNOW: (
        *("don't know", "weet ik niet", DONT_KNOW, "do not know", "I don't know"),
        *("I do not know", "weet niet", "ik weet het niet", "weet het niet"),
    ),
    NOT_APPLICABLE: (
        *("not applicable", "niet van toepassing", NOT_APPLICABLE, "n/a", "n.a.", "n.v.t.", "nvt"),
    ),
}

NUMBERED: Mapping[str, tuple[str, ...]] = {
    "options": ("option", "optie", "answer", "antwoord"),
    "levels": ("level", "niveau"),
    "positions": ("position", "positie"),
}
"""Words in front of the number of a choice."""

YES = ("y", "yes", "ja", "j", "true", "waar", "1", "x")
NO = ("n", "no", "nee", "false", "onwaar", "0", "n/a", "n.v.t.")
"""What stands in a column of its own for one option; LimeSurvey's N/A: it was not shown."""

NAMELESS = ("anonymous", "anoniem")
"""What Microsoft Forms gives for the name and address of somebody unknown."""

_APOSTROPHES = re.compile("['\u2018\u2019`\u00b4]")
_WORDS = re.compile(r"(?<![^\W_])-\d+|\d+(?:\.\d+)+|[^\W_]+")
_CACHED = 1000


def plain(text: str) -> str:
    """The text's words in lower case, without accents, punctuation or superfluous space.

    A decimal or negative number stays one word: 1.2 is not 1 and 2, -1 is not 1.
    """
    return _remembered(text) if len(text) <= _CACHED else _plain(text)


def squeezed(text: str) -> str:
    """The plain text without its spaces: `customer-type`, `customertype` and `Customer type`."""
    return plain(text).replace(" ", "")


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", text)).casefold()
    if not folded.isascii():
        folded = "".join(c for c in folded if not unicodedata.combining(c))
    return " ".join(_WORDS.findall(folded))


_remembered = lru_cache(maxsize=1 << 14)(_plain)
