"""Names whose value the code leaves open and the kernel knows: unknown libraries, ``%run``, cells that do not parse.

The kernel holds what a name was bound to last, so only the last binding is taken for it. What a loop binds is what the
last round left: its sizes are left open. What the code says of a name always goes first.
"""

from __future__ import annotations

from dataclasses import replace

from jupyter_hybridize.domain.value import (
    TOP,
    AbstractValue,
    Array,
    Atom,
    Container,
    Dataset,
    Instance,
    Scalar,
    Tensor,
    Tuple,
    value,
)
from jupyter_hybridize.interpreter.cells.kernel_facts import Kernel, from_kernel
from jupyter_hybridize.interpreter.machine import Machine
from jupyter_hybridize.interpreter.memory.state import ScopeId
from jupyter_hybridize.interpreter.syntax.last_bindings import Position


def as_bound(m: Machine, scope: ScopeId, name: str, item: AbstractValue) -> AbstractValue:
    """Return what *name* of the global *scope* is bound to here: *item*, or what the kernel tells if that is open."""
    kernel, position = m.kernel, _position(m)
    if kernel is None or position is None or m.trial is not None or name not in kernel.facts.names:
        return item
    if not item.is_unknown and not item.has(Instance):
        return item
    bound = kernel.bindings.is_last(name, position)
    if bound is None or _is_known_elsewhere(m, kernel, scope, name):
        return item
    told = kernel.facts.names[name]
    if not item.is_unknown:
        return _completed(m, item, told)
    if not bound.in_loop:
        return told
    left = opened(told)
    for origin in from_kernel(told):
        m.trace.told[origin] = f"`{name}` is {left} in each round, as the last one left it in the running kernel"
    return left


def recall(m: Machine, scope: ScopeId) -> None:
    """Take what the kernel holds for what unknown code, which has just run, has left."""
    kernel, position = m.kernel, _position(m)
    if kernel is None or position is None or m.trial is not None:
        return
    for name, item in kernel.facts.names.items():
        if kernel.bindings.is_left_by(name, position) and not _is_known_elsewhere(m, kernel, scope, name):
            m.live.set(scope, name, item)


def recall_one(m: Machine, scope: ScopeId, name: str) -> None:
    """Take what the kernel holds for a name that a cell which does not parse may bind."""
    kernel, position = m.kernel, _position(m)
    if kernel is None or position is None or name not in kernel.facts.names:
        return
    is_last = kernel.bindings.is_last(name, position) is not None or kernel.bindings.is_left_by(name, position)
    if is_last and not _is_known_elsewhere(m, kernel, scope, name):
        m.live.set(scope, name, kernel.facts.names[name])


def is_held(m: Machine, name: str) -> bool:
    """Return whether the kernel holds something under a name that no code is seen to bind."""
    kernel = m.kernel
    is_asked = kernel is not None and m.frame.unit == kernel.unit and name in kernel.facts.held
    return is_asked and kernel is not None and kernel.bindings.is_nowhere(name)


def unbound(m: Machine, name: str) -> AbstractValue | None:
    """Return what the kernel holds under a name that no code is seen to bind."""
    kernel = m.kernel
    if kernel is None or m.frame.unit != kernel.unit or not kernel.bindings.is_nowhere(name):
        return None
    return kernel.facts.names.get(name)


def is_builtin_still(m: Machine, name: str) -> bool:
    """Return whether the kernel is known not to hide the builtin *name*."""
    kernel = m.kernel
    return kernel is not None and m.frame.unit == kernel.unit and name in kernel.facts.absent


def in_trial(m: Machine, item: AbstractValue) -> tuple[AbstractValue, bool]:
    """Return *item*, read from outside the running trial, without its origin, and whether it may change unseen.

    An array or a list of unknown code's may be changed in place by that code at any time.
    """
    origins = from_kernel(item)
    if not origins or m.trial is None:
        return item, False
    m.trial.rests_on.update(origins)
    return AbstractValue(item.atoms, item.origins - origins), _may_change(item)


def _may_change(item: AbstractValue) -> bool:
    return any(
        isinstance(atom, Container)
        or (isinstance(atom, Array) and not atom.scalar)
        or (isinstance(atom, Tuple) and any(map(_may_change, atom.items)))
        for atom in item.atoms
    )


def _position(m: Machine) -> Position | None:
    """Return where the statement stands that runs at the top level of the kernel's unit."""
    kernel, frame = m.kernel, m.frame
    if kernel is None or frame.unit != kernel.unit or frame.code is not None or frame.class_id is not None:
        return None
    rank = kernel.bindings.rank(frame.parsed.cell.index)
    if rank is None:
        return None
    return (rank, getattr(frame.node, "lineno", 0), getattr(frame.node, "col_offset", 0))


def _is_known_elsewhere(m: Machine, kernel: Kernel, scope: ScopeId, name: str) -> bool:
    """Return whether another name holds the same object, and the code tells where that came from."""
    others = (other for group in kernel.facts.same if name in group for other in group if other != name)
    held = (m.live.get(scope, other) for other in others)
    return any(item is not None and not item.is_unknown and not from_kernel(item) for item in held)


def _completed(m: Machine, item: AbstractValue, told: AbstractValue) -> AbstractValue:
    """Return *item*, an object of a known class, with the attributes that only the kernel knows."""
    ours, theirs = item.only(), told.only()
    if not isinstance(ours, Instance) or not isinstance(theirs, Instance) or ours.cls != theirs.cls:
        return item
    content, known = m.live.load(ours.site), m.live.load(theirs.site)
    if content is None or known is None or content.multiple:
        return item
    missing = {name: each for name, each in known.attributes.items() if name not in content.attributes}
    if not missing:
        return item
    m.live.store(ours.site, replace(content, attributes={**content.attributes, **missing}))
    return item.with_origins(told.origins)


def opened(item: AbstractValue) -> AbstractValue:
    """Return *item* as one of several like it: no size is known, and an object may be another."""
    return AbstractValue(frozenset().union(*(_opened(atom).atoms for atom in item.atoms)), item.origins)


def _opened(atom: Atom) -> AbstractValue:
    match atom:
        case Tensor(shape=shape) | Array(shape=shape):
            return value(replace(atom, shape=shape.opened()))
        case Tuple(items=items):
            return value(replace(atom, items=tuple(opened(item) for item in items)))
        case Dataset(element=element):
            return value(Dataset(opened(element)))
        case Scalar():
            return value(atom)
        case _:
            return TOP
