"""Adds, removes and reconfigures the `tf.function` decorator of one definition."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

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
    decorator_text = f"@{spelling.expression}{_call(arguments, spelling)}"
    return insert_line(place, f"{indentation(above)}{decorator_text}{newline_at(lines, place)}")


def removal(masked: str, line: int, name: str, decorator_line: int | None) -> Splice:
    """Return the deletion of the decorator's lines."""
    decorator = _chosen(_find(masked, line, name), name, decorator_line)
    return delete_lines(decorator.line, decorator.end_line)


def reconfiguration(
    masked: str, line: int, name: str, spelling: Spelling, arguments: str, decorator_line: int | None
) -> Splice:
    """Return the replacement of what follows the decorator's name."""
    decorator = _chosen(_find(masked, line, name), name, decorator_line)
    if not decorator.callee:
        raise EditError(f"the decorator of `{name}` is not a plain call of `tf.function`")
    end = (decorator.end_line, decorator.end_column)
    return Splice(*decorator.callee_end, *end, _call(arguments, spelling))


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


def _call(arguments: str, spelling: Spelling) -> str:
    """Return the arguments in parentheses, written as this notebook writes TensorFlow."""
    if not arguments.strip():
        return ""
    call = _parsed(arguments)
    if call is None:
        raise EditError(f"`{arguments}` are not arguments")
    return f"({_respelled(arguments, call, spelling)})"


def _parsed(arguments: str) -> ast.Call | None:
    """Return the call `f(arguments)` if it is one, the whole of one, and nothing else."""
    text = f"f({arguments})"
    try:
        call = ast.parse(text, mode="eval").body
    except (SyntaxError, ValueError):
        return None
    if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Name):
        return None
    return call if ast.get_source_segment(text, call) == text else None


def mentions_module(arguments: str) -> bool:
    """Return whether the arguments name TensorFlow, as in ``tf.TensorSpec``."""
    call = _parsed(arguments)
    return call is not None and any(isinstance(node, ast.Name) and node.id == "tf" for node in ast.walk(call))


def _respelled(arguments: str, call: ast.Call, spelling: Spelling) -> str:
    names = [node for node in ast.walk(call) if isinstance(node, ast.Name) and node.id == "tf"]
    if not names or spelling.module == "tf":
        return arguments
    if spelling.module is None:
        raise EditError("the arguments need TensorFlow itself, and only `function` is imported")
    lines = [line.encode() for line in f"f({arguments})".splitlines(keepends=True)]
    for name in sorted(names, key=lambda n: (n.lineno, n.col_offset), reverse=True):
        line = lines[name.lineno - 1]
        lines[name.lineno - 1] = line[: name.col_offset] + spelling.module.encode() + line[name.col_offset + 2 :]
    return b"".join(lines).decode()[2:-1]
