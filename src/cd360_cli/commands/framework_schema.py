"""`cd360 framework schema`: print one of the published JSON Schemas."""

from cd360_cli import schema_file, streams
from cd360_cli.schema_file import SchemaName


def run(name: SchemaName) -> None:
    """Print the schema of a file or a result."""
    streams.result(schema_file.text_of(name))
