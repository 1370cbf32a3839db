"""What a branch or loop of a graph cannot hand on, though it stays the same: None, functions, objects, dtypes.

AutoGraph returns every name that a branch or a round binds, and that is read afterwards, from a function of the graph.
What a loop is the first to bind, it stands in for by zeros, which it has for tensors and numbers only.

Source: each kind was run on TensorFlow 2.21.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable
from typing import Final

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.heap import HeapObject
from jupyter_hybridize.domain.spoken import spoken
from jupyter_hybridize.domain.value import (
    AbstractValue,
    Api,
    Array,
    Atom,
    Class,
    Container,
    Function,
    Hybrid,
    Instance,
    Method,
    Module,
    Partial,
    Scalar,
    Tuple,
)
from jupyter_hybridize.interpreter.language.attributes import has_unknown_base, is_user_class, mro
from jupyter_hybridize.interpreter.machine import Machine
from jupyter_hybridize.interpreter.syntax.liveness import carried

_NO_TENSORS: Final = (Function, Class, Api, Method, Module, Partial, Hybrid)
_NO_NUMBERS: Final = frozenset({"NoneType", "ellipsis", "tf.DType", "numpy.dtype"})
_COMPOSITE: Final = frozenset(
    {"tensorflow.TensorArray", "tensorflow.IndexedSlices", "tensorflow.experimental.ExtensionType"}
)
_KNOWN: Final = ("keras.", "tensorflow.Module", "tensorflow.random.Generator", "tensorflow.GradientTape", "builtins.")
_DEEPEST: Final = 3


def check_branches(m: Machine, name: str, one: AbstractValue | None, other: AbstractValue | None) -> None:
    """Record a name that is nothing a graph knows after both branches that bind it."""
    if one is None or other is None:
        return
    answer = min(_is_foreign(m, one, _DEEPEST), _is_foreign(m, other, _DEEPEST), key=_certainty)
    if answer is not Answer.NO:
        detail = f"is {spoken(one)}, which no branch of a graph returns"
        m.effect(EffectKind.BRANCH_DIFFERS, name, answer=~answer, detail=detail, reason="foreign")


def check_loop(
    m: Machine, node: ast.stmt, name: str, old: AbstractValue | None, new: AbstractValue | None, *, is_live: bool
) -> None:
    """Record a name that a staged loop carries on and that is nothing a graph knows."""
    if new is None:
        return
    if old is None:
        answer = _has_no_zeros(m, new, _DEEPEST) if is_live else Answer.NO
        detail, reason = f"is first bound in it, to {spoken(new)}", "undefined"
    else:
        is_carried = is_live or (isinstance(node, ast.While | ast.For | ast.AsyncFor) and name in carried(node))
        answer = min(_is_foreign(m, old, _DEEPEST), _is_foreign(m, new, _DEEPEST), key=_certainty)
        answer = answer if is_carried else Answer.NO
        detail, reason = f"it is {spoken(new)} after each round", "carried"
    if answer is not Answer.NO:
        with m.at(node):
            m.effect(EffectKind.CHANGES_IN_LOOP, name, answer=~answer, detail=detail, reason=reason)


def check_attributes(m: Machine, node: ast.stmt, kind: EffectKind) -> None:
    """Record the attributes of local objects that a staged branch or loop sets to what is nothing a graph knows."""
    for target in ast.walk(node):
        match target:
            case ast.Attribute(value=ast.Name(id=name), attr=attribute, ctx=ast.Store()):
                held = m.live.get(m.frame.scope, name)
            case _:
                continue
        for each in () if held is None else held.each(Instance):
            content = m.live.load(each.site) or HeapObject()
            item = content.attributes.get(attribute)
            if item is None or not m.is_fresh(each.site) or _is_foreign(m, item, _DEEPEST) is not Answer.YES:
                continue
            with m.at(node):
                detail = f"is {spoken(item)}, which a graph does not hand on"
                m.effect(kind, f"{name}.{attribute}", answer=Answer.UNKNOWN, detail=detail, reason="foreign")


def _certainty(answer: Answer) -> int:
    return (Answer.NO, Answer.UNKNOWN, Answer.YES).index(answer)


def _has_no_zeros(m: Machine, item: AbstractValue, depth: int) -> Answer:
    """Return whether AutoGraph finds nothing to begin with for what becomes *item*."""
    kinds = [_atom_has_no_zeros(m, atom, depth) for atom in item.atoms]
    return _all(kinds)


def _atom_has_no_zeros(m: Machine, atom: Atom, depth: int) -> Answer:
    match atom:
        case Array() | Scalar(type="str" | "bytes") | Tuple(name="tf.TensorShape"):
            return Answer.YES
        case Instance(cls="tensorflow.TensorArray"):
            return Answer.YES
        case Tuple() | Container(type="list" | "dict"):
            parts = _parts(m, atom)
            is_empty = isinstance(atom, Container) and atom.type == "list" and _is_empty(m, atom)
            return Answer.YES if is_empty else _any(_has_no_zeros(m, part, depth - 1) for part in parts if depth)
    return _atom_is_foreign(m, atom, depth)


def _is_foreign(m: Machine, item: AbstractValue, depth: int) -> Answer:
    """Return whether *item* is, or holds, what is no tensor and cannot become one."""
    return _all([_atom_is_foreign(m, atom, depth) for atom in item.atoms])


def _atom_is_foreign(m: Machine, atom: Atom, depth: int) -> Answer:
    match atom:
        case Scalar(type=name):
            return Answer.YES if name in _NO_NUMBERS else Answer.NO
        case Instance(cls=cls):
            return _object_is_foreign(m, cls)
        case Tuple() | Container(type="list" | "dict") if depth:
            return _any(_is_foreign(m, part, depth - 1) for part in _parts(m, atom))
    return Answer.YES if isinstance(atom, _NO_TENSORS) else Answer.NO


def _object_is_foreign(m: Machine, cls: str) -> Answer:
    order = mro(m, cls)
    if not _COMPOSITE.isdisjoint(order):
        return Answer.NO
    is_seen = all(is_user_class(m, base) or base.startswith(_KNOWN) for base in order)
    return Answer.YES if is_seen and not has_unknown_base(m, cls) else Answer.UNKNOWN


def _parts(m: Machine, atom: Tuple | Container) -> tuple[AbstractValue, ...]:
    if isinstance(atom, Tuple):
        return atom.items if atom.name != "tf.TensorShape" else ()
    content = m.live.load(atom.site) or HeapObject()
    return (*(content.items or ()), *(content.entries or {}).values())


def _is_empty(m: Machine, atom: Container) -> bool:
    content = m.live.load(atom.site)
    return content is not None and content.items == ()


def _all(answers: list[Answer]) -> Answer:
    if not answers:
        return Answer.NO
    return answers[0] if len(set(answers)) == 1 else Answer.UNKNOWN


def _any(answers: Iterable[Answer]) -> Answer:
    return max(answers, key=_certainty, default=Answer.NO)
