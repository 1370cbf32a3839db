"""Parsing masked text, and the proof that a change of text changed the decorators asked for and nothing else."""

from __future__ import annotations

import ast
import re
from collections.abc import Sequence
from dataclasses import dataclass

from jupyter_hybridize.source.parse import parse_text

_IMPORT = re.compile(r"(?:import|from)\s[^\r\n\\(]+")
Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True, slots=True)
class Syntax:
    """The statements of a cell; of one that is not Python, those lines that are imports."""

    statements: tuple[ast.stmt, ...]
    is_complete: bool


def read(masked: str) -> Syntax:
    """Return what can be read of a cell."""
    statements = parse(masked)
    if statements is not None:
        return Syntax(tuple(statements), is_complete=True)
    imports = [tree for line in masked.splitlines() if _IMPORT.fullmatch(line.rstrip()) and (tree := parse(line))]
    return Syntax(tuple(s for tree in imports for s in tree), is_complete=False)


def parse(masked: str) -> list[ast.stmt] | None:
    """Return the statements of a cell, or None where it is not Python; a cell indented as a whole is one, too."""
    statements = _parse(masked)
    if statements is not None or not masked[:1].isspace():
        return statements
    wrapped = _parse(f"if 1:\n{masked}")
    if wrapped is None or len(wrapped) != 1 or not isinstance(wrapped[0], ast.If):
        return None
    ast.increment_lineno(wrapped[0], -1)
    return wrapped[0].body


def first_line(statement: ast.stmt) -> int:
    """Return the line a statement starts on, decorators included."""
    if not isinstance(statement, ast.ClassDef | Function):
        return statement.lineno
    return min([statement.lineno, *(decorator.lineno for decorator in statement.decorator_list)])


def last_line(statement: ast.stmt) -> int:
    """Return the line a statement ends on."""
    return statement.end_lineno or statement.lineno


def only_decorators_differ(before: str, after: str, changes: int, imports: Sequence[str]) -> bool:
    """Return whether *after* is *before* with one decorator changed in at most *changes* definitions and *imports*."""
    old, new = parse(before), parse(after)
    if old is None or new is None:
        return False
    new = _without(new, imports)
    old_functions, new_functions = _functions(old), _functions(new)
    if len(old_functions) != len(new_functions):
        return False
    for left, right in zip(old_functions, new_functions, strict=True):
        if _dump(left.decorator_list) == _dump(right.decorator_list):
            continue
        changes -= 1
        if not _one_apart(_dump(left.decorator_list), _dump(right.decorator_list)):
            return False
        left.decorator_list, right.decorator_list = [], []
    return changes >= 0 and _dump(old) == _dump(new)


def _parse(text: str) -> list[ast.stmt] | None:
    try:
        return parse_text(text).body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def _without(statements: list[ast.stmt], imports: Sequence[str]) -> list[ast.stmt]:
    """Return the statements less the first occurrence of each import."""
    left = list(statements)
    for line in imports:
        left = _less_first(left, _dump(ast.parse(line).body)[0])
    return left


def _less_first(statements: list[ast.stmt], dumped: str) -> list[ast.stmt]:
    index = next((i for i, s in enumerate(statements) if isinstance(s, ast.Import) and _dump([s]) == [dumped]), None)
    return statements if index is None else statements[:index] + statements[index + 1 :]


def _functions(statements: Sequence[ast.stmt]) -> list[Function]:
    return [node for s in statements for node in ast.walk(s) if isinstance(node, Function)]


def _dump(nodes: Sequence[ast.AST]) -> list[str]:
    return [ast.dump(node) for node in nodes]


def _one_apart(left: list[str], right: list[str]) -> bool:
    """Return whether the lists differ by one item put in, taken out or exchanged."""
    if len(left) == len(right):
        return sum(a != b for a, b in zip(left, right, strict=True)) == 1
    longer, shorter = (left, right) if len(left) > len(right) else (right, left)
    return any(longer[:i] + longer[i + 1 :] == shorter for i in range(len(longer)))
