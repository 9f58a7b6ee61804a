"""A table scored by Spark, on this machine or on the cluster that the environment names."""

import os
import shutil
from pathlib import Path

from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as sql

from cd360_cli.framework import Framework
from cd360_cli.sql import RESPONDENT, ROW, select
from cd360_cli.sql_dialect import DIALECTS

FORMATS = {"csv": "csv", "ndjson": "json", "parquet": "parquet"}


def run(framework: Framework, source: Path, target: Path, forms: tuple[str, str]) -> None:
    """Write the rows of a table in another; `forms` say what the files are.

    On a cluster both are on a file system that all its machines reach.
    """
    session = spark()
    table = numbered(_table(session, source, forms[0]))
    rows = scored(framework, table)
    parts = target.with_name(f".{target.name}.parts")
    writer = rows.write.mode("overwrite")
    if forms[1] == "csv":
        # A quote in a text is doubled, as the other engines do.
        writer.options(emptyValue="", escape='"', quote='"').csv(str(parts.absolute()))
    elif forms[1] == "ndjson":
        writer.option("ignoreNullFields", "false").json(str(parts.absolute()))
    else:
        writer.parquet(str(parts.absolute()))
    _gather(parts, target, forms[1], rows.columns)


def spark() -> SparkSession:
    """The session there is; else one of this machine, unless the environment names a cluster."""
    builder = SparkSession.builder.appName("cd360").config("spark.ui.showConsoleProgress", "false")
    if "SPARK_REMOTE" not in os.environ and "MASTER" not in os.environ:
        builder = builder.config("spark.ui.enabled", "false")
    return builder.getOrCreate()


def _table(session: SparkSession, source: Path, form: str) -> DataFrame:
    reader = session.read
    if form == "csv":
        reader = reader.options(header="true", inferSchema="false", escape='"', multiLine="false")
    if form == "ndjson":
        reader = reader.options(primitivesAsString="true")
    return reader.format(FORMATS[form]).load(str(source.absolute()))


def numbered(table: DataFrame) -> DataFrame:
    """A table with the number of each row, from 1: its place in a part, after the parts before."""
    place = sql.monotonically_increasing_id()
    part = sql.shiftright(place, 33)
    counts = dict(table.groupBy(part.alias("part")).count().collect())
    before, first = {}, 0
    for number in sorted(counts):
        before[number] = first
        first += counts[number]
    starts = sql.create_map(*(sql.lit(n) for pair in before.items() for n in pair))
    within = place.bitwiseAND(sql.lit((1 << 33) - 1))
    return table.withColumn(ROW, within + 1 + (starts[part] if before else sql.lit(0)))


def scored(framework: Framework, table: DataFrame) -> DataFrame:
    """The rows of a table of cells."""
    name = "cd360_respondents"
    questions = {question.id for question in framework.questions}
    wanted = [c for c in table.columns if c in questions or c in (ROW, RESPONDENT)]
    texts = [sql.col(f"`{c}`").cast("bigint" if c == ROW else "string").alias(c) for c in wanted]
    table.select(*texts).createOrReplaceTempView(name)
    return table.sparkSession.sql(select(framework, name, DIALECTS["spark"], wanted))


def _gather(parts: Path, target: Path, form: str, names: list[str]) -> None:
    """One file of the parts that Spark wrote, in their order; Parquet stays a folder of parts."""
    if form == "parquet":
        shutil.rmtree(target, ignore_errors=True)
        parts.rename(target)
        return
    with target.open("wb") as whole:
        if form == "csv":
            whole.write(",".join(names).encode() + b"\n")
        for part in sorted(parts.glob("part-*")):
            with part.open("rb") as one:
                shutil.copyfileobj(one, whole)
    shutil.rmtree(parts)
