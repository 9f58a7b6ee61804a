"""What help says of every command, option and argument.

A new command gets an entry in `COMMANDS`: an example that works as it stands, one sentence that
says what it does, and a sentence for each option (`--quick`) and argument (`FILE`, as help shows
it in English). What means the same in several commands stands in `SHARED`.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from cd360_cli.shape import Text


class Help(NamedTuple):
    """What help says of one command; `words` are its own options and arguments."""

    example: str
    about: Text
    words: Mapping[str, Text] = MappingProxyType({})


SHARED: Mapping[str, Text] = {
    "FILE|-": Text(
        en="An assessment, or - for standard input.",
        nl="Een bestand met antwoorden, of - voor de standaardinvoer.",
    ),
    "--json": Text(en="Print the result as JSON.", nl="Toon het resultaat als JSON."),
    "--lang": Text(
        en="Language; by default that of the answers or the system.",
        nl="Taal; standaard die van de antwoorden of het systeem.",
    ),
    "--framework": Text(
        en="Use this framework instead of the bundled one.",
        nl="Gebruik dit framework in plaats van het meegeleverde.",
    ),
    "--help": Text(en="Show this help and stop.", nl="Toon deze hulp en stop."),
}

COMMANDS: Mapping[str, Help] = {
    "cd360": Help(
        example="cd360 assess",
        about=Text(
            en="On which value strategy should a company lead, how sure is that, and what follows?",
            nl="Welke waardestrategie moet bij een bedrijf vooropstaan, hoe zeker is dat en wat volgt daaruit?",
        ),
        words={
            "--version": Text(en="Print the version and stop.", nl="Toon de versie en stop."),
            "--install-completion": Text(
                en="Let this shell complete commands and options with Tab.",
                nl="Laat deze shell opdrachten en opties aanvullen met Tab.",
            ),
            "--show-completion": Text(
                en="Print the script that does so, to install it yourself.",
                nl="Toon het script daarvoor, om het zelf te installeren.",
            ),
        },
    ),
    "cd360 assess": Help(
        example="cd360 assess acme.cd360.yaml",
        about=Text(
            en="Ask the questions, save every answer, and show the result.",
            nl="Stel de vragen, bewaar elk antwoord en toon het resultaat.",
        ),
        words={
            "FILE": Text(
                en="Where the answers go: YAML, or JSON if it ends in .json. An existing file is resumed.",
                nl="Waar de antwoorden komen: YAML, of JSON als het op .json eindigt. Met een bestaand bestand gaat u verder.",
            ),
            "--plain": Text(
                en="Read one reply a line from standard input.",
                nl="Lees één antwoord per regel van de standaardinvoer.",
            ),
            "--quick": Text(
                en="Ask only what can still change the outcome.",
                nl="Stel alleen vragen die de uitkomst nog kunnen veranderen.",
            ),
            "--respondent": Text(
                en="Who answers; kept in a new file.",
                nl="Wie antwoordt; komt in een nieuw bestand te staan.",
            ),
            "--role": Text(
                en="What that person does there; kept in a new file.",
                nl="Wat diegene daar doet; komt in een nieuw bestand te staan.",
            ),
        },
    ),
    "cd360 recommend": Help(
        example="cd360 recommend acme.cd360.yaml",
        about=Text(
            en="Compute the recommendation from answers that are there.",
            nl="Bereken het advies uit antwoorden die er al zijn.",
        ),
        words={
            "--code": Text(
                en="Answers as `cd360 code` prints them, instead of FILE.",
                nl="Antwoorden zoals `cd360 code` ze toont, in plaats van BESTAND.",
            ),
        },
    ),
    "cd360 code": Help(
        example="cd360 code acme.cd360.yaml",
        about=Text(
            en="Print all answers as one short code, for recommend --code. Company, date, respondent, revenue, notes and sources are not in it.",
            nl="Toon alle antwoorden als één korte code, voor recommend --code. Bedrijf, datum, respondent, omzet, notities en bronnen staan er niet in.",
        ),
    ),
    "cd360 explain": Help(
        example="cd360 explain acme.cd360.yaml --strategy customer-intimacy",
        about=Text(
            en="Explain the recommendation point by point: why, why not, and what would change it.",
            nl="Leg het advies punt voor punt uit: waarom, waarom niet en wat het zou veranderen.",
        ),
        words={
            "--strategy": Text(
                en="Explain this strategy, or why it does not lead.",
                nl="Leg deze strategie uit, of waarom die niet vooropstaat.",
            ),
            "--path": Text(
                en="Show only the shortest way to the market's norm.",
                nl="Toon alleen de kortste weg naar de marktnorm.",
            ),
        },
    ),
    "cd360 whatif": Help(
        example="cd360 whatif acme.cd360.yaml --set tie-breaker=low-cost",
        about=Text(
            en="Show the recommendation before and after a change, side by side. Writes nothing, except with --save-as.",
            nl="Zet het advies voor en na een wijziging naast elkaar. Schrijft niets, behalve met --save-as.",
        ),
        words={
            "--set": Text(
                en="Another answer. May be repeated.",
                nl="Een ander antwoord. Mag herhaald worden.",
            ),
            "--lens-weight": Text(
                en="Another weight for a lens. May be repeated.",
                nl="Een ander gewicht voor een lens. Mag herhaald worden.",
            ),
            "--save-as": Text(
                en="Write the changed answers to this new file.",
                nl="Schrijf de gewijzigde antwoorden naar dit nieuwe bestand.",
            ),
        },
    ),
    "cd360 team": Help(
        example="cd360 team acme/",
        about=Text(
            en="Weigh several respondents on one company together, and show where they disagree.",
            nl="Weeg meerdere respondenten over één bedrijf samen en toon waar ze het oneens zijn.",
        ),
        words={
            "FILE|FOLDER": Text(
                en="The answers of each respondent, or a folder with them.",
                nl="De antwoorden van elke respondent, of een map daarmee.",
            ),
            "--anonymous": Text(
                en="Leave out names and roles.",
                nl="Laat namen en rollen weg.",
            ),
            "--out": Text(
                en="Write it there instead of showing it: as a page (.html) or as JSON (.json). May be repeated.",
                nl="Schrijf het daarheen in plaats van het te tonen: als pagina (.html) of als JSON (.json). Mag herhaald worden.",
            ),
        },
    ),
    "cd360 compare": Help(
        example="cd360 compare acme-2025.cd360.yaml acme.cd360.yaml",
        about=Text(
            en="Compare assessments of one company over time, or of several companies. Shows what moved the recommendation.",
            nl="Vergelijk metingen van één bedrijf door de tijd, of van verschillende bedrijven. Toont wat het advies deed veranderen.",
        ),
        words={
            "FILE|-": Text(
                en="Two or more assessments; - is standard input.",
                nl="Twee of meer bestanden met antwoorden; - is de standaardinvoer.",
            ),
            "--out": Text(
                en="Write it there instead of showing it: as a page (.html) or as JSON (.json). May be repeated.",
                nl="Schrijf het daarheen in plaats van het te tonen: als pagina (.html) of als JSON (.json). Mag herhaald worden.",
            ),
        },
    ),
    "cd360 report": Help(
        example="cd360 report acme.cd360.yaml -o acme.html",
        about=Text(
            en="Write the recommendation as a page with pictures that opens anywhere and prints well; or as Markdown, as JSON, or the journey wheel alone.",
            nl="Schrijf het advies als pagina met beelden die overal opent en zich goed laat afdrukken; of als Markdown, als JSON, of alleen het wiel van de klantreis.",
        ),
        words={
            "--out": Text(
                en="Where to, and by its ending as what: .html, .md, .json or .svg. May be repeated.",
                nl="Waarheen, en aan de uitgang te zien als wat: .html, .md, .json of .svg. Mag herhaald worden.",
            ),
        },
    ),
    "cd360 batch": Help(
        example="cd360 batch respondents.csv -o results.csv",
        about=Text(
            en="Score a table of respondents, one on each row, however many there are. Leaves with exit code 3 where a row is not understood; all others are scored even then.",
            nl="Beoordeel een tabel met respondenten, één per rij, hoeveel het er ook zijn. Eindigt met code 3 als een rij niet wordt begrepen; alle andere worden ook dan beoordeeld.",
        ),
        words={
            "TABLE|-": Text(
                en="CSV, NDJSON or Parquet with question ids as headers or keys, or - for standard input. A cell is the id of an option, two of them with + between, a number, dont-know or not-applicable. Headers (in CSV and Parquet) and cells may also be the texts that cd360 import reads in an export.",
                nl="CSV, NDJSON of Parquet met id's van vragen als kolomkoppen of sleutels, of - voor de standaardinvoer. Een cel is het id van een optie, twee met + ertussen, een getal, dont-know of not-applicable. Kolomkoppen (in CSV en Parquet) en cellen mogen ook de teksten zijn die cd360 import in een export leest.",
            ),
            "--out": Text(
                en="Write to this new file instead of to standard output.",
                nl="Schrijf naar dit nieuwe bestand in plaats van naar de standaarduitvoer.",
            ),
            "--from": Text(
                en="What the table is, where its name does not tell.",
                nl="Wat de tabel is, als de naam dat niet zegt.",
            ),
            "--to": Text(
                en="What to write, where the name of the file does not tell.",
                nl="Wat er geschreven wordt, als de naam van het bestand dat niet zegt.",
            ),
            "--rejects": Text(
                en="Write the rows that are not understood to this new file, as they came.",
                nl="Schrijf de rijen die niet worden begrepen naar dit nieuwe bestand, zoals ze binnenkwamen.",
            ),
            "--resume": Text(
                en="Go on with the file of --out where it stopped.",
                nl="Ga verder met het bestand van --out waar het ophield.",
            ),
            "--summary": Text(
                en="Print what all respondents come to together, instead of rows.",
                nl="Toon wat alle respondenten samen opleveren, in plaats van rijen.",
            ),
            "--engine": Text(
                en="Let Polars, DuckDB or Spark score the table: CSV or Parquet in, CSV, NDJSON or Parquet out, the same rows to the byte. Install it with pip install 'cd360-cli[polars]', [duckdb] or [spark].",
                nl="Laat Polars, DuckDB of Spark de tabel beoordelen: CSV of Parquet in, CSV, NDJSON of Parquet uit, op de byte dezelfde rijen. Installeer met pip install 'cd360-cli[polars]', [duckdb] of [spark].",
            ),
        },
    ),
    "cd360 questions": Help(
        example="cd360 questions --format csv > questions.csv",
        about=Text(
            en="Print the questionnaire, for paper or for a form.",
            nl="Toon de vragenlijst, voor op papier of voor een formulier.",
        ),
        words={"--format": Text(en="What to write.", nl="In welke vorm.")},
    ),
    "cd360 form": Help(
        example="cd360 form -o form.html",
        about=Text(
            en="Write the questionnaire as one page for colleagues to fill in with a browser. It works offline and hands back a file of answers.",
            nl="Schrijf de vragenlijst als één pagina die collega's in een browser invullen. De pagina werkt zonder internet en levert een bestand met antwoorden op.",
        ),
        words={
            "--out": Text(
                en="Where to write it: a name that ends in .html.",
                nl="Waar het komt te staan: een naam die op .html eindigt.",
            ),
            "--company": Text(
                en="Company that it is about; filled in already.",
                nl="Bedrijf waar het over gaat; is dan al ingevuld.",
            ),
            "--lang": Text(
                en="Language to open in; by default the reader's own.",
                nl="Taal bij het openen; standaard die van de lezer.",
            ),
        },
    ),
    "cd360 import": Help(
        example="cd360 import responses.csv -o acme",
        about=Text(
            en="Turn the responses to a form into files of answers, one for each respondent. Reads CSV from Google Forms, Microsoft Forms and LimeSurvey, and overwrites nothing.",
            nl="Maak van ingevulde formulieren bestanden met antwoorden, één per respondent. Leest CSV uit Google Forms, Microsoft Forms en LimeSurvey en overschrijft niets.",
        ),
        words={
            "FILE": Text(
                en="The responses, as CSV with a row for each.",
                nl="De ingevulde formulieren, als CSV met een rij per formulier.",
            ),
            "--out": Text(
                en="Where the files of answers go.",
                nl="Waar de bestanden met antwoorden komen.",
            ),
            "--company": Text(
                en="Company that all rows are about, whatever a column says.",
                nl="Bedrijf waar alle rijen over gaan, wat een kolom ook zegt.",
            ),
            "--ignore": Text(
                en="Leave out the column with this header; its beginning will do, if “...” follows. May be repeated.",
                nl="Laat de kolom met deze kop weg; het begin volstaat, met ‘...’ erachter. Mag herhaald worden.",
            ),
            "--dates": Text(
                en="What comes first in dates such as 03/04/2026, day or month, where the column itself does not show it.",
                nl="Wat vooropstaat in datums als 03-04-2026, dag of maand, als de kolom dat zelf niet laat zien.",
            ),
            "--keep-email": Text(
                en="Use e-mail addresses as the names of respondents.",
                nl="Gebruik e-mailadressen als namen van respondenten.",
            ),
            "--dry-run": Text(
                en="Say what would be written, and write nothing.",
                nl="Zeg wat er zou worden geschreven, en schrijf niets.",
            ),
        },
    ),
    "cd360 cases": Help(
        example="cd360 cases",
        about=Text(
            en="List published companies, and what cd360 makes of them.",
            nl="Toon bedrijven uit publicaties en hoe cd360 ze beoordeelt.",
        ),
    ),
    "cd360 sql": Help(
        example="cd360 sql --dialect spark --table survey > cd360.sql",
        about=Text(
            en="Print the framework as one SELECT that scores every row of a table where it is, to the same digits as cd360 batch.",
            nl="Toon het framework als één SELECT, die elke rij van een tabel op zijn plaats beoordeelt, met dezelfde cijfers als cd360 batch.",
        ),
        words={
            "--dialect": Text(
                en="The database that is to run it.",
                nl="De database die hem uitvoert.",
            ),
            "--table": Text(
                en="The table. It has the columns `row` (a whole number) and `respondent`, and a column of texts for each question: the id of an option, two of them with + between, a number, dont-know or not-applicable.",
                nl="De tabel. Die heeft de kolommen `row` (een geheel getal) en `respondent`, en een kolom met teksten voor elke vraag: het id van een optie, twee met + ertussen, een getal, dont-know of not-applicable.",
            ),
        },
    ),
    "cd360 framework": Help(
        example="cd360 framework show",
        about=Text(
            en="Browse, check and replace what cd360 knows.",
            nl="Bekijk, controleer en vervang wat cd360 weet.",
        ),
    ),
    "cd360 framework show": Help(
        example="cd360 framework show customer-intimacy",
        about=Text(
            en="Show what the framework knows: all of it as a tree, or one entry in full.",
            nl="Toon wat het framework weet: alles als boom, of één onderdeel volledig.",
        ),
        words={
            "ID": Text(
                en="The id of a strategy, step, trait, question or any other entry.",
                nl="Het id van een strategie, stap, kenmerk, vraag of ander onderdeel.",
            ),
        },
    ),
    "cd360 framework check": Help(
        example="cd360 framework check my-framework.yaml",
        about=Text(
            en="Find what is wrong with a framework, with file and line.",
            nl="Zoek wat er mis is met een framework, met bestand en regel.",
        ),
        words={
            "FILE": Text(
                en="The framework. Otherwise the bundled one.",
                nl="Het framework. Anders het meegeleverde.",
            ),
        },
    ),
    "cd360 framework audit": Help(
        example="cd360 framework audit my-framework.yaml",
        about=Text(
            en="Measure how fair a framework is when answers are random.",
            nl="Meet hoe eerlijk een framework is bij willekeurige antwoorden.",
        ),
        words={
            "FILE": Text(
                en="The framework. Otherwise the bundled one.",
                nl="Het framework. Anders het meegeleverde.",
            ),
        },
    ),
    "cd360 framework schema": Help(
        example="cd360 framework schema assessment > assessment.json",
        about=Text(
            en="Print a JSON Schema: of frameworks, assessments, recommendations, teams, comparisons or summaries.",
            nl="Toon een JSON-schema: van frameworks, antwoorden, adviezen, teams, vergelijkingen of samenvattingen.",
        ),
        words={
            "NAME": Text(
                en="framework, assessment, recommendation, team, comparison or summary.",
                nl="framework, assessment, recommendation, team, comparison of summary.",
            ),
        },
    ),
    "cd360 framework new": Help(
        example="cd360 framework new my-framework.yaml",
        about=Text(
            en="Start a framework of your own from a small sound one.",
            nl="Begin een eigen framework, vanuit een klein voorbeeld dat klopt.",
        ),
        words={"FILE": Text(en="Where to write it.", nl="Waar het komt te staan.")},
    ),
}
