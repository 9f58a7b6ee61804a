"""What stands on the page that colleagues fill in, and what is said when it is written."""

from collections.abc import Mapping

from cd360_cli.shape import Text

WRITTEN = Text(
    en="{file} written. Send it to colleagues: they open it in a browser and send you the file that it makes.",
    nl="{file} geschreven. Stuur het naar collega's: zij openen het in een browser en sturen u het bestand dat het maakt.",
)

# the top
TITLE = Text(en="Questionnaire", nl="Vragenlijst")
TITLE_ABOUT = Text(en="Questionnaire about {company}", nl="Vragenlijst over {company}")
SKIP = Text(en="Skip to the questions", nl="Naar de vragen")
LANGUAGE = Text(en="Language", nl="Taal")
INTRO = Text(
    en="{n} questions, about {minutes} minutes. There are no right or wrong answers, and “don't know” is an answer too. You can skip a question and come back to it.",
    nl="{n} vragen, ongeveer {minutes} minuten. Goede of foute antwoorden zijn er niet, en ‘weet ik niet’ is ook een antwoord. U kunt een vraag overslaan en later terugkomen.",
)
NEEDED = Text(
    en="Answer at least {needed} of the first {n}, better all: with fewer, your answers do not count for the choice of strategy.",
    nl="Beantwoord minstens {needed} van de eerste {n} vragen, liefst alle: met minder tellen uw antwoorden niet mee voor de keuze van de strategie.",
)
STAYS = Text(
    en="Nothing you enter is sent anywhere. At the end you download your answers as a file, and send that to whoever asked you.",
    nl="Wat u invult, wordt nergens heen gestuurd. Aan het eind downloadt u uw antwoorden als bestand en stuurt u dat naar degene die u dit vroeg.",
)
KEPT = Text(
    en="This browser keeps a draft on this device, also when you close the page. You can erase it at the end of the page.",
    nl="Deze browser bewaart een concept op dit apparaat, ook als u de pagina sluit. Onder aan de pagina kunt u het wissen.",
)
NOT_KEPT = Text(
    en="This browser keeps no draft of this page. Download your answers before you close it.",
    nl="Deze browser bewaart geen concept van deze pagina. Download uw antwoorden voordat u de pagina sluit.",
)
NO_SCRIPT = Text(
    en="Scripts are off here, so this page cannot take your answers. Open it in a web browser such as Edge, Firefox, Safari or Chrome, or print it and fill it in by hand.",
    nl="Scripts staan hier uit, dus deze pagina kan uw antwoorden niet opnemen. Open de pagina in een webbrowser zoals Edge, Firefox, Safari of Chrome, of druk haar af en vul haar met de hand in.",
)

# who and about what
ABOUT_YOU = Text(en="You and the company", nl="U en het bedrijf")
COMPANY = Text(en="Company", nl="Bedrijf")
RESPONDENT = Text(en="Your name", nl="Uw naam")
ROLE = Text(en="Your role there", nl="Uw functie daar")
DATE = Text(en="Date", nl="Datum")
NO_COMPANY = Text(
    en="Enter the name of the company; the file needs it.",
    nl="Vul de naam van het bedrijf in; die hoort in het bestand.",
)

# the questions
PROGRESS = Text(en="{done} of {all} done", nl="{done} van {all} gedaan")
DONE_OF = Text(en="{done} of {all}", nl="{done} van {all}")
PARTS = Text(en="Parts", nl="Onderdelen")
HOW: Mapping[str, Text] = {
    "choice": Text(
        en="Choose the answer that fits best. Does a second one fit equally well? Then say so below the answers.",
        nl="Kies het antwoord dat het beste past. Past een tweede even goed? Geef dat dan onder de antwoorden aan.",
    ),
    "ladder": Text(
        en="Choose the highest level that holds, with all levels below it.",
        nl="Kies het hoogste niveau dat klopt, samen met alle lagere niveaus.",
    ),
    "spectrum": Text(
        en="Choose the position that comes closest, from 1 to 5.",
        nl="Kies de positie die er het dichtst bij ligt, van 1 tot en met 5.",
    ),
}
"""How to answer, by the kind of a block."""
HOW_ON_PAPER: Mapping[str, Text] = {
    "choice": Text(
        en="Tick one box for each question, or two where two fit equally well.",
        nl="Kruis bij elke vraag één vakje aan, of twee als er twee even goed passen.",
    ),
    "ladder": Text(
        en="Tick one box for each question: the highest level that holds, with all levels below it.",
        nl="Kruis bij elke vraag één vakje aan: het hoogste niveau dat klopt, samen met alle lagere niveaus.",
    ),
    "spectrum": Text(
        en="Tick one box for each question: the position that comes closest, from 1 to 5.",
        nl="Kruis bij elke vraag één vakje aan: de positie die er het dichtst bij ligt, van 1 tot en met 5.",
    ),
}
DONT_KNOW = Text(en="Don't know", nl="Weet ik niet")
NOT_APPLICABLE = Text(en="Not applicable", nl="Niet van toepassing")
A_SECOND = Text(en="A second answer fits equally well", nl="Een tweede antwoord past even goed")
WHICH_SECOND = Text(
    en="Which second answer fits equally well?", nl="Welk tweede antwoord past even goed?"
)
WHY = Text(en="Why we ask", nl="Waarom we dit vragen")
WHY_WITH_SIGNS = Text(en="Why we ask, with examples", nl="Waarom we dit vragen, met voorbeelden")
SIGNS = Text(en="What you might see:", nl="Wat u zou kunnen zien:")
NOTE = Text(en="Note", nl="Notitie")
YOUR_NOTE = Text(en="Your note to this question", nl="Uw notitie bij deze vraag")
CLEAR = Text(en="Clear this answer", nl="Antwoord wissen")

# the end
STILL_OPEN = Text(en="Still open", nl="Nog open")
COUNTS = Text(
    en="{known} answered, {unknown} don't know, {without} not applicable, {open} open.",
    nl="{known} beantwoord, {unknown} weet ik niet, {without} niet van toepassing, {open} open.",
)
SOME_OPEN = Text(en="You may leave these questions open.", nl="Deze vragen mag u open laten.")
NOTE_WITHOUT = Text(
    en="Your note here goes into the file only with an answer; “don't know” will do.",
    nl="Uw notitie hier komt alleen met een antwoord in het bestand; ‘weet ik niet’ volstaat.",
)
FINISH = Text(en="Hand in", nl="Inleveren")
HAND_IN = Text(
    en="Your answers go into one file, with your name, your role, the company and today's date.",
    nl="Uw antwoorden komen in één bestand, met uw naam, uw functie, het bedrijf en de datum van vandaag.",
)
DOWNLOAD = Text(en="Download your answers", nl="Download uw antwoorden")
DOWNLOADED = Text(
    en="{file} is now among your downloads. Send it to whoever asked you.",
    nl="{file} staat nu bij uw downloads. Stuur het naar degene die u dit vroeg.",
)
IN_THE_FILE = Text(en="What the file will say", nl="Wat er in het bestand komt")
ERASE = Text(en="Erase the draft", nl="Concept wissen")
ERASE_WHAT = Text(
    en="This takes all your answers and notes off this page and out of this browser. A file that you downloaded stays.",
    nl="Dit haalt al uw antwoorden en notities van deze pagina en uit deze browser. Een bestand dat u hebt gedownload, blijft.",
)
ERASE_ALL = Text(en="Erase everything", nl="Alles wissen")
ERASED = Text(en="The draft is erased.", nl="Het concept is gewist.")
MADE_BY = Text(
    en="Questionnaire {id} {version}, made with cd360 {tool}.",
    nl="Vragenlijst {id} {version}, gemaakt met cd360 {tool}.",
)
