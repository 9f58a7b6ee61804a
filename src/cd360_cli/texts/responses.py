"""What is said of answers that come from a form: problems, notices and the tally."""

from collections.abc import Mapping

from cd360_cli.shape import Text

SENTENCES: Mapping[str, Text] = {
    # files
    "zipped-export": Text(
        en="an Excel workbook or a zip file; expected CSV: unpack it, or save the sheet as “CSV UTF-8”",
        nl="een Excel-werkmap of een zipbestand; verwacht: CSV. Pak het uit, of bewaar het blad als “CSV UTF-8”",
    ),
    "binary-export": Text(
        en="binary data; expected CSV, as the form product exports it",
        nl="binaire data; verwacht: CSV, zoals het formulierprogramma dat exporteert",
    ),
    "undecodable-export": Text(
        en="not text in UTF-8, UTF-16 or Windows-1252; export it again as “CSV UTF-8”",
        nl="geen tekst in UTF-8, UTF-16 of Windows-1252; exporteer opnieuw als “CSV UTF-8”",
    ),
    "broken-export": Text(
        en="not well-formed CSV from here on; look at the quotes",
        nl="vanaf hier geen geldige CSV; kijk naar de aanhalingstekens",
    ),
    "too-many-columns": Text(
        en="{found} columns; expected at most {most}",
        nl="{found} kolommen; verwacht: hooguit {most}",
    ),
    "empty-export": Text(
        en="no rows; expected headers and a row for each response",
        nl="geen rijen; verwacht: kolomkoppen en een rij per ingevuld formulier",
    ),
    "no-responses": Text(
        en="only headers; expected a row for each response",
        nl="alleen kolomkoppen; verwacht: een rij per ingevuld formulier",
    ),
    "too-few-questions": Text(
        en="columns with answers to this questionnaire: {found} of {all}; expected at least {least}. A header is the id of a question (`{id}`) or its text (`{text}`)",
        nl="kolommen met antwoorden op deze vragenlijst: {found} van {all}; verwacht: ten minste {least}. Een kolomkop is het id van een vraag (`{id}`) of de tekst ervan (`{text}`)",
    ),
    "no-company-column": Text(
        en="no column says which company it is about; add a column `{header}`, or use --company NAME",
        nl="geen kolom zegt om welk bedrijf het gaat; voeg een kolom `{header}` toe, of gebruik --company NAAM",
    ),
    "no-folder": Text(
        en="this folder cannot be made ({detail}); name another one",
        nl="deze map kan niet worden gemaakt ({detail}); noem een andere",
    ),
    "not-a-folder": Text(
        en="this is a file; expected a folder", nl="dit is een bestand; verwacht: een map"
    ),
    # columns
    "unknown-column": Text(
        en="no question of this questionnaire; not imported",
        nl="geen vraag van deze vragenlijst; niet overgenomen",
    ),
    "unknown-option-column": Text(
        en="no option of question `{expected}` that cd360 knows; not imported",
        nl="geen optie van vraag `{expected}` die cd360 kent; niet overgenomen",
    ),
    "ambiguous-column": Text(
        en="this may be any of several questions ({expected}); not imported. Use the id or the full text of one",
        nl="dit kan meer dan één vraag zijn ({expected}); niet overgenomen. Gebruik van één vraag het id of de hele tekst",
    ),
    "repeated-column": Text(
        en="question `{question}` stands in column {other} too; in each row the column that is filled in counts",
        nl="vraag `{question}` staat ook in kolom {other}; per rij telt de kolom die is ingevuld",
    ),
    "shifted-codes": Text(
        en="the answers to this question are numbered from {least} to {most}, but `{found}` in column {other} shows that the form counts otherwise; not imported. Export full answers instead of codes, or correct that cell",
        nl="de antwoorden op deze vraag zijn genummerd van {least} tot en met {most}, maar uit `{found}` in kolom {other} blijkt dat het formulier anders telt; niet overgenomen. Exporteer volledige antwoorden in plaats van codes, of verbeter die cel",
    ),
    "undecided-dates": Text(
        en="either number in `{found}` may be the month, and no other date in this column shows which; nothing was written. Add --dates day-first or --dates month-first",
        nl="in `{found}` kan elk van beide getallen de maand zijn, en geen andere datum in deze kolom laat zien welk; er is niets geschreven. Voeg --dates day-first (dag voorop) of --dates month-first (maand voorop) toe",
    ),
    "dates-read": Text(
        en="`{found}` is read as {day}, and every date in this column in that order",
        nl="`{found}` is gelezen als {day}, en elke datum in deze kolom in die volgorde",
    ),
    "no-such-column": Text(en="no column has this header", nl="geen kolom heeft deze kop"),
    # cells
    "unknown-cell": Text(
        en="`{found}` is no answer to this question; expected the text of an answer, a number from {least} to {most}, or “don't know”",
        nl="`{found}` is geen antwoord op deze vraag; verwacht: de tekst van een antwoord, een getal van {least} tot en met {most}, of ‘weet ik niet’",
    ),
    "ambiguous-cell": Text(
        en="`{found}` may be more than one answer to this question; expected the id of one",
        nl="`{found}` kan meer dan één antwoord op deze vraag zijn; verwacht: het id van één antwoord",
    ),
    "code-for-level": Text(
        en="LimeSurvey's own code `{found}` does not tell a level; expected full answers, or codes from {least} to {most}",
        nl="uit LimeSurveys eigen code `{found}` blijkt geen niveau; verwacht: volledige antwoorden, of codes van {least} tot en met {most}",
    ),
    "several-picks": Text(
        en="more than two options (`{found}`); expected one, or two that fit equally well",
        nl="meer dan twee opties (`{found}`); verwacht: één, of twee die even goed passen",
    ),
    "several-numbers": Text(
        en="more than one answer (`{found}`); expected one at this question",
        nl="meer dan één antwoord (`{found}`); verwacht: één bij deze vraag",
    ),
    "pick-twice": Text(
        en="the same option twice (`{found}`); expected it once",
        nl="twee keer dezelfde optie (`{found}`); verwacht: één keer",
    ),
    "mark-and-pick": Text(
        en="an answer together with don't know or not applicable (`{found}`); expected one or the other",
        nl="een antwoord samen met weet ik niet of niet van toepassing (`{found}`); verwacht: één van beide",
    ),
    "two-answers": Text(
        en="`{found}` differs from the answer in an earlier column with this question; neither is imported",
        nl="`{found}` wijkt af van het antwoord in een eerdere kolom met deze vraag; geen van beide is overgenomen",
    ),
    "unknown-tick": Text(
        en="`{found}` does not say whether this option is ticked; expected Y, Yes, N, No or nothing",
        nl="`{found}` zegt niet of deze optie is aangevinkt; verwacht: Y, Ja, N, Nee of niets",
    ),
    "unreadable-date": Text(
        en="`{found}` is no date; expected one such as 2026-11-22; dated {today} where no other column has one",
        nl="`{found}` is geen datum; verwacht: een datum zoals 2026-11-22; gedateerd op {today} als geen andere kolom er een heeft",
    ),
    # rows
    "long-row": Text(
        en="{found} cells under {expected} headers; not imported, as answers may have shifted. Look at the quotes and delimiters",
        nl="{found} cellen onder {expected} kolomkoppen; niet overgenomen, want antwoorden kunnen zijn verschoven. Kijk naar aanhalingstekens en scheidingstekens",
    ),
    "short-row": Text(
        en="{found} cells under {expected} headers; what is missing counts as not answered. Look whether a line was broken off",
        nl="{found} cellen onder {expected} kolomkoppen; wat ontbreekt, geldt als niet beantwoord. Kijk of er een regel is afgebroken",
    ),
    "no-company": Text(
        en="no company; not imported. Fill it in, or use --company NAME",
        nl="geen bedrijf; niet overgenomen. Vul het in, of gebruik --company NAAM",
    ),
    "no-answers": Text(en="no answers; not imported", nl="geen antwoorden; niet overgenomen"),
}

ROW = Text(en="row {row}", nl="rij {row}")
COLUMN = Text(en="column {letters} ({header})", nl="kolom {letters} ({header})")
COMPANY = Text(en="Company", nl="Bedrijf")

HOW_TO_IGNORE = Text(
    en="Leave out columns that you do not need with --ignore HEADER.",
    nl="Kolommen die u niet nodig hebt, laat u weg met --ignore KOLOMKOP.",
)
EMAIL_LEFT_OUT = Text(
    en="E-mail addresses are left out. With --keep-email they name the respondents.",
    nl="E-mailadressen zijn weggelaten. Met --keep-email worden het de namen van de respondenten.",
)
UNDATED_ONE = Text(
    en="{n} response has no date that can be read: dated {today}.",
    nl="{n} ingevuld formulier heeft geen leesbare datum: gedateerd op {today}.",
)
UNDATED_MANY = Text(
    en="{n} responses have no date that can be read: dated {today}.",
    nl="{n} ingevulde formulieren hebben geen leesbare datum: gedateerd op {today}.",
)
NOT_ASKED_ONE = Text(
    en="{n} of {all} questions has no column that was imported: {ids}",
    nl="{n} van de {all} vragen heeft geen kolom die is overgenomen: {ids}",
)
NOT_ASKED_MANY = Text(
    en="{n} of {all} questions have no column that was imported: {ids}",
    nl="{n} van de {all} vragen hebben geen kolom die is overgenomen: {ids}",
)
TALLY = Text(
    en="Written to {folder}: {written} of {all} responses.",
    nl="Bewaard in {folder}: {written} van {all} ingevulde formulieren.",
)
DRY_TALLY = Text(
    en="Would be written to {folder}: {written} of {all} responses. Nothing was written.",
    nl="Zou worden bewaard in {folder}: {written} van {all} ingevulde formulieren. Er is niets geschreven.",
)
TOO_FEW = Text(
    en="{who}: {answered} of the {all} strategy questions; {needed} are needed to count.",
    nl="{who}: {answered} van de {all} strategievragen; er zijn er {needed} nodig om mee te tellen.",
)
NEXT = Text(
    en="What they come to together: cd360 team {folder}",
    nl="Waar zij samen op uitkomen: cd360 team {folder}",
)
LEFT_OUT = Text(
    en="What could not be imported is listed above.",
    nl="Wat niet kon worden overgenomen, staat hierboven.",
)
