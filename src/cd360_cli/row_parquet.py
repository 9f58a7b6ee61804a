"""Parquet files, read and written as the CSV that they could be; only this loads PyArrow."""

import io
import os
from collections.abc import Sequence
from contextlib import ExitStack, suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from cd360_cli.files import whole
from cd360_cli.problems import Problem, Refused
from cd360_cli.respondent_row import Column

_ROWS = 4096
"""Rows turned into text at once."""

_GROUP = 1 << 24
"""Bytes of text that are written as one group of rows."""


def _arrow() -> Any:
    """PyArrow with its parts. Raises `Refused` where it is not installed, or does not load."""
    try:
        import pyarrow
        import pyarrow.csv
        import pyarrow.parquet
    except ModuleNotFoundError:
        raise Refused("usage", [Problem("no-parquet")]) from None
    except ImportError as error:
        problem = Problem("parquet-not-loaded", values={"detail": str(error)})
        raise Refused("usage", [problem]) from None
    return pyarrow


class ParquetText(io.RawIOBase):
    """A Parquet file, read as CSV. Raises `Refused` where it is not one."""

    def __init__(self, path: Path) -> None:
        self._arrow = _arrow()
        try:
            self._file = self._arrow.parquet.ParquetFile(path)
        except self._arrow.ArrowInvalid as error:
            raise _refused("not-parquet", path, str(error)) from None
        self._batches = self._file.iter_batches(_ROWS)
        self._text = self._csv(self._file.schema_arrow.empty_table(), header=True)

    def read(self, size: int = -1) -> bytes:
        """At most so many of the next bytes; none at the end."""
        while not self._text and (batch := next(self._batches, None)) is not None:
            self._text = self._csv(self._arrow.Table.from_batches([batch]), header=False)
        found, self._text = self._text[:size], self._text[size:]
        return found

    def close(self) -> None:
        """Close the file."""
        self._file.close()
        super().close()

    def _csv(self, table: Any, *, header: bool) -> bytes:
        sink = io.BytesIO()
        options = self._arrow.csv.WriteOptions(include_header=header, quoting_style="needed")
        columns = [self._cells(column) for column in table.columns]
        names = table.column_names
        self._arrow.csv.write_csv(self._arrow.table(columns, names=names), sink, options)
        return sink.getvalue()

    def _cells(self, column: Any) -> Any:
        """The texts in a column: whole numbers without decimals, as nothing may stand for some."""
        if self._arrow.types.is_floating(column.type):
            with suppress(self._arrow.ArrowInvalid):
                column = column.cast(self._arrow.int64())
        return column.cast(self._arrow.string())


class ParquetOutput:
    """Rows as CSV, written to a new Parquet file that appears whole or not at all."""

    def __init__(self, path: Path, columns: Sequence[Column]) -> None:
        arrow = self._arrow = _arrow()
        self.name, self._lines = str(path), list[bytes]()
        types = {c.name: arrow.int64() if c.whole else arrow.string() for c in columns}
        self._names = list(types)
        self._options = arrow.csv.ConvertOptions(
            column_types=types, null_values=[""], strings_can_be_null=True
        )
        if os.path.lexists(path):
            raise _refused("exists", path)
        self._file = ExitStack()
        file = self._file.enter_context(whole(path, new=True))
        self._writer = arrow.parquet.ParquetWriter(file, arrow.schema(types.items()))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        with self._file:
            # Rows that are not understood end the command too, after everything was written.
            if error and not isinstance(error, SystemExit):
                with suppress(OSError):
                    self._writer.close()
                raise error
            self._put()
            self._writer.close()

    def write(self, text: str) -> None:
        """Add whole rows."""
        self._lines.append(text.encode("utf-8", "replace"))
        if sum(map(len, self._lines)) >= _GROUP:
            self._put()

    def _put(self) -> None:
        text, self._lines = b"".join(self._lines), []
        if text:
            # A thread that reads ahead in an object of Python can abort the process as it ends.
            read = self._arrow.csv.ReadOptions(use_threads=False, column_names=self._names)
            source = self._arrow.BufferReader(text)
            table = self._arrow.csv.read_csv(
                source, read_options=read, convert_options=self._options
            )
            self._writer.write_table(table)


def _refused(kind: str, path: Path, detail: str = "") -> Refused:
    return Refused("assessment", [Problem(kind, values={"detail": detail})], str(path))
