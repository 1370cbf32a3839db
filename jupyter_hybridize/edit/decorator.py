"""Adds, removes and reconfigures the `tf.function` decorator of one definition."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from jupyter_hybridize.edit.arguments import in_parentheses, missing, parsed_call
from jupyter_hybridize.edit.edit import EditError
from jupyter_hybridize.edit.lines import (
    Splice,
    delete_lines,
    indentation,
    insert_line,
    newline_at,
    splice,
    split_lines,
)
from jupyter_hybridize.edit.placement import import_splice
from jupyter_hybridize.edit.spelling import Spelling
from jupyter_hybridize.edit.syntax import only_decorators_differ

if TYPE_CHECKING:
    from jupyter_hybridize.edit.definition import Decorator, Definition

_KNOWN = frozenset({"tf.function", "tensorflow.function", "tf.compat.v2.function", "tensorflow.compat.v2.function"})


def decorate(
    text: str, masked: str, definition_line: int, definition_name: str, spelling: Spelling, arguments: str = ""
) -> str:
    """Return the cell's text with the decorator, and the import it needs, added."""
    splices = [decoration(text, masked, definition_line, definition_name, spelling, arguments)]
    imports = []
    if spelling.import_line:
        imports.append(spelling.import_line)
        splices.insert(0, import_splice(text, masked, definition_line, spelling.import_line))
    return changed(text, masked, splices, 1, imports)


def undecorate(
    text: str, masked: str, definition_line: int, definition_name: str, decorator_line: int | None = None
) -> str:
    """Return the cell's text without the ``tf.function`` decorator, which stands on *decorator_line*."""
    return changed(text, masked, [removal(masked, definition_line, definition_name, decorator_line)], 1)


def reconfigure(
    text: str,
    masked: str,
    definition_line: int,
    definition_name: str,
    spelling: Spelling,
    arguments: str,
    decorator_line: int | None = None,
) -> str:
    """Return the cell's text with the decorator's arguments replaced."""
    change = reconfiguration(masked, definition_line, definition_name, spelling, arguments, decorator_line)
    return changed(text, masked, [change], 1)


def decoration(text: str, masked: str, line: int, name: str, spelling: Spelling, arguments: str) -> Splice:
    """Return the insertion of the decorator's line."""
    definition = _find(masked, line, name)
    for decorator in definition.decorators:
        if decorator.callee in _KNOWN | {spelling.expression}:
            raise EditError(f"`{name}` is decorated with `{decorator.callee}` already")
        if decorator.callee.endswith(".register") and not decorator.is_call:
            # functools.singledispatch reads the type from the annotations, and a tf.function is no plain function
            raise EditError(f"`@{decorator.callee}` does not accept a `tf.function`")
    place = _place(definition)
    lines = split_lines(text)
    above = lines[place - 1]
    if not above.lstrip(" \t\f").startswith(("def", "async", "@")):
        raise EditError(f"`{name}` does not begin on a line of its own")
    margin, name, newline = indentation(above), f"@{spelling.expression}", newline_at(lines, place)
    given = in_parentheses(arguments, spelling, margin, len(margin + name)).replace("\n", newline)
    return insert_line(place, f"{margin}{name}{given}{newline}")


def removal(masked: str, line: int, name: str, decorator_line: int | None) -> Splice:
    """Return the deletion of the decorator's lines."""
    decorator = _chosen(_find(masked, line, name), name, decorator_line)
    return delete_lines(decorator.line, decorator.end_line)


def reconfiguration(
    masked: str, line: int, name: str, spelling: Spelling, arguments: str, decorator_line: int | None
) -> Splice:
    """Return the change of what follows the decorator's name: an addition, where it only lacks some arguments."""
    decorator = _chosen(_find(masked, line, name), name, decorator_line)
    if not decorator.callee:
        raise EditError(f"the decorator of `{name}` is not a plain call of `tf.function`")
    lines = split_lines(masked)
    margin, newline = indentation(lines[decorator.line - 1]), newline_at(lines, decorator.line)
    added = _addition(lines, decorator, spelling, arguments)
    if added is None:
        given = in_parentheses(arguments, spelling, margin, decorator.callee_end[1])
        added = Splice(*decorator.callee_end, decorator.end_line, decorator.end_column, given)
    return replace(added, text=added.text.replace("\n", newline))


def _addition(lines: list[str], decorator: Decorator, spelling: Spelling, arguments: str) -> Splice | None:
    """Return the insertion of the arguments that the decorator lacks, behind those it has; None where others change."""
    first, (line, column) = decorator.line, decorator.callee_end
    taken = [*lines[line - 1 : decorator.end_line]]
    taken[-1] = taken[-1][: decorator.end_column]
    text = "f" + "".join(taken)[column:]
    present = parsed_call(text)
    lacking = None if present is None else missing(arguments, present)
    if present is None or not lacking or not present.keywords:
        return None
    last = present.keywords[-1].value
    end_line, end_column = last.end_lineno or 1, last.end_col_offset or 0
    if not text.isascii():
        return None  # the columns of a syntax tree count bytes
    place = line + end_line - 1
    start = end_column + column - 1 if end_line == 1 else end_column
    margin = indentation(lines[first - 1])
    given = in_parentheses(lacking, spelling, margin, start)[1:-1]
    return Splice(place, start, place, start, f", {given}")


def changed(text: str, masked: str, splices: list[Splice], changes: int, imports: list[str] | None = None) -> str:
    """Return *text* with the splices made; refuse if more than *changes* decorators and the imports would change."""
    try:
        after, masked_after = splice(text, splices), splice(masked, splices)
    except ValueError as error:
        raise EditError("two changes of one definition") from error
    if not only_decorators_differ(masked, masked_after, changes, imports or []):
        raise EditError("the cell's layout does not allow the change")
    return after


def _find(masked: str, line: int, name: str) -> Definition:
    from jupyter_hybridize.edit.definition import find_definition

    return find_definition(masked, line, name)


def _place(definition: Definition) -> int:
    """Return the line before which the decorator goes: innermost, so that what stands above keeps its meaning.

    A function under `tf.custom_gradient` returns a Python function, which a trace cannot: there it goes above.
    """
    gradients = [d.line for d in definition.decorators if d.callee.rpartition(".")[2] == "custom_gradient"]
    return min([*gradients, definition.line])


def _chosen(definition: Definition, name: str, line: int | None) -> Decorator:
    """Return the decorator on *line*, or the only one that is called ``function``."""
    if line is None:
        found = [d for d in definition.decorators if d.callee.rpartition(".")[2] == "function"]
    else:
        found = [d for d in definition.decorators if d.line <= line <= d.end_line]
    if len(found) != 1:
        raise EditError(f"`{name}` has no `tf.function` decorator" + (f" on line {line}" if line else ""))
    return found[0]
