"""Assignment targets: names, attributes, items, and unpacking."""

from __future__ import annotations

import ast

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.value import (
    TOP,
    AbstractValue,
    Array,
    Container,
    Instance,
    Tensor,
    Unknown,
    join_all,
    value,
)
from jupyter_hybridize.interpreter.host import InterpreterHost
from jupyter_hybridize.interpreter.language import setters
from jupyter_hybridize.interpreter.language.iteration import iterate
from jupyter_hybridize.interpreter.language.names import bind_name, owner_of, unbind_name
from jupyter_hybridize.interpreter.machine import Machine
from jupyter_hybridize.interpreter.memory import objects
from jupyter_hybridize.interpreter.syntax.nodes import text_of
from jupyter_hybridize.interpreter.tracing import fresh_arrays
from jupyter_hybridize.knowledge import subscripts
from jupyter_hybridize.knowledge.host import Arguments

_SWITCHES = {"TF_USE_LEGACY_KERAS": ("0", ""), "KERAS_BACKEND": ("tensorflow",)}  # name → what changes nothing


def assign(m: Machine, target: ast.expr, item: AbstractValue, *, is_local: bool = False) -> None:
    """Bind *item* to *target*; with *is_local* names are bound in the present scope (comprehensions)."""
    from jupyter_hybridize.interpreter.language.expressions import evaluate

    if m.state is None:
        return
    match target:
        case ast.Name(id=name):
            if is_local:
                m.live.set(m.frame.scope, name, item)
            else:
                bind_name(m, name, item)
        case ast.Attribute(value=owner, attr=name):
            held = evaluate(m, owner)
            with m.at(target):
                setters.write(m, held, name, item, text_of(owner))
        case ast.Subscript(value=owner, slice=index):
            _set_item(m, target, evaluate(m, owner), evaluate(m, index), item)
        case ast.Tuple(elts=targets) | ast.List(elts=targets):
            _unpack(m, target, targets, item, is_local=is_local)
        case ast.Starred(value=inner):
            assign(m, inner, item, is_local=is_local)


def _set_item(
    m: Machine, target: ast.Subscript, owner: AbstractValue, index: AbstractValue, item: AbstractValue
) -> None:
    from jupyter_hybridize.interpreter.calling.calls import call, call_library_method
    from jupyter_hybridize.interpreter.language.operators import note_hashing, user_method

    plain = []
    before = m.live.fork() if len(owner.atoms) > 1 else None
    for atom in owner.ordered():
        held = user_method(m, atom, "__setitem__")
        if held is not None:
            call(m, held, Arguments((value(atom), index, item)), text_of(target))
        elif isinstance(atom, Instance) and m.knowledge.has_method(atom.cls, "__setitem__"):
            with m.at(target):
                name = f"{atom.cls}.__setitem__"
                call_library_method(m, name, value(atom), Arguments((index, item)), text_of(target.value))
        else:
            plain.append(atom)
    if plain and m.state is not None:
        note_hashing(m, index, text_of(target))
        with m.at(target):
            text = text_of(target.value)
            rest = owner if len(plain) == len(owner.atoms) else value(*plain).with_origins(owner.origins)
            with objects.AtEntry(m, rest, index):
                subscripts.set_item(InterpreterHost(m), rest, index, item, text)
            note_array_write(m, target.value, owner)
    if text_of(target.value).endswith("environ"):
        _note_environment(m, index, item)
    m.merge(m.state, before)


def _note_environment(m: Machine, index: AbstractValue, item: AbstractValue) -> None:
    """Environment variables that choose another Keras are program-wide switches."""
    name = index.constant()
    if isinstance(name, str) and name in _SWITCHES and item.constant() not in _SWITCHES[name] and m.trial is None:
        m.trace.switches = (*m.trace.switches, (name, m.span()))


def note_array_write(m: Machine, node: ast.expr, owner: AbstractValue) -> None:
    """An array is changed in place: whoever captured it under this name, or another, keeps the old one."""
    if not owner.has(Array, Unknown) and all(each.type != "memoryview" for each in owner.each(Container)):
        return
    if isinstance(node, ast.Name):
        m.note_write(("variable", owner_of(m, m.frame, node.id), node.id), None)
    m.note_write(("array", "*", ""), None, Answer.UNKNOWN, fresh_arrays.made_since(m, node))


def _unpack(m: Machine, target: ast.expr, targets: list[ast.expr], item: AbstractValue, *, is_local: bool) -> None:
    host = InterpreterHost(m)
    items = host.items(item)
    if item.has(Tensor):
        with m.at(target):
            iterate(m, item, by_python=True)
    starred = next((i for i, t in enumerate(targets) if isinstance(t, ast.Starred)), None)
    if items is not None and starred is None and len(items) == len(targets):
        for each, part in zip(targets, items, strict=True):
            assign(m, each, part.with_origins(item.origins), is_local=is_local)
        return
    if items is not None and starred is not None and len(items) >= len(targets) - 1:
        _unpack_starred(m, targets, items, starred, is_local=is_local)
        return
    if items is not None:
        m.effect(EffectKind.RAISES, ast.unparse(target), answer=Answer.UNKNOWN, detail="has another number of elements")
    element = _element(m, item)
    for each in targets:
        part = host.new_list(None, element) if isinstance(each, ast.Starred) else element
        assign(m, each, part, is_local=is_local)


def _element(m: Machine, item: AbstractValue) -> AbstractValue:
    rest = [a for a in item.atoms if not isinstance(a, Unknown)]
    if len(rest) < len(item.atoms):
        m.effect(EffectKind.UNKNOWN_VALUE, "unpacking", answer=Answer.UNKNOWN)
        return TOP.with_origins(item.origins)
    return join_all([iterate(m, item, by_python=True)]).with_origins(item.origins)


def _unpack_starred(
    m: Machine, targets: list[ast.expr], items: tuple[AbstractValue, ...], starred: int, *, is_local: bool
) -> None:
    after = len(targets) - starred - 1
    middle = items[starred : len(items) - after]
    for each, part in zip(targets[:starred], items[:starred], strict=True):
        assign(m, each, part, is_local=is_local)
    assign(m, targets[starred], InterpreterHost(m).new_list(middle), is_local=is_local)
    for each, part in zip(targets[starred + 1 :], items[len(items) - after :], strict=True):
        assign(m, each, part, is_local=is_local)


def delete(m: Machine, target: ast.expr) -> None:
    """``del target``."""
    from jupyter_hybridize.interpreter.language.expressions import evaluate

    match target:
        case ast.Name(id=name):
            unbind_name(m, name)
        case ast.Attribute(value=owner, attr=name):
            held = evaluate(m, owner)
            with m.at(target):
                setters.write(m, held, name, TOP, text_of(owner))
        case ast.Subscript(value=owner, slice=index):
            held, key = evaluate(m, owner), evaluate(m, index)
            if m.state is not None:
                with m.at(target):
                    subscripts.delete_item(InterpreterHost(m), held, key, text_of(owner))
        case ast.Tuple(elts=targets) | ast.List(elts=targets):
            for each in targets:
                delete(m, each)
