"""What is None before a graph loop, and a tensor in it: a graph begins with zeros, which no round finds to be None.

Eagerly ``prev = None`` and, in the loop, ``if prev is not None: total += v - prev`` leave the first round out.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.value import AbstractValue, Scalar
from jupyter_hybridize.interpreter.machine import Machine
from jupyter_hybridize.interpreter.memory.state import State, changed_objects
from jupyter_hybridize.interpreter.syntax.liveness import assigned_in, carried
from jupyter_hybridize.interpreter.tracing import data_loops

REASON = "none"
_ORDERS = (ast.Lt, ast.LtE, ast.Gt, ast.GtE)


def check(m: Machine, node: ast.stmt, before: State, after: State, names: Iterable[str]) -> None:
    """Record what a round of a staged loop reads that is None, or not there, before the first."""
    scope = m.frame.scope
    read = carried(node) if isinstance(node, ast.While | ast.For | ast.AsyncFor) else frozenset()
    for name in sorted(read.intersection(names)):
        is_bound = _is_none(before.get(scope, name)) and not _is_none(after.get(scope, name))
        if is_bound and _takes_none(node, name):
            _note(m, node, name, Answer.NO if _skips(node, name) else Answer.UNKNOWN)
    for site in sorted(changed_objects(after, before)):
        old, now = before.load(site), after.load(site)
        if old is not None and now is not None and m.is_fresh(site):
            entries, later = old.entries or {}, now.entries or {}
            lost = {n for n, v in old.attributes.items() if _is_none(v) and not _is_none(now.attributes.get(n))}
            lost |= {repr(k) for k, v in entries.items() if _is_none(v) and not _is_none(later.get(k))}
            for name in sorted(lost):
                _note(m, node, name, Answer.UNKNOWN)
    data_loops.check_objects(m, node, before, after)


def _note(m: Machine, node: ast.stmt, name: str, answer: Answer) -> None:
    with m.at(node):
        m.effect(EffectKind.CHANGES_IN_LOOP, name, answer=answer, reason=REASON)


def _is_none(item: AbstractValue | None) -> bool:
    atom = None if item is None else item.only()
    return isinstance(atom, Scalar) and atom.type == "NoneType"


def _takes_none(loop: ast.stmt, name: str) -> bool:
    """Return whether a use of the name in the loop may be of use for None too: arithmetic raises, eagerly."""
    computed = 0
    for node in ast.walk(loop):
        match node:
            case ast.BinOp(left=left, right=right):
                parts = [left, right]
            case ast.UnaryOp(op=ast.USub(), operand=part) | ast.Subscript(value=part) | ast.Attribute(value=part):
                parts = [part]
            case ast.Compare(left=left, ops=ops, comparators=others) if all(isinstance(op, _ORDERS) for op in ops):
                parts = [left, *others]
            case _:
                parts = []
        computed += sum(isinstance(part, ast.Name) and part.id == name for part in parts)
    read = [n for n in ast.walk(loop) if isinstance(n, ast.Name) and n.id == name and isinstance(n.ctx, ast.Load)]
    return len(read) > computed


def _skips(loop: ast.stmt, name: str) -> bool:
    """Return whether an ``if`` asks for the name and leaves it as it is: no zeros stand in for it then."""
    tests = [each for each in ast.walk(loop) if isinstance(each, ast.If) and _mentions(each.test, name)]
    return any(name not in assigned_in([*each.body, *each.orelse]) for each in tests)


def _mentions(test: ast.expr, name: str) -> bool:
    return any(isinstance(each, ast.Name) and each.id == name for each in ast.walk(test))
