"""What is said about answers that come from a code."""

from cd360_cli.shape import Text

HEADING = Text(en="Answers from a code", nl="Antwoorden uit een code")
FILE_OR_CODE = Text(
    en="Give either a FILE with answers or --code CODE, not both.",
    nl="Geef óf een bestand met antwoorden (FILE) op, óf --code CODE, maar niet allebei.",
)
