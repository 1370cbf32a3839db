"""Widening: what the rounds of a loop would go on to change is given up, so that they end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from jupyter_hybridize.domain.heap import HeapObject
from jupyter_hybridize.domain.value import (
    TOP,
    AbstractValue,
    Atom,
    Scalar,
    Tuple,
    join_all,
    value,
)
from jupyter_hybridize.interpreter.memory.state import ScopeId, State, changed_objects, widened


def without_counters(merged: State, scope: ScopeId, names: frozenset[str], rounds: tuple[State, ...]) -> State:
    """Return *merged* with any number for each name that was another one in each of these *rounds*: ``n += 1``.

    The next would find yet another, and so on, up to what is true of all of them. The same holds for attributes.
    """
    wide = merged.fork()
    for name in names:
        item = merged.get(scope, name)
        if item is not None and _is_counter([state.get(scope, name) for state in rounds]):
            wide.set(scope, name, _without_constants(item))
    for site in sorted(changed_objects(merged, rounds[-2])):
        content, each = merged.load(site), [state.load(site) or HeapObject() for state in rounds]
        attributes = {} if content is None else dict(content.attributes)
        counters = [name for name in attributes if _is_counter([held.attributes.get(name) for held in each])]
        if content is not None and counters:
            attributes.update((name, _without_constants(attributes[name])) for name in counters)
            wide.store(site, replace(content, attributes=attributes))
    return wide


def _is_counter(each: Sequence[AbstractValue | None]) -> bool:
    numbers = [None if item is None else item.constant() for item in each]
    return len(set(numbers)) == len(each) and all(type(number) in (int, float) for number in numbers)


def generalised(old: State, new: State, scope: ScopeId) -> State:
    """Return *new* with ⊤ for every name of *scope* that still changes (∇), without constants where that will do."""
    return widened(old, new, scope, _generalised)


def _generalised(before: AbstractValue, item: AbstractValue) -> AbstractValue:
    """Return *item* without constants, those within tuples included; ⊤ if it changes for other reasons too."""
    wide, earlier = _without_constants(item), _without_constants(before)
    return wide if wide == earlier or wide != item or before != earlier else TOP.with_origins(item.origins)


def _without_constants(item: AbstractValue) -> AbstractValue:
    return join_all(value(_atom_without_constants(atom)) for atom in item.atoms).with_origins(item.origins)


def _atom_without_constants(atom: Atom) -> Atom:
    match atom:
        case Scalar(type=name) if name != "NoneType":
            return Scalar(name)
        case Tuple(items=items, rest=rest, name=name, fields=fields) if name != "tf.TensorShape":
            inner = tuple(map(_without_constants, items))
            return Tuple(inner, None if rest is None else _without_constants(rest), name, fields)
    return atom
