"""What the questionnaire itself says."""

from cd360_cli.shape import Text

COMPANY = Text(en="Which company is this about?", nl="Over welk bedrijf gaat het?")
COMPANY_AGAIN = Text(en="Please type a name.", nl="Typ een naam.")
GOES_TO = Text(
    en="Answers go to {file}, saved after each one.",
    nl="De antwoorden gaan naar {file}, bewaard na elk antwoord.",
)
RESUMES = Text(
    en="{company}: {answered} of {all} questions done; here is the next one.",
    nl="{company}: {answered} van de {all} vragen gedaan; hier is de volgende.",
)
PROGRESS = Text(
    en="{block}, {n} of {of} - question {at} of {all}",
    nl="{block}, {n} van {of} - vraag {at} van {all}",
)
KEYS = Text(
    en="d don't know | n not applicable | b back | ? why we ask | q save and stop",
    nl="d weet ik niet | n niet van toepassing | b terug | ? waarom | q bewaar en stop",
)
TWO = Text(
    en="(two numbers where two fit equally well)", nl="(twee getallen als er twee even goed passen)"
)
LADDER = Text(
    en="(the highest level that holds, with all below it)",
    nl="(het hoogste niveau dat klopt, met alles eronder)",
)
SKIPS_ONE = Text(
    en="{n} strategy question is left out: however it is answered, {strategy} leads.",
    nl="{n} strategievraag vervalt: hoe die ook beantwoord wordt, {strategy} staat voorop.",
)
SKIPS_MANY = Text(
    en="{n} strategy questions are left out: however they are answered, {strategy} leads.",
    nl="{n} strategievragen vervallen: hoe die ook beantwoord worden, {strategy} staat voorop.",
)
QUICK_ONE = Text(
    en="Left out of this quick assessment: {n} other question.",
    nl="Weggelaten in deze snelle ronde: {n} andere vraag.",
)
QUICK_MANY = Text(
    en="Left out of this quick assessment: {n} other questions. Without --quick they are asked.",
    nl="Weggelaten in deze snelle ronde: {n} andere vragen. Zonder --quick worden ze gesteld.",
)
AT_END = Text(
    en="That was the last question. Enter shows the result, b goes back, q saves and stops.",
    nl="Dat was de laatste vraag. Enter toont het resultaat, b gaat terug, q bewaart en stopt.",
)
NOW = Text(
    en="Your answer was {answer}. Enter keeps it.",
    nl="Uw antwoord was {answer}. Enter laat het zo.",
)
NEEDS_REPLY = Text(
    en="No answer yet. Reply with a number, or d for don't know.",
    nl="Nog geen antwoord. Antwoord met een getal, of met d voor weet ik niet.",
)
FIRST = Text(en="This is the first question.", nl="Dit is de eerste vraag.")
SAVED = Text(
    en="Saved. Go on with: {command} assess {file}",
    nl="Bewaard. Verder gaan: {command} assess {file}",
)
SO_FAR = Text(
    en="The result so far: {command} recommend {file}",
    nl="Het resultaat tot nu toe: {command} recommend {file}",
)
NOTHING_YET = Text(
    en="Nothing was asked yet, nothing saved.", nl="Er is nog niets gevraagd en niets bewaard."
)
DONT_KNOW = Text(en="don't know", nl="weet ik niet")
NOT_APPLICABLE = Text(en="not applicable", nl="niet van toepassing")
A_FILE = Text(en="FILE", nl="BESTAND")
NO_TERMINAL = Text(
    en=(
        "There is no terminal to ask on. Run one of these instead:\n"
        "  cd360 assess {file} --plain < replies.txt   one reply a line from standard input\n"
        "  cd360 recommend {file}                      compute from answers that are there"
    ),
    nl=(
        "Vragen stellen kan alleen in een terminal. Voer een van deze opdrachten uit:\n"
        "  cd360 assess {file} --plain < antwoorden.txt   één antwoord per regel, via de standaardinvoer\n"
        "  cd360 recommend {file}                         bereken met de antwoorden die er zijn"
    ),
)
