"""What is said about answers that come from a code."""

from cd360_cli.shape import Text

HEADING = Text(en="Answers from a code", nl="Antwoorden uit een code")
FILE_OR_CODE = Text(
    en="Give a file with answers, or --code CODE: one of the two.",
    nl="Geef een bestand met antwoorden op, of --code CODE: één van de twee.",
)
