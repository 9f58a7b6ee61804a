"""Write YAML that is read as it was meant, and change a value in a text without touching the rest.

A parser tells from which character to which a value stands; the new value takes that place. So
every other character stays as it was typed. A round-trip library writes the whole text anew.
"""

import re
from functools import cache, lru_cache
from typing import Any

from cd360_cli.document import plain_scalar

WIDTH = 100
STEP = 2
"""How far what is new is indented beyond its key."""


def written(data: Any, *, inline: bool = False) -> str:
    """Plain data as YAML, in lines or on one; quotes stand wherever a reader could be mistaken."""
    import yaml

    text: str = yaml.dump(
        data,
        Dumper=_dumper(),
        allow_unicode=True,
        sort_keys=False,
        width=2**31 if inline else WIDTH,
        default_flow_style=inline,
    )
    return text


@cache
def _dumper() -> Any:
    import yaml

    class Dumper(yaml.SafeDumper):
        """Quotes every text that a reader could take for something else."""

    def represent(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
        style = None if type(plain_scalar(text)) is str else "'"
        if not text.replace("\n", "").isprintable():
            style = '"'  # The other styles fold the rarer line breaks.
        return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)

    Dumper.add_representer(str, represent)
    return Dumper


def holds_keys(text: str, at: tuple[str, ...]) -> bool:
    """Whether the value at the end of these keys is a mapping with something in it."""
    _, pair = _found(text, at)
    return pair is not None and pair[1].id == "mapping" and bool(pair[1].value)


def put(text: str, at: tuple[str, ...], value: Any) -> str:
    """`text` with plain data at the end of these keys; a new key comes last in its mapping.

    The mapping around it must be there, with something in it.
    """
    holder, pair = _found(text, at)
    if pair is None:
        return _added(text, holder, at[-1], value)
    key, old = pair
    if holder.flow_style:
        start, new = old.start_mark.index, _inline(text, value, 0)
    else:
        start, new = _in_place(text, key, old, value)
    return text[:start] + new + text[_end(text, old) :]


def drop(text: str, at: tuple[str, ...]) -> str:
    """`text` without the last of these keys, its value and what stands beside it."""
    holder, pair = _found(text, at)
    if pair is None:
        return text
    pairs, n = holder.value, holder.value.index(pair)
    start, end = pair[0].start_mark.index, _end(text, pair[1])
    if holder.flow_style:
        if n + 1 < len(pairs):
            end = pairs[n + 1][0].start_mark.index
        elif n:
            start = _end(text, pairs[n - 1][1])
    elif len(pairs) == 1:
        return put(text, at[:-1], {})
    else:
        start = text.rfind("\n", 0, start) + 1
        end = _line_end(text, end).end()
    return text[:start] + text[end:]


def _in_place(text: str, key: Any, old: Any, value: Any) -> tuple[int, str]:
    """Where the new value begins that takes the place of an old one, and its text."""
    start, column, outer = old.start_mark.index, old.start_mark.column, key.start_mark.column
    below = old.start_mark.line > key.end_mark.line
    if isinstance(value, dict) and value:
        deeper = column if below and column > outer else outer + STEP
        lines = _lines(text, value, deeper)
        if below:
            return start, " " * (deeper - column) + lines
        return len(text[:start].rstrip(" \t")), _newline(text) + " " * deeper + lines
    if old.id == "sequence" and not old.flow_style:
        if isinstance(value, list):
            return start, _lines(text, value, column)
        if "#" not in text[key.end_mark.index : start]:
            return key.end_mark.index, ": " + _inline(text, value, outer)
        return start, _lines(text, [value], column)
    return start, _inline(text, value, outer)


def _added(text: str, holder: Any, key: str, value: Any) -> str:
    """`text` with a new pair at the end of a mapping, below the comments that belong to it."""
    end = _end(text, holder.value[-1][1])
    if holder.flow_style:
        return text[:end] + ", " + _inline(text, {key: value}, 0)[1:-1] + text[end:]
    column: int = holder.start_mark.column
    end = _below(text, _line_end(text, end).start(), column)
    new = _newline(text) + " " * column + _lines(text, {key: value}, column)
    return text[:end] + new + text[end:]


def _below(text: str, index: int, column: int) -> int:
    """Where the lines of comment end that stand below `index`, in `column` or further."""
    comment = re.compile(rf"(\r?\n[ \t]*)*\r?\n {{{column},}}[ \t]*#[^\r\n]*")
    while found := comment.match(text, index):
        index = found.end()
    return index


def _found(text: str, at: tuple[str, ...]) -> tuple[Any, Any]:
    """The mapping that the last of these keys belongs to, and its key and value, or None."""
    holder, pair, node = None, None, _composed(text)
    for key in at:
        holder = node
        pair = next((pair for pair in holder.value if pair[0].value == key), None)
        node = pair and pair[1]
    return holder, pair


@lru_cache(1)  # A change looks for several places in the same text.
def _composed(text: str) -> Any:
    import yaml

    return yaml.compose(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


def _end(text: str, node: Any) -> int:
    """Where the text of a value ends, without the blank lines and comments behind it."""
    while node.id != "scalar" and not node.flow_style:
        last = node.value[-1]
        node = last[1] if node.id == "mapping" else last
    end: int = node.end_mark.index
    runs_on = node.id == "scalar" and node.style in ("|", ">")
    return len(text[:end].rstrip()) if runs_on else end


def _line_end(text: str, index: int) -> re.Match[str]:
    found = re.compile(r"\r\n|[\r\n\x85\u2028\u2029]|\Z").search(text, index)
    assert found is not None  # The end of the text is one.
    return found


def _newline(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def _lines(text: str, data: Any, column: int) -> str:
    """Data in lines of their own, as they stand from the first line's `column` on."""
    return _indented(text, written(data), column)


def _inline(text: str, data: Any, column: int) -> str:
    """Data as it stands behind a key in `column`. Only a text with line breaks takes more lines."""
    return _indented(text, written([data], inline=True).strip()[1:-1], column)


def _indented(text: str, lines: str, column: int) -> str:
    first, *others = lines.rstrip("\n").split("\n")
    return _newline(text).join([first, *(" " * column + line if line else "" for line in others)])
