"""What ``tape.gradient(loss, …)`` tells of *loss*: it raises for a Python number, so afterwards *loss* is a tensor.

``loss = 0`` before a loop that may run no round is a number then, and so is what was computed from it; but nothing
gets past the gradient with it. Seen on TensorFlow 2.21, eagerly and in a graph.
"""

from __future__ import annotations

import ast
from collections.abc import Sequence
from typing import Final

from jupyter_hybridize.domain.value import AbstractValue, Array, Scalar, Tensor
from jupyter_hybridize.interpreter.machine import Machine
from jupyter_hybridize.interpreter.syntax.nodes import walk

_NUMBERS: Final = frozenset({"int", "float", "bool", "complex"})
_COUNTING: Final = frozenset({"int", "float", "len"})


def after_gradient(m: Machine, call: ast.Call) -> None:
    """Take the target of a gradient for a tensor from here on, and what was computed from it on the way."""
    code, target = m.frame.code, _target(call)
    if m.state is None or code is None or target is None or target not in code.info.locals:
        return
    if not _drop_numbers(m, target):
        return
    block, place = _place(getattr(code.node, "body", []), call)
    for index in range(place - 1, -1, -1):
        match block[index]:
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.BinOp() as value) if name != target:
                used = {node.id for node in walk(value) if isinstance(node, ast.Name)}
                if _is_of(m, value, target) and not {name, *used} & _stored(block[index + 1 : place + 1]):
                    _drop_numbers(m, name)
        if target in _stored(block[index : index + 1]):
            return


def _target(call: ast.Call) -> str | None:
    named = [keyword.value for keyword in call.keywords if keyword.arg == "target"]
    match [*call.args[:1], *named]:
        case [ast.Name(id=name)]:
            return name
    return None


def _drop_numbers(m: Machine, name: str) -> bool:
    """Take *name* for a tensor if it is one or a number; return whether it was."""
    held = m.live.get(m.frame.scope, name)
    if held is None or not held.has(Tensor):
        return False
    kept = frozenset(a for a in held.atoms if not (isinstance(a, Scalar) and a.type in _NUMBERS))
    if len(kept) == len(held.atoms):
        return False
    m.live.set(m.frame.scope, name, AbstractValue(kept, held.origins))
    return True


def _place(body: Sequence[ast.stmt], call: ast.Call) -> tuple[Sequence[ast.stmt], int]:
    """Return the innermost block that *call* stands in, and the place of its statement there."""
    for index, statement in enumerate(body):
        if any(node is call for node in walk(statement)):
            inner = [getattr(statement, name, []) for name in ("body", "orelse", "finalbody")]
            found = [_place(block, call) for block in inner if isinstance(block, list)]
            return next((each for each in found if each[1] >= 0), (body, index))
    return body, -1


def _is_of(m: Machine, node: ast.expr, target: str) -> bool:
    """Return whether *node* computes a tensor from the tensor *target*, and from numbers and arrays."""
    match node:
        case ast.BinOp(left=left, right=right):
            sides = [left, right]
            is_of = [_is_of(m, each, target) for each in sides]
            return any(is_of) and all(is_it or _is_plain(m, each) for is_it, each in zip(is_of, sides, strict=True))
        case ast.Name(id=name):
            return name == target
    return False


def _is_plain(m: Machine, node: ast.expr) -> bool:
    match node:
        case ast.Constant(value=int() | float()):
            return True
        case ast.Call(func=ast.Name(id=name)):
            return name in _COUNTING and name not in (m.frame.code.info.locals if m.frame.code else ())
        case ast.Name(id=name):
            held = m.live.get(m.frame.scope, name)
            return held is not None and all(isinstance(atom, Scalar | Tensor | Array) for atom in held.atoms)
    return False


def _stored(statements: Sequence[ast.stmt]) -> frozenset[str]:
    nodes = (node for statement in statements for node in walk(statement))
    return frozenset(n.id for n in nodes if isinstance(n, ast.Name) and not isinstance(n.ctx, ast.Load))
