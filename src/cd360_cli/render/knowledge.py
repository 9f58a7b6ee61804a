"""The framework on a screen: as a tree, and each of its entries in full."""

from collections.abc import Callable
from typing import Any

from rich.console import Group, RenderableType
from rich.text import Text as Styled
from rich.tree import Tree

from cd360_cli.framework import Block, Framework
from cd360_cli.knowledge import Discipline
from cd360_cli.render.knowledge_entries import DESCRIBED, steps_of
from cd360_cli.render.knowledge_shelf import DIM, Parts, Shelf
from cd360_cli.render.page import indented
from cd360_cli.texts import knowledge as say
from cd360_cli.texts.wording import counted, visible


def tree(framework: Framework, language: str) -> Tree:
    """What the framework holds, every node as `name (id)`."""
    shelf = Shelf(framework, language)
    root = Tree(Styled.assemble(shelf.named(framework), f" {visible(framework.version)}"))
    for name in ("strategies", "disciplines", "traits", "tensions", "conditions", "benchmarks",
                 "concepts", "lenses", "blocks"):  # fmt: skip
        if items := getattr(framework, name):
            group = root.add(Styled(shelf.say(say.GROUPS[name]), style="bold"))
            for item in items:
                _branch(shelf, group, item)
    for name in ("moves", "sources"):
        group_name = shelf.say(say.GROUPS[name])
        count = shelf.say(say.COUNT, group=group_name, n=len(getattr(framework, name)))
        root.add(Styled(count, style="bold"))
    return root


def entry(framework: Framework, id: str, language: str) -> RenderableType | None:
    """Everything that stands under an id, from every list that has it; None where none has."""
    shelf = Shelf(framework, language)
    found = [
        _entry(shelf, name, item, describe)
        for name, describe in DESCRIBED.items()
        for item in getattr(framework, name)
        if item.id == id
    ]
    apart = [part for one in found for part in (Styled(), one)]
    return Group(*apart[1:]) if found else None


def ids(framework: Framework) -> list[str]:
    """Every id that has an entry, once."""
    return list(dict.fromkeys(item.id for name in DESCRIBED for item in getattr(framework, name)))


def _branch(shelf: Shelf, group: Tree, item: Any) -> None:
    label = shelf.named(item)
    if isinstance(item, Block):
        count = len(shelf.framework.questions_of(item))
        one, many = say.QUESTIONS_ONE.say(shelf.language), say.QUESTIONS_MANY.say(shelf.language)
        label.append(f": {counted(count, one, many)}")
    branch = group.add(label)
    if isinstance(item, Discipline):
        for step in steps_of(shelf, item):
            branch.add(shelf.named(step))


def _entry(
    shelf: Shelf, name: str, item: Any, describe: Callable[[Shelf, Any], Parts]
) -> RenderableType:
    title = shelf.named(item) if hasattr(item, "name") else Styled(item.id)
    title.stylize("bold")
    kind = Styled(shelf.say(say.KINDS[name]), style=DIM)
    return Group(title, kind, indented(Group(*describe(shelf, item))))
