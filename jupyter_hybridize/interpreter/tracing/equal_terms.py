"""Sums of two equal terms in a branch or loop of a graph, of which TensorFlow's optimizer makes an empty tensor.

Seen on TensorFlow 2.21: where a tensor decides, ``y = y + y * tf.ones_like(y)`` has shape [0], and so have
``0.0 + y + y``, ``sum([y, y])`` and ``y = y + tape.gradient(tf.reduce_sum(w * y), w)``: the zero and the factor of
ones are dropped, and the sum of ``y`` and ``y`` loses its shape. ``y + y`` itself is not concerned, nor is what
stands outside of branches and loops.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from typing import Final

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.interpreter.language.names import owner_of
from jupyter_hybridize.interpreter.machine import Machine
from jupyter_hybridize.interpreter.syntax.nodes import unparsed
from jupyter_hybridize.interpreter.syntax.scopes import bound_names, own_nodes

_ONES: Final = frozenset({"ones", "ones_like", "fill", "constant", "tile", "broadcast_to", "reshape", "cast"})
_ZEROS: Final = frozenset({"zeros", "zeros_like", "constant"})
_SUMS: Final = frozenset({"sum", "add_n", "add"})
_LOOPS: Final = (ast.For, ast.While)
_BLOCKS: Final = (*_LOOPS, ast.If)
_DETAIL: Final = "TensorFlow's optimizer makes an empty tensor of a sum of equal terms"
_Term = tuple[str, bool]  # what is added, without what changes nothing of it, and whether there was such


def note_sum(m: Machine, node: ast.AST, operator: ast.operator, left: ast.expr, right: ast.expr) -> None:
    """Record ``left + right`` where a tensor decides whether it is run, if one may be the other times ones."""
    if not isinstance(operator, ast.Add) or not _is_staged(m):
        return
    terms = [*_terms(m, left), *_terms(m, right)]
    gradients = any(isinstance(a, ast.Name) and _is_gradient(m, b) for a, b in ((left, right), (right, left)))
    if gradients or _has_equals(terms) or _accumulates(m, node, left, right):
        _note(m, node)


def note_call(m: Machine, node: ast.Call) -> None:
    """Record ``sum([y, y])`` and its kin where a tensor decides whether it is run."""
    if not node.args or _called(node) not in _SUMS or not _is_staged(m):
        return
    first = node.args[0]
    parts = node.args if len(node.args) == 2 else first.elts if isinstance(first, ast.List | ast.Tuple) else []
    is_stripped = _called(node) == "sum"  # which begins with zero
    terms = [(text, is_stripped or stripped) for part in parts for text, stripped in _terms(m, part)]
    if _has_equals(terms) or _repeats(first):
        _note(m, node)


def _is_staged(m: Machine) -> bool:
    if m.trial is None or not m.frame.mode.is_traced:
        return False
    return any(control.is_staged for frame in m.frames[m.trial_root :] for control in frame.controls)


def _note(m: Machine, node: ast.AST) -> None:
    with m.at(node):
        m.effect(EffectKind.ASKS_MODE, ast.unparse(node), answer=Answer.UNKNOWN, detail=_DETAIL, reason="sum")


def _has_equals(terms: list[_Term]) -> bool:
    texts = [text for text, _ in terms if text]
    return any(stripped for _, stripped in terms) and len(set(texts)) < len(texts)


def _terms(m: Machine, node: ast.expr) -> Iterator[_Term]:
    """Yield what *node* adds up; a zero is no term, but tells that something was stripped."""
    match node:
        case ast.BinOp(op=ast.Add(), left=left, right=right):
            yield from (*_terms(m, left), *_terms(m, right))
        case ast.BinOp(op=ast.Sub(), left=left, right=right) if _is_zero(right):
            yield from (*_terms(m, left), ("", True))
        case ast.BinOp(op=ast.Mult() | ast.Div() | ast.Pow(), left=left, right=right) if _may_be_one(m, right):
            yield unparsed(left), True
        case ast.BinOp(op=ast.Mult(), left=left, right=right) if _may_be_one(m, left):
            yield unparsed(right), True
        case ast.Subscript(value=whole, slice=ast.Slice(lower=None, upper=None, step=None)):
            yield unparsed(whole), True
        case _ if _is_zero(node):
            yield "", True
        case ast.Constant():
            pass
        case _:
            yield unparsed(node), False


def _is_zero(node: ast.expr) -> bool:
    if isinstance(node, ast.Call):
        if _called(node) == "constant":
            return bool(node.args) and _is_zero(node.args[0])
        return _called(node) in _ZEROS
    return isinstance(node, ast.Constant) and isinstance(node.value, int | float) and node.value == 0


def _called(node: ast.Call) -> str:
    name = node.func
    return name.attr if isinstance(name, ast.Attribute) else name.id if isinstance(name, ast.Name) else ""


def _repeats(node: ast.expr) -> bool:
    """Return whether *node* is ``[y] * n`` or ``(y for … in …)``."""
    if isinstance(node, ast.BinOp):
        return isinstance(node.op, ast.Mult) and any(
            isinstance(p, ast.List | ast.Tuple) for p in (node.left, node.right)
        )
    if not isinstance(node, ast.GeneratorExp | ast.ListComp):
        return False
    targets = {each.id for part in node.generators for each in ast.walk(part.target) if isinstance(each, ast.Name)}
    return isinstance(node.elt, ast.Name) and node.elt.id not in targets


def _accumulates(m: Machine, node: ast.AST, left: ast.expr, right: ast.expr) -> bool:
    """Return whether *left* began as zero and the same is added to it again, in a loop of Python or by another line."""
    code = m.frame.code
    if code is None or not isinstance(left, ast.Name):
        return False
    nodes = own_nodes(code.node)
    added = [text for text, _ in _terms(m, right) if text.isidentifier()]
    if not added or not _begins_as_zero(m, nodes, node, left.id):
        return False
    others = [each for each in _additions(nodes, left.id) if each is not right]
    again = {text for each in others for text, _ in _terms(m, each)}
    return not again.isdisjoint(added) or (_is_unrolled(m) and any(_is_kept(nodes, node, text) for text in added))


def _begins_as_zero(m: Machine, nodes: Iterable[ast.AST], node: ast.AST, name: str) -> bool:
    """Return whether *name* is zero where *node* begins to add to it: what a graph loop carries is no constant."""
    zeros = [e for e in nodes if isinstance(e, ast.Assign) and _is_zero(e.value) and name in _targets(e)]
    if not any(control.is_staged and control.is_loop for control in m.frame.controls):
        return bool(zeros)
    blocks = [each for each in nodes if isinstance(each, _BLOCKS) and _is_in(node, each)]
    return any(_is_in(zero, block) for zero in zeros for block in blocks)


def _is_in(node: ast.AST, block: ast.stmt) -> bool:
    return block.lineno < getattr(node, "lineno", 0) <= (block.end_lineno or 0)


def _targets(node: ast.Assign) -> frozenset[str]:
    return frozenset(target.id for target in node.targets if isinstance(target, ast.Name))


def _additions(nodes: Iterable[ast.AST], name: str) -> Iterator[ast.expr]:
    """Yield what the function adds to *name*."""
    for each in nodes:
        match each:
            case ast.AugAssign(target=ast.Name(id=target), op=ast.Add(), value=item) if target == name:
                yield item
            case ast.Assign(value=ast.BinOp(op=ast.Add(), left=ast.Name(id=first), right=item)) if first == name:
                yield item


def _is_unrolled(m: Machine) -> bool:
    """Return whether the innermost loop around is one that Python runs."""
    return not next((control.is_staged for control in reversed(m.frame.controls) if control.is_loop), True)


def _is_kept(nodes: Iterable[ast.AST], node: ast.AST, name: str) -> bool:
    """Return whether the innermost loop that *node* stands in does not bind *name*."""
    loops = [each for each in nodes if isinstance(each, _LOOPS) and _is_in(node, each)]
    innermost = max(loops, key=lambda each: each.lineno, default=None)
    return innermost is not None and name not in bound_names(ast.walk(innermost))


def _may_be_one(m: Machine, factor: ast.expr) -> bool:
    if isinstance(factor, ast.Constant):
        return bool(factor.value == 1)
    if isinstance(factor, ast.Name):
        held = m.live.get(owner_of(m, m.frame, factor.id), factor.id)
        return held is not None and held.constant() == 1
    return isinstance(factor, ast.Call) and _called(factor) in _ONES


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
