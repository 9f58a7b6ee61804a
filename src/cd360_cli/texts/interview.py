"""What the questionnaire itself says."""

from collections.abc import Mapping

from cd360_cli.shape import Text

COMPANY = Text(en="Which company is this about?", nl="Over welk bedrijf gaat het?")
COMPANY_AGAIN = Text(en="Please type a name.", nl="Typ een naam.")
GOES_TO = Text(
    en="Answers go to {file}, saved after each one.",
    nl="De antwoorden gaan naar {file}, bewaard na elk antwoord.",
)
RESUMES = Text(
    en="{company}: {answered} of {all} questions were done already.",
    nl="{company}: {answered} van de {all} vragen waren al gedaan.",
)
PROGRESS = Text(
    en="{block}, {n} of {of} - {at} of {all}",
    nl="{block}, {n} van {of} - {at} van {all}",
)
MINUTES_LEFT = Text(en="about {n} minutes left", nl="nog ongeveer {n} minuten")
MINUTE_LEFT = Text(en="about a minute left", nl="nog ongeveer een minuut")
NONE_LEFT = Text(en="all answered", nl="alles beantwoord")

TWO_MARKED = Text(
    en="Two that fit equally well: mark both with Space, then Enter.",
    nl="Passen er twee even goed, markeer ze dan allebei met de spatiebalk en druk op Enter.",
)
TWO = Text(
    en="(two numbers where two fit equally well)", nl="(twee nummers als er twee even goed passen)"
)
LADDER = Text(en="The highest level that holds.", nl="Het hoogste niveau dat klopt.")
WHY = Text(en="Why we ask: {why}", nl="Waarom we dit vragen: {why}")
SIGNS = Text(
    en="Under each answer stands an example of what you might see.",
    nl="Onder elk antwoord staat een voorbeeld van wat u zou kunnen zien.",
)
NOTE = Text(en="Note: {note}", nl="Notitie: {note}")
SOURCE = Text(en="Source: {source}", nl="Bron: {source}")
NOW = Text(en="Your answer: {answer}", nl="Uw antwoord: {answer}")
DONT_KNOW = Text(en="don't know", nl="weet ik niet")
NOT_APPLICABLE = Text(en="not applicable", nl="niet van toepassing")
OPEN = Text(en="no answer yet", nl="nog geen antwoord")
YOUR_NOTE = Text(en="Your note", nl="Uw notitie")
NOTE_ENTRY = Text(
    en="Enter keeps the note, Esc leaves it as it was.",
    nl="Enter bewaart de notitie, Esc laat alles zoals het was.",
)
NOTE_LINE = Text(
    en="Type the note. An empty line leaves it as it is, - takes it away.",
    nl="Typ de notitie. Een lege regel laat alles zoals het is, - haalt de notitie weg.",
)
WHERE = Text(en="Go to", nl="Ga naar")
WHERE_ENTRY = Text(
    en="The number of a question, or the first letters of a part. Nothing stays here.",
    nl="Het nummer van een vraag, of de eerste letters van een deel. Leeg: blijf hier.",
)
ANSWERED_OF = Text(en="{n} of {all} done", nl="{n} van {all} gedaan")

REVIEW = Text(en="Your answers so far", nl="Uw antwoorden tot nu toe")
AT_END = Text(
    en="Those were all the questions. Look your answers over, or go on to the result.",
    nl="Dat waren alle vragen. Kijk uw antwoorden nog eens na, of ga door naar het resultaat.",
)
COUNTS = Text(
    en="{known} answered, {unknown} don't know, {without} not applicable, {open} open",
    nl="{known} beantwoord, {unknown} weet ik niet, {without} niet van toepassing, {open} open",
)
LEGEND = Text(
    en="? no answer or don't know, ! hard to reconcile with another answer",
    nl="? geen antwoord of weet ik niet, ! moeilijk te rijmen met een ander antwoord",
)
TO_RESULT = Text(en="Show the result", nl="Toon het resultaat")
TO_RESULT_EARLY = Text(
    en="Show the result now, with {open} open", nl="Toon nu al het resultaat, met {open} open"
)
CONTRADICTS = Text(
    en="Questions {questions} are hard to reconcile: {says}",
    nl="Vragen {questions} zijn moeilijk te rijmen: {says}",
)
LEFT_OUT = Text(
    en="Left out of this quick assessment: {n}. Without --quick they are asked.",
    nl="In deze snelle ronde weggelaten vragen: {n}. Zonder --quick worden ze gesteld.",
)

LANGUAGE_NAMES: Mapping[str, str] = {
    "en": "English",
    "nl": "Nederlands",
    "de": "Deutsch",
    "fr": "Français",
}
"""What the key to the next language is called: in that language."""

KEYS: Mapping[str, Text] = {
    "answer": Text(en="number or ↑↓ Enter: answer", nl="nummer of ↑↓ Enter: antwoord"),
    "number": Text(en="number: answer", nl="nummer: antwoord"),
    "keep": Text(
        en="Enter keeps it, a number changes it", nl="Enter laat het zo, een nummer wijzigt het"
    ),
    "d": Text(en="d don't know", nl="d weet ik niet"),
    "x": Text(en="x not applicable", nl="x niet van toepassing"),
    "back": Text(en="← b back", nl="← b terug"),
    "next": Text(en="→ n next", nl="→ n volgende"),
    "b": Text(en="b back", nl="b terug"),
    "n": Text(en="n next", nl="n volgende"),
    "c": Text(en="c clear", nl="c wis"),
    "m": Text(en="m note", nl="m notitie"),
    "?": Text(en="? explain", nl="? uitleg"),
    "g": Text(en="g go to", nl="g ga naar"),
    "u": Text(en="u next open", nl="u volgende open"),
    "r": Text(en="r all answers", nl="r alle antwoorden"),
    "l": Text(en="l {language}", nl="l {language}"),
    "q": Text(en="q save and leave", nl="q bewaar en stop"),
    "choose": Text(en="↑↓ Enter: choose", nl="↑↓ Enter: kies"),
    "home": Text(en="Home: to the result", nl="Home: naar het resultaat"),
    "result": Text(en="Enter: the result", nl="Enter: het resultaat"),
    "return": Text(en="b back to the question", nl="b terug naar de vraag"),
    "change": Text(en="number: change that answer", nl="nummer: wijzig dat antwoord"),
    "all": Text(en="r all answers", nl="r alle antwoorden"),
    "more": Text(en="? explanation and all keys", nl="? uitleg en alle toetsen"),
}
"""What each key does, as it stands at the foot."""

REMARKS: Mapping[str, Text] = {
    "saved-beside": Text(
        en="{file} was changed by somebody else meanwhile. Your answers go to {beside} from now on.",
        nl="{file} is intussen door iemand anders gewijzigd. Uw antwoorden gaan vanaf nu naar {beside}.",
    ),
    "first-question": Text(en="This is the first question.", nl="Dit is de eerste vraag."),
    "no-answer-yet": Text(
        en="No answer yet. Choose one, or d for don't know.",
        nl="Nog geen antwoord. Kies er een, of d voor weet ik niet.",
    ),
    "nothing-highlighted": Text(
        en="Go to an answer with ↑ or ↓ first; Space then marks it.",
        nl="Ga eerst met ↑ of ↓ naar een antwoord; de spatiebalk markeert het dan.",
    ),
    "nothing-open": Text(en="Every question has an answer.", nl="Alle vragen hebben een antwoord."),
    "no-such-key": Text(
        en="That key does nothing here. The keys stand below.",
        nl="Die toets doet hier niets. Onderaan staat welke toetsen er zijn.",
    ),
    "no-such-number": Text(
        en="Questions are numbered 1 to {most}.",
        nl="De vragen zijn genummerd van 1 tot en met {most}.",
    ),
    "no-such-part": Text(en="No part begins with “{found}”.", nl="Geen deel begint met “{found}”."),
    "several-parts": Text(
        en="Several parts begin so: {parts}. Type a little more.",
        nl="Meer delen beginnen zo: {parts}. Typ iets meer.",
    ),
    "note-without-answer": Text(
        en="Your note here has no answer to stand with. Answer (d for don't know), or q again to leave without it.",
        nl="Uw notitie hoort bij een antwoord dat er nog niet is. Antwoord (d voor weet ik niet), of nog eens q om zonder notitie te stoppen.",
    ),
    "questions-spared": Text(
        en="Strategy questions left out: {n}. However they are answered, {strategy} leads.",
        nl="Vervallen strategievragen: {n}. Hoe die ook beantwoord worden, {strategy} staat voorop.",
    ),
    "reply-not-understood": Text(
        en="Please reply with a number from {least} to {most}, or with a letter; ? shows them all.",
        nl="Kies een nummer van {least} tot en met {most}, of een letter; ? toont ze allemaal.",
    ),
    "reply-too-many": Text(
        en="One answer, or two different ones where two fit equally well.",
        nl="Eén antwoord, of twee verschillende als er twee even goed passen.",
    ),
    "reply-one-only": Text(
        en="This question takes one answer.", nl="Bij deze vraag past één antwoord."
    ),
}
"""What there is to say about a move."""

SAVED = Text(
    en="Saved. Go on with: {command} assess {file}",
    nl="Bewaard. Verder gaan: {command} assess {file}",
)
SO_FAR = Text(
    en="The result so far: {command} recommend {file}",
    nl="Het resultaat tot nu toe: {command} recommend {file}",
)
KEPT_IN = Text(
    en="Your answers are in {where}. The reasoning, point by point: {command} explain {file}",
    nl="Uw antwoorden staan in {where}. De redenering, punt voor punt: {command} explain {file}",
)
NOTHING_YET = Text(
    en="Nothing was asked yet, nothing saved.", nl="Er is nog niets gevraagd en niets bewaard."
)
NOT_SAVED = Text(
    en="These answers could not be saved. All of them follow; copy them to a file:",
    nl="Deze antwoorden konden niet worden bewaard. Hier staan ze allemaal; kopieer ze naar een bestand:",
)
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
