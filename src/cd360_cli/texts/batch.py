"""What is said while many respondents are scored, and what they come to together."""

from collections.abc import Mapping

from cd360_cli.shape import Text

SENTENCES: Mapping[str, Text] = {
    # the table
    "no-rows": Text(
        en="no rows; expected headers and a row for each respondent",
        nl="geen rijen; verwacht: kolomkoppen en een rij per respondent",
    ),
    "mac-lines": Text(
        en="lines end in CR alone, as on old Macs; expected LF or CR LF. Save the table again as CSV UTF-8",
        nl="regels eindigen op alleen CR, zoals op oude Macs; verwacht: LF of CR LF. Bewaar de tabel opnieuw als CSV UTF-8",
    ),
    "no-question-column": Text(
        en="no column asks a question of this framework; expected the id of a question above each column, such as `{example}`",
        nl="geen enkele kolom hoort bij een vraag van dit framework; verwacht: boven elke kolom het id van een vraag, zoals `{example}`",
    ),
    "column-twice": Text(
        en="question `{found}` has more than one column; expected one",
        nl="vraag `{found}` heeft meer dan één kolom; verwacht: één",
    ),
    "not-parquet": Text(en="not a Parquet file ({detail})", nl="geen Parquet-bestand ({detail})"),
    "no-parquet": Text(
        en="PyArrow, which reads and writes Parquet, is not installed: pip install 'cd360-cli[parquet]'",
        nl="PyArrow, dat Parquet leest en schrijft, is niet geïnstalleerd: pip install 'cd360-cli[parquet]'",
    ),
    "parquet-not-loaded": Text(
        en="PyArrow, which reads and writes Parquet, does not load here: {detail}",
        nl="PyArrow, dat Parquet leest en schrijft, is hier niet te laden: {detail}",
    ),
    "row-too-long": Text(
        en="a row longer than {most} MiB; look for a quote that is never closed, or a file that is no table",
        nl="een rij langer dan {most} MiB; zoek naar een aanhalingsteken dat nergens sluit, of een bestand dat geen tabel is",
    ),
    # rows
    "cell-count": Text(
        en="{found} cells under {expected} headers; look at the quotes and delimiters",
        nl="{found} cellen onder {expected} kolomkoppen; kijk naar aanhalingstekens en scheidingstekens",
    ),
    "broken-row": Text(
        en="not well-formed CSV ({detail}); look at the quotes",
        nl="geen geldige CSV ({detail}); kijk naar de aanhalingstekens",
    ),
    "no-object": Text(
        en="not a JSON object; expected one a line, with question ids as keys",
        nl="geen JSON-object; verwacht: één per regel, met vraag-id's als sleutels",
    ),
    # engines
    "row-of-lines": Text(
        en="a cell with a line break in it; expected each row on one line",
        nl="een cel met een regeleinde erin; verwacht: elke rij op één regel",
    ),
    "after-nothing": Text(
        en="an empty line stands before this row; expected none between rows",
        nl="er staat een lege regel voor deze rij; verwacht: geen tussen de rijen",
    ),
    "column-of-no-cells": Text(
        en="column `{found}` holds neither texts nor whole numbers",
        nl="kolom `{found}` bevat geen teksten en geen gehele getallen",
    ),
    "odd-cells": Text(
        en="more than {most} different cells that are no ids",
        nl="meer dan {most} verschillende cellen die geen id's zijn",
    ),
    "engine-failed": Text(
        en="{engine} gave up ({detail}); nothing was written. Leave out --engine to hear whether a row is the matter",
        nl="{engine} gaf het op ({detail}); er is niets geschreven. Laat --engine weg om te horen of het aan een rij ligt",
    ),
    "not-for-engines": Text(
        en="an engine might read this otherwise than cd360 does; leave out --engine, and all other rows are scored",
        nl="een engine zou dit anders kunnen lezen dan cd360; laat --engine weg, dan worden alle andere rijen beoordeeld",
    ),
    # the result
    "other-rows": Text(
        en="holds other rows than this input gives; --resume only goes on with what the same input and framework began. Name another file, or leave out --resume and remove this one first",
        nl="bevat andere rijen dan deze invoer oplevert; --resume gaat alleen verder met wat met dezelfde invoer en hetzelfde framework begonnen is. Noem een ander bestand, of laat --resume weg en verwijder dit bestand eerst",
    ),
    "changed-since": Text(
        en="changed after {out} was last written, so its rows may be of other answers. Name another file, or leave out --resume and remove that one first",
        nl="gewijzigd nadat {out} voor het laatst is geschreven; de rijen daarin kunnen dus bij andere antwoorden horen. Noem een ander bestand, of laat --resume weg en verwijder dat bestand eerst",
    ),
    "process-ended": Text(
        en="a process that scored rows was ended from outside; every row written so far is whole, so --resume can go on from there",
        nl="een proces dat rijen beoordeelde is van buitenaf beëindigd; alle rijen tot hier zijn compleet, dus --resume kan van daar verder",
    ),
    "unwritable-rows": Text(
        en="cannot be written ({detail}); every row written so far is whole, so --resume can go on from there",
        nl="kan niet worden geschreven ({detail}); alle rijen tot hier zijn compleet, dus --resume kan van daar verder",
    ),
}

IGNORED_ONE = Text(en="{n} column is ignored: {names}", nl="{n} kolom is genegeerd: {names}")
IGNORED_MANY = Text(
    en="{n} columns are ignored: {names}", nl="{n} kolommen zijn genegeerd: {names}"
)
NOT_ASKED_ONE = Text(
    en="{n} question has no column, so nobody answered it: {names}",
    nl="{n} vraag heeft geen kolom en is dus door niemand beantwoord: {names}",
)
NOT_ASKED_MANY = Text(
    en="{n} questions have no column, so nobody answered them: {names}",
    nl="{n} vragen hebben geen kolom en zijn dus door niemand beantwoord: {names}",
)
MISSPELLED = Text(
    en="`{found}` is no question; did you mean `{nearest}`?",
    nl="`{found}` is geen vraag; bedoelt u `{nearest}`?",
)

# progress
PROGRESS = Text(en="{rows} rows, {rate} a second", nl="{rows} rijen, {rate} per seconde")
LEFT = Text(en=", {time} left", nl=", nog {time}")

# afterwards
UNLISTED = Text(
    en="More rows are not understood; only the first {n} are listed here.",
    nl="Er zijn meer rijen niet begrepen; alleen de eerste {n} staan hier.",
)
TALLY = Text(en="Rows scored: {scored} of {all}.", nl="Rijen beoordeeld: {scored} van {all}.")
REJECTED = Text(
    en="The other rows are in {file}, as they came.",
    nl="De overige rijen staan in {file}, zoals ze binnenkwamen.",
)
NOT_SCORED = Text(
    en="The column `problems` says what is wrong with the others; with --rejects FILE they are also written to a file of their own.",
    nl="De kolom `problems` zegt wat er met de overige mis is; met --rejects BESTAND komen ze ook in een eigen bestand.",
)
GO_ON = Text(
    en="Interrupted. All rows in {file} are whole: the same command with --resume goes on from there.",
    nl="Onderbroken. Alle rijen in {file} zijn compleet: dezelfde opdracht met --resume gaat van daar verder.",
)
NOTHING_WRITTEN = Text(
    en="Interrupted. Nothing was written to {file}.",
    nl="Onderbroken. Er is niets naar {file} geschreven.",
)

# summary
VERDICTS = Text(en="Verdicts", nl="Oordelen")
RECOMMENDED = Text(en="Strategies recommended", nl="Aanbevolen strategieën")
AGREEMENT = Text(en="How far they agree", nl="In hoeverre zij het eens zijn")
FIGURES: Mapping[str, Text] = {
    "same": Text(
        en="Same answer to a strategy question", nl="Zelfde antwoord op een strategievraag"
    ),
    "strategies": Text(
        en="Strategies that answers favour", nl="Strategieën waar antwoorden naar wijzen"
    ),
    "levels": Text(en="Levels", nl="Niveaus"),
    "positions": Text(en="Business model", nl="Bedrijfsmodel"),
}
AGREEMENT_NOTE = Text(
    en="Same answer: the share of pairs of respondents. The others: Krippendorff's alpha, 1 all agree, 0 chance, firm from 0.80.",
    nl="Zelfde antwoord: het aandeel van paren respondenten. De overige: Krippendorffs alfa, 1 allen eens, 0 toeval, stevig vanaf 0,80.",
)
LEFT_OUT = Text(
    en="Rows that are not understood are left out; without --summary the column `problems` says why.",
    nl="Rijen die niet worden begrepen tellen niet mee; zonder --summary zegt de kolom `problems` waarom.",
)
QUESTIONS = Text(en="Answers to each question", nl="Antwoorden per vraag")
COMMONEST = Text(en="Most given", nl="Meest gegeven")
SHARE = Text(en="Share", nl="Aandeel")
UNKNOWN = Text(en="Unknown", nl="Onbekend")

# usage
WHICH_FORM = Text(
    en="{name}: is this CSV, NDJSON or Parquet? Say so with {option} csv, for example.",
    nl="{name}: is dit CSV, NDJSON of Parquet? Geef dat aan, bijvoorbeeld met {option} csv.",
)
SPREADSHEET = Text(
    en="{name} is a spreadsheet. Save it as CSV UTF-8 first, and score that.",
    nl="{name} is een rekenblad. Sla het eerst op als CSV UTF-8, en beoordeel dat.",
)
RESUME_NEEDS_OUTPUT = Text(
    en="--resume goes on with a file: name it with --out.",
    nl="--resume gaat verder met een bestand: noem dat met --out.",
)
NO_RESUME_OF_PARQUET = Text(
    en="--resume goes on with CSV or NDJSON; a Parquet file is written whole or not at all.",
    nl="--resume gaat verder met CSV of NDJSON; een Parquet-bestand wordt in zijn geheel geschreven of niet.",
)
PARQUET_NEEDS_OUTPUT = Text(
    en="Parquet goes to a file: name it with --out.",
    nl="Parquet gaat naar een bestand: noem dat met --out.",
)
PARQUET_FROM_A_FILE = Text(
    en="Parquet is read from its end, so from a file: name it instead of -.",
    nl="Parquet wordt vanaf het einde gelezen, dus uit een bestand: noem dat in plaats van -.",
)
SAME_FILE = Text(
    en="{name} is named twice; the table, the output and the rejects are different files.",
    nl="{name} is twee keer genoemd; de tabel, de uitvoer en de afgekeurde rijen zijn verschillende bestanden.",
)
ONLY_WITH_SUMMARY = Text(
    en="--json goes with --summary; for a JSON object a row use --to ndjson.",
    nl="--json hoort bij --summary; gebruik --to ndjson voor een JSON-object per rij.",
)
NOT_WITH_SUMMARY = Text(
    en="--summary writes no rows, so it does not go with {option}.",
    nl="--summary schrijft geen rijen en gaat dus niet samen met {option}.",
)
