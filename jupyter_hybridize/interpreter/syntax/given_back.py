"""Whether a function returns what one of its calls gives."""

from __future__ import annotations

import ast


def is_given_back(function: ast.AST, call: ast.Call) -> bool:
    """Return whether a ``return`` of *function* names *call*, or a name that is bound to it."""
    nodes = list(ast.walk(function))
    bound = {
        name.id
        for node in nodes
        if isinstance(node, ast.Assign) and _holds(node.value, call)
        for target in node.targets
        for name in ast.walk(target)
        if isinstance(name, ast.Name)
    }
    returned = [node.value for node in nodes if isinstance(node, ast.Return) and node.value is not None]
    return any(
        _holds(value, call) or any(isinstance(n, ast.Name) and n.id in bound for n in ast.walk(value))
        for value in returned
    )


def _holds(node: ast.AST, call: ast.Call) -> bool:
    return any(each is call for each in ast.walk(node))
