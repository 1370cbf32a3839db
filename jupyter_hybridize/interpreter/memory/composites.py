"""Which attributes and items AutoGraph stages: those that the text of a branch or loop itself sets, spelt plainly.

``o.k = …``, ``d["a"] = …`` and ``p[i] = …`` are put back when the other branch is traced. ``p[-1] = …``, ``d[a + b]``,
``get().k = …`` and ``setattr(o, "k", …)`` are not, nor is what hangs on a name that the branch or loop binds itself.
"""

from __future__ import annotations

import ast

from jupyter_hybridize.interpreter.machine import Machine
from jupyter_hybridize.interpreter.syntax.liveness import assigned_in
from jupyter_hybridize.interpreter.syntax.scopes import bound_names


def is_staged_target(m: Machine, birth: int) -> bool:
    """Return whether AutoGraph sees the assignment being run change an object older than *birth*."""
    names = _names(_target(m.frame.node))
    if names is None:
        return False
    staged = (c for c in m.frame.controls if c.is_staged and c.start > birth)
    return all(c.node is not None and not names & _bound_in(c.node) for c in staged)


def _target(node: ast.AST | None) -> ast.AST | None:
    return node.target if isinstance(node, ast.AugAssign) else node


def _names(node: ast.AST | None) -> frozenset[str] | None:
    """Return the names in a target, None for one that AutoGraph does not follow."""
    match node:
        case ast.Name(id=name):
            return frozenset({name})
        case ast.Attribute(value=owner):
            return _names(owner)
        case ast.Subscript(value=owner, slice=ast.Constant(value=int() | str())):
            return _names(owner)
        case ast.Subscript(value=owner, slice=ast.Name() | ast.Attribute() as index):
            one, other = _names(owner), _names(index)
            return None if one is None or other is None else one | other
        case _:
            return None


def _bound_in(node: ast.stmt) -> frozenset[str]:
    targets = bound_names(ast.walk(node.target)) if isinstance(node, ast.For | ast.AsyncFor) else frozenset()
    return targets | assigned_in([*getattr(node, "body", []), *getattr(node, "orelse", [])])
