"""What the manual page (`docs/manual.py`) says besides what help says."""

from collections.abc import Mapping

from cd360_cli.shape import Text

TITLE = Text(en="User Commands", nl="Gebruikersopdrachten")
PURPOSE = Text(
    en="tells a company on which value strategy to lead",
    nl="adviseert welke waardestrategie bij een bedrijf voorop moet staan",
)

NAME = Text(en="NAME", nl="NAAM")
SYNOPSIS = Text(en="SYNOPSIS", nl="SAMENVATTING")
DESCRIPTION = Text(en="DESCRIPTION", nl="BESCHRIJVING")
COMMANDS = Text(en="COMMANDS", nl="OPDRACHTEN")
OPTIONS = Text(en="OPTIONS", nl="OPTIES")
EXIT_STATUS = Text(en="EXIT STATUS", nl="AFSLUITWAARDE")
ENVIRONMENT = Text(en="ENVIRONMENT", nl="OMGEVING")
FILES = Text(en="FILES", nl="BESTANDEN")

ABOUT = Text(
    en="cd360 asks some fifty short questions, saves every answer in one file, and shows what its recommendation rests on and how sure it is. “Don't know” is an answer and never counts as zero. The result goes to standard output, everything else to standard error. cd360 uses no network.",
    nl="cd360 stelt ruim vijftig korte vragen, bewaart elk antwoord in één bestand en toont waarop het advies rust en hoe zeker het is. “Weet ik niet” is een antwoord en telt nooit als nul. De uitkomst gaat naar de standaarduitvoer, al het andere naar de standaardfoutuitvoer. cd360 gebruikt geen netwerk.",
)

CODES: Mapping[str, Text] = {
    "0": Text(
        en="Done. “Undecided” is a result too.", nl="Klaar. Ook “onbeslist” is een uitkomst."
    ),
    "1": Text(en="A bug in cd360.", nl="Een fout in cd360 zelf."),
    "2": Text(en="Wrong usage.", nl="Verkeerd gebruik."),
    "3": Text(
        en="Something is wrong with the assessment.",
        nl="Er klopt iets niet in het bestand met antwoorden.",
    ),
    "4": Text(
        en="Something is wrong with the framework.", nl="Er klopt iets niet in het framework."
    ),
    "130": Text(
        en="Interrupted, or the replies ended. Everything answered is saved.",
        nl="Onderbroken, of er kwamen geen antwoorden meer. Alles wat beantwoord is, is bewaard.",
    ),
}

VARIABLES: Mapping[str, Text] = {
    "LC_ALL, LC_MESSAGES, LANG": Text(
        en="The language, where --lang does not name one.",
        nl="De taal, als --lang er geen noemt.",
    ),
    "NO_COLOR": Text(
        en="If it is set, nothing is coloured.", nl="Als deze is ingesteld, komt er geen kleur."
    ),
    "ACCESSIBLE": Text(
        en="If it is 1, questions come as plain lines, fit for a screen reader.",
        nl="Met de waarde 1 komen de vragen als gewone regels, geschikt voor een schermlezer.",
    ),
    "TERM": Text(
        en="If it is dumb, nothing moves and nothing is coloured.",
        nl="Met de waarde dumb beweegt er niets en komt er geen kleur.",
    ),
    "COLUMNS": Text(en="How wide a line may be.", nl="Hoe breed een regel mag zijn."),
}

PLACES: Mapping[str, Text] = {
    "*.cd360.yaml": Text(
        en="The answers of one company at one time: YAML to read, edit and keep. A new file can be read by its owner only.",
        nl="De antwoorden van één bedrijf op één moment: YAML om te lezen, te wijzigen en te bewaren. Een nieuw bestand kan alleen de eigenaar lezen.",
    ),
}
