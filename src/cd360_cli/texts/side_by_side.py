"""The words around figures of several results side by side."""

from cd360_cli.shape import Text

DIFFERENCE = Text(en="difference", nl="verschil")
FLIPS = Text(en="answers to flip", nl="antwoorden tot omslag")
TOLERANCE = Text(en="weight tolerance", nl="speling in gewichten")
SHARE = Text(en="lens share", nl="aandeel lensverdelingen")
NEVER = Text(en="cannot flip", nl="kan niet")
SURENESS_NOTE = Text(
    en=(
        "Answers to flip: how many must change before a rival draws level. Weight tolerance: how "
        "far question weights may be off. Lens share: in how many lens weightings the highest "
        "strategy leads. Percentages differ by percentage points."
    ),
    nl=(
        "Antwoorden tot omslag: hoeveel antwoorden anders moeten uitvallen voordat een andere strategie "
        "gelijk komt. Speling in gewichten: hoever de gewichten van de vragen ernaast mogen zitten. "
        "Aandeel lensverdelingen: bij hoeveel verdelingen over de lenzen de hoogste strategie bovenaan staat. "
        "Verschillen tussen percentages zijn in procentpunten."
    ),
)
SCORES = Text(en="Scores (0-100)", nl="Scores (0-100)")
