"""Graph loops that count along an axis: ``for t in tf.range(tf.shape(x)[1])`` runs a round if the axis is not empty."""

from __future__ import annotations

import ast
from collections.abc import Sequence

from jupyter_hybridize.domain.value import Api, Tensor
from jupyter_hybridize.interpreter.machine import Machine
from jupyter_hybridize.interpreter.syntax.scopes import own_nodes

_RANGES = frozenset({"tensorflow.range", "builtins.range"})


def certainly_runs(m: Machine, source: ast.expr) -> bool:
    """Return whether *source* is a range up to the size of an axis that has some, whatever the other sizes are."""
    if m.frame.code is None or isinstance(m.frame.code.node, ast.Lambda):
        return False
    if not isinstance(source, ast.Call) or len(source.args) != 1 or source.keywords or not _is_api(m, source, _RANGES):
        return False
    body, (limit,) = m.frame.code.node.body, source.args
    if isinstance(limit, ast.Name):
        given = [node.value for node in _bindings(body, limit.id) if isinstance(node, ast.Assign)]
        if len(given) != 1 or len(_bindings(body, limit.id)) != 1:
            return False
        (limit,) = given
    return _has_size(m, body, limit)


def _has_size(m: Machine, body: Sequence[ast.stmt], node: ast.expr) -> bool:
    match node:
        case ast.Subscript(value=ast.Call(args=[ast.Name(id=name)]) as call, slice=ast.Constant(value=int(axis))):
            held = m.live.get(m.frame.scope, name)
            atom = held.only() if held is not None and _is_api(m, call, frozenset({"tensorflow.shape"})) else None
            if not isinstance(atom, Tensor) or atom.shape.dims is None or _bindings(body, name):
                return False
            return axis < len(atom.shape.dims) and bool(atom.shape.dims[axis])
    return False


def _is_api(m: Machine, call: ast.Call, names: frozenset[str]) -> bool:
    from jupyter_hybridize.interpreter.language.expressions import evaluate

    if not isinstance(call.func, ast.Name | ast.Attribute):
        return False
    atom = evaluate(m, call.func).only()
    return isinstance(atom, Api) and atom.name in names


def _bindings(body: Sequence[ast.stmt], name: str) -> list[ast.AST]:
    """Return the statements that bind *name*, or the targets where they stand in other statements."""
    nodes = list(own_nodes(ast.Module(body=list(body), type_ignores=[])))
    plain = [n for n in nodes if isinstance(n, ast.Assign) and any(_is(t, name) for t in n.targets)]
    targets = {id(t) for n in plain for t in n.targets}
    return [*plain, *(n for n in nodes if _is(n, name) and id(n) not in targets)]


def _is(node: ast.AST, name: str) -> bool:
    return isinstance(node, ast.Name) and node.id == name and not isinstance(node.ctx, ast.Load)
