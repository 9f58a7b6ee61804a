"""What is said where an engine cannot score a table, or no SELECT be made for one."""

from cd360_cli.shape import Text

MISSING = Text(
    en="{engine} is not installed. Run: pip install 'cd360-cli[{engine}]'",
    nl="{engine} is niet geïnstalleerd. Voer uit: pip install 'cd360-cli[{engine}]'",
)
READS = Text(
    en="{file}: --engine reads a file whose name ends in .csv, .tsv or .parquet. Leave out --engine for any other.",
    nl="{file}: --engine leest een bestand waarvan de naam eindigt op .csv, .tsv of .parquet. Laat --engine weg voor elk ander bestand.",
)
WRITES = Text(
    en="--engine writes a file: name it with --out, ending in .csv, .ndjson or .parquet.",
    nl="--engine schrijft een bestand: noem dat met --out, eindigend op .csv, .ndjson of .parquet.",
)
NOT_WITH = Text(
    en="--engine does not go with {option}; leave out one of the two.",
    nl="--engine gaat niet samen met {option}; laat een van beide weg.",
)
TABLE = Text(
    en="--table needs the name of the table that holds the answers.",
    nl="--table heeft de naam nodig van de tabel met de antwoorden.",
)
PROBLEMS = Text(
    en="The column `problems` says what is wrong with the others.",
    nl="De kolom `problems` zegt wat er met de overige mis is.",
)
NO_JAVA = Text(
    en="Spark needs Java, and none was found. Install a Java runtime (17 or later), or choose --engine polars.",
    nl="Spark heeft Java nodig, en dat is niet gevonden. Installeer Java (17 of later), of kies --engine polars.",
)
