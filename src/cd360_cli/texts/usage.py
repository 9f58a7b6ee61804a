"""The words around every help screen, and what to say of a command line that is not understood."""

from collections.abc import Mapping

from cd360_cli.shape import Text

# help
EXAMPLE = Text(en="Example:", nl="Voorbeeld:")
USAGE = Text(en="Usage:", nl="Gebruik:")
ARGUMENTS = Text(en="Arguments:", nl="Argumenten:")
OPTIONS = Text(en="Options:", nl="Opties:")
COMMANDS = Text(en="Commands:", nl="Opdrachten:")
ANY_OPTIONS = Text(en="[OPTIONS]", nl="[OPTIES]")
A_COMMAND = Text(en="COMMAND", nl="OPDRACHT")
DEFAULT = Text(en="[default: {value}]", nl="[standaard: {value}]")
REQUIRED = Text(en="[required]", nl="[verplicht]")
MORE = Text(
    en="More about a command: {command} --help", nl="Meer over een opdracht: {command} --help"
)
NAMES: Mapping[str, Text] = {
    "CODE": Text(en="CODE", nl="CODE"),
    "NAME": Text(en="NAME", nl="NAAM"),
    "FILE": Text(en="FILE", nl="BESTAND"),
    "TABLE": Text(en="TABLE", nl="TABEL"),
    "FOLDER": Text(en="FOLDER", nl="MAP"),
    "HEADER": Text(en="HEADER", nl="KOLOMKOP"),
    "QUESTION": Text(en="QUESTION", nl="VRAAG"),
    "ANSWER": Text(en="ANSWER", nl="ANTWOORD"),
    "LENS": Text(en="LENS", nl="LENS"),
    "ID": Text(en="ID", nl="ID"),
    "N": Text(en="N", nl="N"),
}
"""What stands in help and messages for something to fill in."""

# errors
NO_COMMAND = Text(
    en="There is no command {found}.{nearest}", nl="De opdracht {found} bestaat niet.{nearest}"
)
NO_OPTION = Text(
    en="There is no option {found}.{nearest}", nl="De optie {found} bestaat niet.{nearest}"
)
NEAREST = Text(en=" Did you mean {nearest}?", nl=" Bedoelde u {nearest}?")
MISSING = Text(
    en="{name} is missing. For example: {example}", nl="{name} ontbreekt. Bijvoorbeeld: {example}"
)
NEEDS_VALUE = Text(en="{name} needs a value: {value}.", nl="Bij {name} hoort een waarde: {value}.")
TAKES_NO_VALUE = Text(en="{name} takes no value.", nl="Bij {name} hoort geen waarde.")
NOT_ONE_OF = Text(
    en="expected {expected}; found {found}.{nearest}",
    nl="verwacht: {expected}; gevonden: {found}.{nearest}",
)
UNFIT = Text(
    en="{name}: {found} does not fit. {about}", nl="{name}: {found} past hier niet. {about}"
)
TOO_MANY = Text(
    en="Too many words: {found}. Put a name with spaces in quotes.",
    nl="Te veel woorden: {found}. Zet een naam met spaties tussen aanhalingstekens.",
)
SEE = Text(en="See: {command} --help", nl="Zie: {command} --help")

# reading and failing
FROM_KEYBOARD = Text(
    en="Type or paste the answers here, and end with Ctrl-D on a line of its own.",
    nl="Typ of plak de antwoorden hier en sluit af met Ctrl-D op een eigen regel.",
)
BUG = Text(
    en="This is a bug in cd360 {version} (Python {python}, {system}). Every answer given so far is saved. Please report it with the lines above, after taking out what is confidential.",
    nl="Dit is een fout in cd360 {version} (Python {python}, {system}). Elk antwoord tot nu toe is bewaard. Meld de fout en stuur de regels hierboven mee, zonder wat vertrouwelijk is.",
)

# shell completion
INSTALLED = Text(
    en="{path} written, for {shell}. Open a new terminal, and Tab completes.",
    nl="{path} geschreven, voor {shell}. Open een nieuwe terminal en Tab vult aan.",
)
UNKNOWN_SHELL = Text(
    en="This shell cannot complete cd360: {found}. Run it from {expected}.",
    nl="Deze shell kan cd360 niet aanvullen: {found}. Start het vanuit {expected}.",
)
