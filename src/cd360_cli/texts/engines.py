"""What is said where an engine cannot score a table."""

from cd360_cli.shape import Text

MISSING = Text(
    en="{engine} is not installed. Run: pip install 'cd360-cli[{engine}]'",
    nl="{engine} is niet geïnstalleerd. Voer uit: pip install 'cd360-cli[{engine}]'",
)
FORM = Text(
    en="{file}: give the file a name that ends in .csv, .ndjson or .parquet.",
    nl="{file}: geef het bestand een naam die op .csv, .ndjson of .parquet eindigt.",
)
