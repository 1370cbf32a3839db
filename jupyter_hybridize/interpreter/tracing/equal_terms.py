"""Sums of two equal terms in a branch or loop of a graph, of which TensorFlow's optimizer makes an empty tensor.

Seen on TensorFlow 2.21: where a tensor decides, ``y = y + y * tf.ones_like(y)`` has shape [0], and so has
``y = y + tape.gradient(tf.reduce_sum(w * y), w)``: the factor of ones is dropped, and the sum of ``y`` and ``y``
loses its shape. ``y + y`` itself is not concerned, nor is what stands outside of branches and loops.
"""

from __future__ import annotations

import ast
from typing import Final

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.interpreter.language.names import owner_of
from jupyter_hybridize.interpreter.machine import Machine
from jupyter_hybridize.interpreter.syntax.nodes import unparsed
from jupyter_hybridize.interpreter.syntax.scopes import own_nodes

_ONES: Final = frozenset({"ones", "ones_like", "fill", "constant", "tile", "broadcast_to", "reshape", "cast"})
_DETAIL: Final = "TensorFlow's optimizer makes an empty tensor of a sum of equal terms"


def note_sum(m: Machine, node: ast.AST, operator: ast.operator, left: ast.expr, right: ast.expr) -> None:
    """Record ``left + right`` where a tensor decides whether it is run, if one may be the other times ones."""
    if m.trial is None or not isinstance(operator, ast.Add) or not m.frame.mode.is_traced:
        return
    if not any(control.is_staged for frame in m.frames[m.trial_root :] for control in frame.controls):
        return
    if any(_is_same(m, one, other) for one, other in ((left, right), (right, left))):
        with m.at(node):
            m.effect(EffectKind.ASKS_MODE, ast.unparse(node), answer=Answer.UNKNOWN, detail=_DETAIL, reason="sum")


def _is_same(m: Machine, term: ast.expr, other: ast.expr) -> bool:
    """Return whether *other* may be *term* times ones."""
    if isinstance(other, ast.BinOp) and isinstance(other.op, ast.Mult | ast.Div):
        factors = [(other.left, other.right)]
        if isinstance(other.op, ast.Mult):
            factors.append((other.right, other.left))
        return any(_spelled_alike(term, one) and _may_be_one(m, factor) for one, factor in factors)
    return isinstance(term, ast.Name) and _is_gradient(m, other)


def _spelled_alike(one: ast.expr, other: ast.expr) -> bool:
    return type(one) is type(other) and unparsed(one) == unparsed(other)


def _may_be_one(m: Machine, factor: ast.expr) -> bool:
    if isinstance(factor, ast.Constant):
        return bool(factor.value == 1)
    if isinstance(factor, ast.Name):
        held = m.live.get(owner_of(m, m.frame, factor.id), factor.id)
        return held is not None and held.constant() == 1
    if isinstance(factor, ast.Call):
        name = factor.func
        return (
            name.attr if isinstance(name, ast.Attribute) else name.id if isinstance(name, ast.Name) else ""
        ) in _ONES
    return False


def _is_gradient(m: Machine, node: ast.expr) -> bool:
    """Return whether *node* is what a tape gave, unscaled."""
    if isinstance(node, ast.Call):
        return isinstance(node.func, ast.Attribute) and node.func.attr == "gradient"
    code = m.frame.code
    if not isinstance(node, ast.Name) or code is None:
        return False
    assigned = (each for each in own_nodes(code.node) if isinstance(each, ast.Assign))
    return any(
        isinstance(target, ast.Name) and target.id == node.id and _is_gradient(m, each.value)
        for each in assigned
        for target in each.targets
        if isinstance(each.value, ast.Call)
    )
