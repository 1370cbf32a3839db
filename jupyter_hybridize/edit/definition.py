"""Finds one definition and its decorators in a cell; imported late, because LibCST takes 0.2 s to import."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import dataclass

import libcst as cst
from libcst.helpers import get_full_name_for_node
from libcst.metadata import CodeRange, MetadataWrapper, PositionProvider

from jupyter_hybridize.edit.edit import EditError
from jupyter_hybridize.edit.lines import split_lines, with_unix_ends
from jupyter_hybridize.edit.syntax import parse
from jupyter_hybridize.interpreter.headroom import headroom

_MOST_TERMS = 2_000  # about 6,000 ended the process
Places = Mapping[cst.CSTNode, CodeRange]


@dataclass(frozen=True, slots=True)
class Decorator:
    """A decorator from its ``@`` to its end; ``callee`` is its dotted name without arguments, or empty."""

    line: int
    end_line: int
    end_column: int
    callee: str
    callee_end: tuple[int, int]
    is_call: bool


@dataclass(frozen=True, slots=True)
class Definition:
    """A ``def`` and its decorators from the outermost in."""

    line: int
    decorators: tuple[Decorator, ...]


def find_definition(masked: str, line: int, name: str) -> Definition:
    """Return the definition of *name* (qualified or not) whose ``def`` stands on *line*."""
    if _terms(masked) > _MOST_TERMS:
        raise EditError("the code is nested too deeply to be edited")
    try:
        with headroom():
            return _find(with_unix_ends(masked), line, name)  # LibCST miscounts lone carriage returns
    except RecursionError as error:
        raise EditError("the code is nested too deeply to be edited") from error


def _terms(masked: str) -> int:
    """Return how many terms `and` and `or` connect: LibCST nests them, and many overflow the stack it is written on."""
    connected = (node for statement in parse(masked) or () for node in ast.walk(statement))
    return sum(len(node.values) for node in connected if isinstance(node, ast.BoolOp))


def _find(masked: str, line: int, name: str) -> Definition:
    module, shift = _parse(masked)
    if len(split_lines(module.code)) != shift + len(split_lines(masked)):
        # LibCST drops a continuation line that only precedes a statement, and its positions shift
        raise EditError("the cell is laid out in a way that cannot be edited")
    places = MetadataWrapper(module, unsafe_skip_copy=True).resolve(PositionProvider)
    simple_name = name.rpartition(".")[2]
    found = [
        node
        for node, place in places.items()
        if isinstance(node, cst.FunctionDef) and node.name.value == simple_name and place.start.line == line + shift
    ]
    if len(found) != 1:
        raise EditError(f"`{name}` is not defined on line {line}")
    return Definition(line, tuple(_decorator(d, places, shift) for d in found[0].decorators))


def _parse(masked: str) -> tuple[cst.Module, int]:
    """Return the module, and how many lines were put before it (a cell may be indented as a whole)."""
    try:
        return cst.parse_module(masked), 0
    except (cst.ParserSyntaxError, RecursionError) as error:
        if not masked[:1].isspace():
            raise EditError("the cell cannot be parsed") from error
    try:
        return cst.parse_module(f"if 1:\n{masked}"), 1
    except (cst.ParserSyntaxError, RecursionError) as error:
        raise EditError("the cell cannot be parsed") from error


def _decorator(node: cst.Decorator, places: Places, shift: int) -> Decorator:
    expression = node.decorator
    callee = expression.func if isinstance(expression, cst.Call) else expression
    place, callee_end = places[node], places[callee].end
    return Decorator(
        line=place.start.line - shift,
        end_line=place.end.line - shift,
        end_column=place.end.column,
        callee=get_full_name_for_node(callee) or "",
        callee_end=(callee_end.line - shift, callee_end.column),
        is_call=isinstance(expression, cst.Call),
    )
