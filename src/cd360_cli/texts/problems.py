"""What to say of each kind of problem, and how a refusal reads as a whole."""

from collections.abc import Iterator, Mapping

from cd360_cli.problems import Problem, Refused
from cd360_cli.shape import Text

KINDS: Mapping[str, Text] = {
    "text": Text(en="text", nl="tekst"),
    "texts": Text(en="a text for each language", nl="een tekst per taal"),
    "id": Text(
        en="an id (lower-case letters, digits, hyphens)",
        nl="een id (kleine letters, cijfers, koppeltekens)",
    ),
    "date": Text(en="a date such as 2026-11-22", nl="een datum zoals 2026-11-22"),
    "truth": Text(en="true or false", nl="true of false"),
    "number": Text(en="a number", nl="een getal"),
    "whole-number": Text(en="a whole number", nl="een geheel getal"),
    "list": Text(en="a list", nl="een lijst"),
    "mapping": Text(en="a mapping of keys to values", nl="een reeks van sleutels met waarden"),
    "answer": Text(
        en="an option id, a level, or a list of two options",
        nl="een optie-id, een niveau of een lijst van twee opties",
    ),
    "nothing": Text(en="nothing", nl="niets"),
    "empty": Text(en="empty text", nl="lege tekst"),
    "misread": Text(
        en="a word that YAML reads in several ways", nl="een woord dat YAML op meer manieren leest"
    ),
}

SENTENCES: Mapping[str, Text] = {
    # files
    "missing-file": Text(en="no such file", nl="dit bestand bestaat niet"),
    "directory": Text(
        en="this is a folder; expected a file", nl="dit is een map; verwacht: een bestand"
    ),
    "no-permission": Text(en="no permission ({detail})", nl="geen toegang ({detail})"),
    "unreadable": Text(en="cannot be read ({detail})", nl="kan niet worden gelezen ({detail})"),
    "unwritable": Text(
        en="cannot be written ({detail}); the old file is untouched",
        nl="kan niet worden geschreven ({detail}); het oude bestand is onaangeroerd",
    ),
    "missing-folder": Text(
        en="its folder does not exist; make that first, or name another file",
        nl="de map ervan bestaat niet; maak die eerst aan of noem een ander bestand",
    ),
    "in-use": Text(
        en="somebody else is answering questions in this file with cd360 right now; finish or stop that one first",
        nl="iemand anders beantwoordt op dit moment met cd360 vragen in dit bestand; rond dat eerst af of stop ermee",
    ),
    "changed-elsewhere": Text(
        en="changed by another program since it was last read or saved; that change is kept, nothing was written",
        nl="door een ander programma gewijzigd na de laatste keer lezen of bewaren; die wijziging blijft staan, er is niets geschreven",
    ),
    "exists": Text(
        en="exists already and stays as it is; remove it first, or choose another name",
        nl="bestaat al en blijft zoals het is; verwijder het eerst, of kies een andere naam",
    ),
    "no-output": Text(
        en="the result cannot be written ({detail})",
        nl="de uitkomst kan niet worden geschreven ({detail})",
    ),
    "no-file": Text(
        en="this stands for standard input or output; name a file to write to",
        nl="dit staat voor de standaardinvoer of -uitvoer; noem een bestand om naar te schrijven",
    ),
    "unknown-suffix": Text(
        en="the name does not say what to write; expected one that ends in {expected}",
        nl="aan de naam is niet te zien wat er geschreven moet worden; verwacht: een naam die eindigt op {expected}",
    ),
    "print-it": Text(
        en="cd360 makes no PDF itself; write to a name that ends in .html, and print that page from a browser",
        nl="een PDF maakt cd360 niet zelf; schrijf naar een naam die eindigt op .html, en druk die pagina af vanuit een browser",
    ),
    "read-from": Text(
        en="this file is read from, so nothing is written to it; expected another name",
        nl="dit bestand wordt gelezen en dus niet overschreven; verwacht: een andere naam",
    ),
    "named-twice": Text(
        en="this file is named twice; expected a name for each",
        nl="dit bestand wordt twee keer genoemd; verwacht: voor elk een eigen naam",
    ),
    # documents
    "too-large": Text(en="larger than {most} MiB", nl="groter dan {most} MiB"),
    "too-deep": Text(
        en="nested deeper than {most} levels", nl="meer dan {most} niveaus diep genest"
    ),
    "too-many-values": Text(
        en="more than {most} values; expected a framework or an assessment",
        nl="meer dan {most} waarden; verwacht: een framework of een assessment",
    ),
    "half-character": Text(
        en="half a character (`{found}`), which no text can hold; expected both halves or neither",
        nl="een half teken (`{found}`), dat in geen tekst past; verwacht: beide helften of geen van beide",
    ),
    "not-utf-8": Text(
        en="not UTF-8 text; save it as UTF-8 (in Excel: CSV UTF-8)",
        nl="geen UTF-8-tekst; sla het op als UTF-8 (in Excel: CSV UTF-8)",
    ),
    "binary": Text(
        en="binary data; expected YAML or JSON", nl="binaire data; verwacht: YAML of JSON"
    ),
    "empty-document": Text(
        en="the file is empty; expected YAML or JSON",
        nl="het bestand is leeg; verwacht: YAML of JSON",
    ),
    "not-well-formed": Text(
        en="not well-formed YAML or JSON: {detail}", nl="geen geldige YAML of JSON: {detail}"
    ),
    "number-too-long": Text(
        en="a number too long to read; expected a shorter one",
        nl="een getal dat te lang is om te lezen; verwacht: een korter getal",
    ),
    "several-documents": Text(
        en="a second document starts here; expected one a file",
        nl="hier begint een tweede document; verwacht: één per bestand",
    ),
    "duplicate-key": Text(
        en="key `{found}` stands here a second time; expected it once",
        nl="sleutel `{found}` staat hier voor de tweede keer; verwacht: één keer",
    ),
    "key-not-text": Text(
        en="a list or mapping as a key; expected text",
        nl="een lijst of reeks als sleutel; verwacht: tekst",
    ),
    "alias": Text(
        en="YAML anchors and aliases are not read; expected the value itself",
        nl="ankers en aliassen van YAML worden niet gelezen; verwacht: de waarde zelf",
    ),
    "tag": Text(
        en="YAML tag `{found}` is not read; expected a plain value",
        nl="YAML-tag `{found}` wordt niet gelezen; verwacht: een gewone waarde",
    ),
    # structure
    "misfit": Text(
        en="expected {expected}, found {found}", nl="verwacht: {expected}; gevonden: {found}"
    ),
    "outside-span": Text(
        en="expected a whole number from {least} to {most}, found {found}",
        nl="verwacht: een geheel getal van {least} tot en met {most}; gevonden: {found}",
    ),
    "not-one-of": Text(
        en="expected {expected}; found {found}", nl="verwacht: {expected}; gevonden: {found}"
    ),
    "not-a-language": Text(
        en="expected a language code such as en or nl, found {found}",
        nl="verwacht: een taalcode zoals en of nl; gevonden: {found}",
    ),
    "missing-key": Text(en="key `{expected}` is missing", nl="sleutel `{expected}` ontbreekt"),
    "unknown-key": Text(
        en="unknown key `{found}`; expected one of {expected}",
        nl="onbekende sleutel `{found}`; verwacht: een van {expected}",
    ),
    # assessments
    "wrong-framework": Text(
        en="made with framework {found}; expected {expected}; name the framework that it was made with by --framework",
        nl="gemaakt met framework {found}; verwacht: {expected}; wijs met --framework het framework aan waarmee het gemaakt is",
    ),
    "newer-framework": Text(
        en="made with framework {found}; expected {expected} or older; update cd360, or name the newer framework by --framework",
        nl="gemaakt met framework {found}; verwacht: {expected} of ouder; werk cd360 bij, of wijs het nieuwere framework aan met --framework",
    ),
    "older-framework": Text(
        en="made with framework {found}, older than {expected}; open it once with `cd360 assess FILE`: that brings it up to date and loses nothing",
        nl="gemaakt met framework {found}, ouder dan {expected}; open het één keer met `cd360 assess FILE`: dat werkt het bij en er gaat niets verloren",
    ),
    "unknown-question": Text(
        en="unknown question `{found}`; expected the id of a question",
        nl="onbekende vraag `{found}`; verwacht: het id van een vraag",
    ),
    "unknown-answer": Text(
        en="unknown answer `{found}`; expected one of {expected}",
        nl="onbekend antwoord `{found}`; verwacht: een van {expected}",
    ),
    "too-many-picks": Text(
        en="more than two options; expected one, or two that fit equally well",
        nl="meer dan twee opties; verwacht: één, of twee die even goed passen",
    ),
    "one-pick-only": Text(
        en="a list; expected one number for this question",
        nl="een lijst; verwacht: één getal bij deze vraag",
    ),
    "not-a-change": Text(
        en="`{found}` is no change; expected QUESTION=ANSWER or LENS=WEIGHT",
        nl="`{found}` is geen wijziging; verwacht: VRAAG=ANTWOORD of LENS=GEWICHT",
    ),
    "same-pick-twice": Text(
        en="`{found}` stands twice; expected two different options",
        nl="`{found}` staat er twee keer; verwacht: twee verschillende opties",
    ),
    "mark-beside-pick": Text(
        en="`{found}` stands beside another answer; expected one or the other",
        nl="`{found}` staat naast een ander antwoord; verwacht: het een of het ander",
    ),
    # codes
    "not-a-code": Text(
        en="this is not a code for this framework; expected one that begins with `{beginning}`",
        nl="dit is geen code voor dit framework; verwacht: een code die begint met `{beginning}`",
    ),
    "strange-in-code": Text(
        en="`{found}` never stands in a code; compare the code with the original, character by character",
        nl="`{found}` komt in een code nooit voor; vergelijk de code teken voor teken met het origineel",
    ),
    "code-length": Text(
        en="expected {expected} letters and digits after `{beginning}`, found {found}; compare the code with the original",
        nl="verwacht: {expected} letters en cijfers na `{beginning}`; gevonden: {found}; vergelijk de code met het origineel",
    ),
    "mistyped-code": Text(
        en="a character was mistyped, or the questions of framework {framework} changed after this code was made; compare the code with the original",
        nl="er is een teken verkeerd overgenomen, of de vragen van framework {framework} zijn gewijzigd nadat deze code is gemaakt; vergelijk de code met het origineel",
    ),
    # frameworks
    "repeated-id": Text(
        en="id `{found}` is used before; expected every id once",
        nl="id `{found}` is al gebruikt; verwacht: elk id één keer",
    ),
    "alias-in-use": Text(
        en="alias `{found}` is a present id; expected one that is no longer in use",
        nl="alias `{found}` is een id dat nu in gebruik is; verwacht: een dat vervallen is",
    ),
    "repeated-alias": Text(
        en="alias `{found}` is declared before; expected every alias once",
        nl="alias `{found}` is al opgegeven; verwacht: elke alias één keer",
    ),
    "unknown-reference": Text(
        en="unknown id `{found}`; expected one of {expected}",
        nl="onbekend id `{found}`; verwacht: een van {expected}",
    ),
    "published-without-source": Text(
        en="basis is published but no source is named; expected at least one",
        nl="de basis is published maar er staat geen bron bij; verwacht: ten minste één",
    ),
    "wrong-answers-for-block": Text(
        en="`{found}` in block {block}; expected `{expected}`",
        nl="`{found}` in blok {block}; verwacht: `{expected}`",
    ),
    "wrong-number-of-levels": Text(
        en="{found} texts; expected {expected}", nl="{found} teksten; verwacht: {expected}"
    ),
    "unbalanced-sum": Text(
        en="strategies get different sums ({found}); expected the same for each",
        nl="strategieën krijgen verschillende sommen ({found}); verwacht: voor elke dezelfde",
    ),
    "unbalanced-best": Text(
        en="strategies differ in their best option ({found}); expected the same for each",
        nl="strategieën verschillen in hun beste optie ({found}); verwacht: voor elke dezelfde",
    ),
    "always-points": Text(
        en="every option gives points to {found}; expected one that gives none",
        nl="elke optie geeft punten aan {found}; verwacht: één die er geen geeft",
    ),
    "no-points": Text(
        en="no option gives points; expected one for each strategy",
        nl="geen enkele optie geeft punten; verwacht: één voor elke strategie",
    ),
    "limits-out-of-order": Text(
        en="limits are out of order; expected {expected}",
        nl="grenzen staan in de verkeerde volgorde; verwacht: {expected}",
    ),
    "too-few-strategies": Text(
        en="expected at least two strategies", nl="verwacht: ten minste twee strategieën"
    ),
    "no-strategy-questions": Text(
        en="no question decides which strategy leads; expected a block with a lens and its questions",
        nl="geen vraag beslist welke strategie leidt; verwacht: een blok met een lens en zijn vragen",
    ),
    "no-lens-weight": Text(
        en="all lenses weigh nothing; expected one that does",
        nl="geen enkele lens weegt mee; verwacht: ten minste één",
    ),
    "no-steps": Text(en="expected at least one step", nl="verwacht: ten minste één stap"),
    "unknown-id": Text(
        en="nothing is called `{found}`; expected an id of the framework",
        nl="niets heet `{found}`; verwacht: een id uit het framework",
    ),
    "missing-translation": Text(
        en="no text in `{expected}`; expected one in every language",
        nl="geen tekst in `{expected}`; verwacht: een in elke taal",
    ),
    "undeclared-language": Text(
        en="language `{found}` is not declared; expected one of {expected}",
        nl="taal `{found}` is niet aangemeld; verwacht: een van {expected}",
    ),
    "affinity-count": Text(
        en="{found} affinities for {expected}; expected one for each strategy",
        nl="{found} affiniteiten voor {expected}; verwacht: één per strategie",
    ),
    "cannot-lead": Text(
        en="`{found}` can never lead over `{rival}`; expected that every strategy can win",
        nl="`{found}` kan nooit voor `{rival}` komen; verwacht: elke strategie kan winnen",
    ),
    "condition-unmeasured": Text(
        en="no question measures condition `{found}`, so it cannot be met; expected a ladder",
        nl="geen vraag meet voorwaarde `{found}`, dus eraan voldoen kan niet; verwacht: een ladder",
    ),
    "reserved-id": Text(
        en="`{found}` is reserved for answers; expected another id",
        nl="`{found}` is voorbehouden aan antwoorden; verwacht: een ander id",
    ),
    # teams
    "other-company": Text(
        en="about `{found}`, while the others are about `{expected}`; expected one company",
        nl="gaat over `{found}`, terwijl de andere over `{expected}` gaan; verwacht: één bedrijf",
    ),
    "too-many-files": Text(
        en="{found} files; expected at most {most} for a team. For more respondents there is `cd360 batch --summary`, with one on each row of a table",
        nl="{found} bestanden; verwacht: hoogstens {most} voor een team. Voor meer respondenten is er `cd360 batch --summary`, met één op elke rij van een tabel",
    ),
    "one-respondent": Text(
        en="only one respondent; a team starts at two. For one there is `cd360 recommend`",
        nl="maar één respondent; een team begint bij twee. Voor één is er `cd360 recommend`",
    ),
    "no-assessments": Text(
        en="no assessments in this folder; expected the file of each respondent",
        nl="geen ingevulde vragenlijsten in deze map; verwacht: het bestand van elke respondent",
    ),
    "not-an-assessment": Text(
        en="not an assessment, so left out", nl="geen ingevulde vragenlijst, dus overgeslagen"
    ),
    "same-file": Text(en="named twice; it counts once", nl="twee keer genoemd; telt één keer mee"),
    "same-respondent": Text(
        en="the same respondent as in {other}; both count, so leave one out if that is a mistake",
        nl="dezelfde respondent als in {other}; beide tellen mee, dus laat er een weg als dat niet klopt",
    ),
    # second looks at frameworks
    "identical-translation": Text(
        en="the same text in two languages: {found}", nl="dezelfde tekst in twee talen: {found}"
    ),
    "option-length": Text(
        en="option `{found}` stands out by its length ({language}); expected at most {most} times the shortest",
        nl="optie `{found}` valt op door zijn lengte ({language}); verwacht: hooguit {most} keer de kortste",
    ),
    "banned-word": Text(
        en="`{found}` gives a strategy away; expected a word that does not",
        nl="`{found}` verraadt een strategie; verwacht: een woord dat dat niet doet",
    ),
    "joined-question": Text(
        en="`{found}` joins two questions; expected one thing at a time",
        nl="`{found}` verbindt twee vragen; verwacht: één ding tegelijk",
    ),
    "joined-option": Text(
        en="`{found}` joins two answers; expected one thing at a time",
        nl="`{found}` verbindt twee antwoorden; verwacht: één ding tegelijk",
    ),
    "unexplained-option": Text(
        en="option `{found}` has no `means`, others here have; expected one for every option, or for none",
        nl="optie `{found}` heeft geen `means`, andere hier wel; verwacht: bij elke optie een, of bij geen enkele",
    ),
    "uneven-positions": Text(
        en="`{found}` stands {times} times at position {position}; expected about {expected}",
        nl="`{found}` staat {times} keer op plaats {position}; verwacht: ongeveer {expected}",
    ),
    "no-effect": Text(
        en="the answer changes nothing; expected a question that counts",
        nl="het antwoord verandert niets; verwacht: een vraag die meetelt",
    ),
    "clear-out-of-reach": Text(
        en="even unanimous answers to {questions} strategy questions are only {found}; expected enough questions for a clear verdict",
        nl="zelfs eensgezinde antwoorden op {questions} strategievragen geven maar {found}; verwacht: genoeg vragen voor een duidelijk oordeel",
    ),
    "condition-always-met": Text(
        en="a minimum of 0 is always met; expected a level from 1 to 4",
        nl="aan een minimum van 0 is altijd voldaan; verwacht: een niveau van 1 tot en met 4",
    ),
    "unmeasured": Text(
        en="no question measures `{found}`; expected one",
        nl="geen vraag meet `{found}`; verwacht: ten minste één",
    ),
    "no-move": Text(
        en="no move for `{found}` on occasion {occasion}; expected one",
        nl="geen stap voor `{found}` bij gelegenheid {occasion}; verwacht: ten minste één",
    ),
    "unused": Text(
        en="nothing refers to `{found}`; expected a reference, or that it goes",
        nl="niets verwijst naar `{found}`; verwacht: een verwijzing, of dat het vervalt",
    ),
}

HINTS: Mapping[str, Text] = {
    "mapping values are not allowed": Text(
        en="; a text with a colon and a space wants quotes",
        nl="; een tekst met een dubbele punt en een spatie moet tussen aanhalingstekens",
    ),
    "cannot start any token": Text(
        en="; indent with spaces, never with tabs, and quote a text that begins with a sign",
        nl="; spring in met spaties, nooit met tabs, en zet een tekst die met een teken begint tussen aanhalingstekens",
    ),
    "did not find expected": Text(
        en="; look at the indentation, quotes and brackets just above",
        nl="; kijk naar het inspringen, de aanhalingstekens en de haken vlak hierboven",
    ),
}
"""What a message of the YAML parser usually comes from."""

NEAREST = Text(en="; did you mean `{nearest}`?", nl="; bedoelde u `{nearest}`?")
QUOTE = Text(
    en="; to mean the text `{written}`, put it in quotes",
    nl="; is de tekst `{written}` bedoeld, zet die dan tussen aanhalingstekens",
)


def sentence(problem: Problem, language: str) -> str:
    """What is wrong, what was expected and the nearest right spelling."""
    values = dict(problem.values)
    if problem.kind == "misfit":
        exact = values["expected"] in ("id", "date") and values.get("written", "").strip()
        values |= {key: KINDS[values[key]].say(language) for key in ("expected", "found")}
        if exact:
            values["found"] = f"`{values['written']}`"
    said = _worded(problem.kind).say(language).format(**values)
    for words, hint in HINTS.items():
        if words in values.get("detail", ""):
            said += hint.say(language)
    quotable = problem.values.get("found") in ("misread", "number", "truth")
    if quotable and "written" in values and problem.values["expected"] in ("text", "id", "answer"):
        said += QUOTE.say(language).format(**values)
    if problem.nearest:
        said += NEAREST.say(language).format(nearest=problem.nearest)
    return said


def _worded(kind: str) -> Text:
    """The sentence of a kind. Those about responses or many rows are loaded only when needed."""
    if kind in SENTENCES:
        return SENTENCES[kind]
    from cd360_cli.texts.responses import SENTENCES as OF_RESPONSES

    if kind in OF_RESPONSES:
        return OF_RESPONSES[kind]
    from cd360_cli.texts.batch import SENTENCES as OF_ROWS

    return OF_ROWS[kind]


def lines(refused: Refused, language: str) -> Iterator[str]:
    """One line a problem, `file:line: where: what`, in the order of the file."""
    for problem in sorted(refused.problems, key=lambda p: (p.source, p.line or 0)):
        source = problem.source or refused.source
        place = source + (f":{problem.line}" if problem.line else "")
        where = ".".join(map(str, problem.at))
        yield ": ".join(part for part in (place, where, sentence(problem, language)) if part)
