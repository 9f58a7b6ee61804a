"""A table scored by Spark, on this machine or on the cluster that the environment names."""

import os
import re
import shutil
from pathlib import Path

from py4j.protocol import Py4JError
from pyspark.errors import PySparkException
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as sql
from pyspark.sql.types import IntegralType, StringType, StructField, StructType

from cd360_cli.engines.source import Source, Tally, odd_of
from cd360_cli.framework import Framework
from cd360_cli.row_form import FormName
from cd360_cli.sql import ROW, Chain, chain, misread
from cd360_cli.sql_dialect import DIALECTS

_DIALECT = DIALECTS["spark"]

FAILURES = (PySparkException, Py4JError)
"""What is raised where it cannot read or write."""


def headers(path: Path) -> dict[str, bool]:
    """The columns of a Parquet file, and whether each holds texts or whole numbers."""
    fields = spark().read.parquet(_alone(path)).schema.fields
    return {field.name: isinstance(field.dataType, StringType | IntegralType) for field in fields}


def run(framework: Framework, source: Source, target: Path, form: FormName) -> Tally:
    """Write the rows of a table in another.

    On a cluster both are on a file system that all its machines reach.
    """
    session = spark()
    present = tuple(source.wanted)
    table, count = numbered(_table(session, source))
    rows = chained(table, misread(framework, _DIALECT, present)).toLocalIterator()
    found = odd_of(framework, source, rows)
    scored = chained(table, chain(framework, _DIALECT, present, found.odd))
    parts = target.with_name(f"{target.name}.parts")
    writer = scored.write.mode("overwrite")
    if form == "csv":
        # A quote in a text is doubled, as the other engines do.
        writer = writer.options(emptyValue="", escape='"', quote='"')
        writer = writer.options(ignoreLeadingWhiteSpace="false", ignoreTrailingWhiteSpace="false")
    if form == "ndjson":
        writer = writer.option("ignoreNullFields", "false")
    writer.format("json" if form == "ndjson" else form).save(_named(parts))
    _gather(parts, target, form, scored.columns)
    return Tally(count, found.misread)


def spark() -> SparkSession:
    """The session there is; else one of this machine, unless the environment names a cluster."""
    builder = SparkSession.builder.appName("cd360").config("spark.ui.showConsoleProgress", "false")
    if "SPARK_REMOTE" not in os.environ and "MASTER" not in os.environ:
        builder = builder.config("spark.ui.enabled", "false").config("spark.log.level", "ERROR")
    session = builder.getOrCreate()
    # All steps together are more than one method of Java can hold: code is made of each step.
    session.conf.set("spark.sql.codegen.wholeStage", "false")
    # Of a row with a cell too many it gives up only where it reads all columns.
    session.conf.set("spark.sql.csv.parser.columnPruning.enabled", "false")
    return session


def _table(session: SparkSession, source: Source) -> DataFrame:
    reader = session.read
    if source.form == "csv":
        schema = StructType([StructField(name, StringType()) for name in source.names])
        reader = reader.schema(schema).options(
            header="true", sep=source.delimiter, escape='"', mode="FAILFAST"
        )
    table = reader.format(source.form).load(_alone(source.path))
    cells = [
        sql.col(_DIALECT.named(column)).cast("string").alias(name)
        for name, column in source.wanted.items()
    ]
    return table.select(*cells)


def numbered(table: DataFrame) -> tuple[DataFrame, int]:
    """A table with the number of each row, from 1: its place in a part, after the parts before.

    And how many rows there are.
    """
    place = sql.monotonically_increasing_id()
    part = sql.shiftright(place, 33)
    counts = dict(table.groupBy(part.alias("part")).count().collect())
    before, first = {}, 0
    for number in sorted(counts):
        before[number] = first
        first += counts[number]
    starts = sql.create_map(*(sql.lit(n) for pair in before.items() for n in pair))
    within = place.bitwiseAND(sql.lit((1 << 33) - 1))
    row = within + 1 + (starts[part] if before else sql.lit(0))
    return table.withColumn(ROW, row.cast("bigint")), first


def chained(table: DataFrame, chain: Chain) -> DataFrame:
    """The result of a chain: of the SELECT, that is, of which Spark is slow to make a plan."""
    for step in chain.steps:
        table = table.selectExpr(*(f"{value} AS {name}" for name, value in step.columns.items()))
    if chain.condition:
        table = table.where(chain.condition)
    values = chain.result.items()
    return table.selectExpr(*(f"{value} AS {_DIALECT.named(name)}" for name, value in values))


def _alone(file: Path) -> str:
    """One file, whatever is in its name: a star would stand for any other text."""
    return re.sub(r"[\\*?\[\]{}]", r"\\\g<0>", _named(file))


def _named(path: Path) -> str:
    # Spark takes a name as it is, and would look for `%20` where a space stands.
    return f"file://{path.absolute()}"


def _gather(parts: Path, target: Path, form: FormName, names: list[str]) -> None:
    """One file of the parts that Spark wrote, in their order; Parquet stays a folder of parts."""
    if form == "parquet":
        parts.rename(target)
        return
    with target.open("wb") as whole:
        if form == "csv":
            whole.write(",".join(names).encode() + b"\n")
        for part in sorted(parts.glob("part-*")):
            with part.open("rb") as one:
                shutil.copyfileobj(one, whole)
    shutil.rmtree(parts)
