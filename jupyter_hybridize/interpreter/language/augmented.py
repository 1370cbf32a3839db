"""``target += value``: in place on what is mutable, else an assignment."""

from __future__ import annotations

import ast

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.value import TOP, AbstractValue, Array, Container, Scalar, value
from jupyter_hybridize.interpreter.calling.calls import call, call_library_method
from jupyter_hybridize.interpreter.calling.making import innermost_loop
from jupyter_hybridize.interpreter.host import InterpreterHost
from jupyter_hybridize.interpreter.language import attributes, setters
from jupyter_hybridize.interpreter.language.binding import note_array_write
from jupyter_hybridize.interpreter.language.expressions import evaluate
from jupyter_hybridize.interpreter.language.names import bind_name, owner_of, read_name
from jupyter_hybridize.interpreter.language.operators import BINARY, binary, get_item, in_place_method, user_method
from jupyter_hybridize.interpreter.machine import Machine
from jupyter_hybridize.interpreter.memory import objects
from jupyter_hybridize.interpreter.syntax.nodes import text_of
from jupyter_hybridize.interpreter.tracing import equal_terms, fresh_arrays
from jupyter_hybridize.knowledge import subscripts
from jupyter_hybridize.knowledge.host import Arguments


def execute_augmented(m: Machine, node: ast.AugAssign) -> None:
    """``target += value``."""
    operator = BINARY[type(node.op)]
    match node.target:
        case ast.Name(id=name):
            old = read_name(m, name)
            equal_terms.note_sum(m, node, node.op, ast.Name(id=name, ctx=ast.Load()), node.value)
            new = _in_place(m, node, operator, old, evaluate(m, node.value))
            if m.state is not None:
                bind_name(m, name, _counting(m, new))
        case ast.Attribute(value=owner, attr=name):
            held = evaluate(m, owner)
            old = attributes.read(m, held, name, text_of(owner))
            new = _in_place(m, node, operator, old, evaluate(m, node.value))
            if m.state is not None:
                setters.write(m, held, name, new, text_of(owner))
        case ast.Subscript(value=owner, slice=index):
            held, key = evaluate(m, owner), evaluate(m, index)
            old = get_item(m, held, key, text_of(node.target))
            new = _in_place(m, node, operator, old, evaluate(m, node.value))
            _store_item(m, node.target, held, key, new)


def _store_item(
    m: Machine, target: ast.Subscript, owner: AbstractValue, key: AbstractValue, item: AbstractValue
) -> None:
    if m.state is None:
        return
    before = m.live.fork() if len(owner.atoms) > 1 else None
    for atom in owner.ordered():
        held = user_method(m, atom, "__setitem__")
        if held is not None:
            call(m, held, Arguments((value(atom), key, item)), text_of(target))
        else:
            with objects.AtEntry(m, value(atom), key):
                subscripts.set_item(InterpreterHost(m), value(atom), key, item, text_of(target.value))
    m.merge(m.state, before)
    note_array_write(m, target.value, owner)


def _counting(m: Machine, item: AbstractValue) -> AbstractValue:
    """Taint a number that is counted up in a loop: it varies from round to round."""
    in_loop = any(c.is_loop for f in m.frames for c in f.controls)
    return item.with_origins({"loop", innermost_loop(m)} - {""}) if in_loop and item.has(Scalar) else item


def _in_place(
    m: Machine, node: ast.AugAssign, operator: str, old: AbstractValue, operand: AbstractValue
) -> AbstractValue:
    if m.state is None:
        return TOP
    target = text_of(node.target)
    name = in_place_method(operator)
    lists = [a for a in old.atoms if getattr(a, "type", "") == "list"]
    if operator == "+" and lists:
        for atom in lists:
            call_library_method(m, "builtins.list.extend", value(atom), Arguments((operand,)), target)
        if len(lists) == len(old.atoms):
            return old
    held = user_method(m, old.only(), name)
    if held is not None:
        return call(m, held, Arguments((old, operand)), target)
    if old.has(Container):
        return _change_container(m, operator, old, operand, target)
    if any(not a.scalar for a in old.each(Array)):
        note_array_write(m, node.target, old)
        _note_argument(m, node.target, old, target)
        if m.trial is not None:
            _note_array_change(m, node.target, target)
    return binary(m, operator, old, operand, text_of(node.target))


def _change_container(
    m: Machine, operator: str, old: AbstractValue, operand: AbstractValue, text: str
) -> AbstractValue:
    """``seen |= more``, ``row *= 2``: sets, dicts, lists and deques change in place."""
    result = binary(m, operator, old, operand, text)
    if m.state is None or any(a.type == "frozenset" for a in old.each(Container)):
        return result
    made = [m.live.load(a.site) or objects.EMPTY_OBJECT for a in result.each(Container)]
    for atom in old.each(Container):
        content = objects.load(m, atom.site)
        for other in made:
            content = content.join(other)
        objects.store(m, atom.site, content, text, "update")
    rest = frozenset(a for a in old.atoms if not isinstance(a, Container))
    return old if not rest else old.join(result)


def _note_argument(m: Machine, node: ast.expr, old: AbstractValue, text: str) -> None:
    """Eagerly, an array that is passed changes for the caller too; a trace has a tensor instead."""
    given = dict(m.frame.arguments).get(node.id) if isinstance(node, ast.Name) else None
    if given is not None and given.atoms == old.atoms and m.trial is None:
        detail = "eagerly the caller's array changes"
        m.effect(EffectKind.ASKS_MODE, text, answer=Answer.UNKNOWN, detail=detail, reason="array")


def _note_array_change(m: Machine, node: ast.expr, text: str) -> None:
    """An array from outside is changed in place, once, while tracing."""
    while isinstance(node, ast.Subscript):
        node = node.value
    if fresh_arrays.is_private(m, node):
        return
    is_local = isinstance(node, ast.Name) and owner_of(m, m.frame, node.id) in m.own_scopes
    answer = Answer.UNKNOWN if is_local else Answer.NO
    m.effect(EffectKind.MUTATES_OBJECT, text, answer=answer, reason="array")
