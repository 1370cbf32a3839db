"""The ``def`` statements of a text, wherever they stand in it."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence

Definition = ast.FunctionDef | ast.AsyncFunctionDef
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def definitions(block: Sequence[ast.AST], prefix: str = "", owner: str = "") -> Iterator[tuple[Definition, str, str]]:
    """Yield each definition within *block* with what stands before its name, and the class it is a method of.

    Only statements hold definitions, so expressions are not looked through.
    """
    for node in block:
        if isinstance(node, _FUNCTIONS):
            yield node, prefix, owner
            yield from definitions(node.body, f"{prefix}{node.name}.")
        elif isinstance(node, ast.ClassDef):
            yield from definitions(node.body, f"{prefix}{node.name}.", node.name)
        else:
            for inner in _blocks(node):
                yield from definitions(inner, prefix, owner)


def _blocks(node: ast.AST) -> Iterator[Sequence[ast.AST]]:
    for name in node._fields:
        held = getattr(node, name, None)
        if isinstance(held, list) and held and isinstance(held[0], ast.stmt | ast.ExceptHandler | ast.match_case):
            yield held
