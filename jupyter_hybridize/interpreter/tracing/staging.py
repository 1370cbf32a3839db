"""Control flow that TensorFlow runs: what both branches, or all rounds, must agree on.

Source: every answer was run on TensorFlow 2.21; ``tests/oracle`` runs the examples again.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable
from dataclasses import replace

from jupyter_hybridize.domain import dtype as dtypes
from jupyter_hybridize.domain.answer import Answer, every
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.heap import HeapObject
from jupyter_hybridize.domain.shape import SCALAR_SHAPE
from jupyter_hybridize.domain.spoken import spoken
from jupyter_hybridize.domain.value import (
    BOTTOM,
    AbstractValue,
    Api,
    Array,
    Atom,
    Class,
    Container,
    Form,
    Function,
    Instance,
    Module,
    Scalar,
    Tensor,
    Tuple,
    join_all,
    tensor,
    tuple_of,
    value,
)
from jupyter_hybridize.interpreter.language.attributes import mro
from jupyter_hybridize.interpreter.machine import Frame, Machine
from jupyter_hybridize.interpreter.memory.state import State, changed_objects
from jupyter_hybridize.interpreter.syntax.liveness import live_after
from jupyter_hybridize.interpreter.tracing import open_axes, tape_use, uncarried
from jupyter_hybridize.knowledge.tensorflow.tensor_arrays import ARRAY, DTYPE, WRITTEN

_STAGED = frozenset({"int", "float", "bool", "complex", "str", "bytes"})
_COMPOSITE = (Form.RAGGED, Form.SPARSE)
_LARGEST_INT32 = 2**31 - 1
_EXTENSION = "tensorflow.experimental.ExtensionType"
_FREE = (Function, Class, Module, Api, Instance)


def as_tensor(item: AbstractValue) -> AbstractValue:
    """Return *item* as TensorFlow stages it: numbers and arrays become tensors, tuples part by part."""
    return join_all(_atom_as_tensor(atom) for atom in item.atoms).with_origins(item.origins)


def _atom_as_tensor(atom: Atom) -> AbstractValue:
    match atom:
        case Scalar(type=name) if name in _STAGED:
            return value(Tensor(_of_number(atom), SCALAR_SHAPE, staged=True))
        case Array(dtype=dtype, shape=shape):
            return value(Tensor(dtype, shape, staged=True))
        case Tensor(dtype=dtype, shape=shape, form=Form.VARIABLE):
            return tensor(dtype, shape)
        case Tuple(items=items, rest=None, name=""):
            return tuple_of(*(as_tensor(i) for i in items))
        case _:
            return AbstractValue(frozenset({atom}))


def _of_number(atom: Scalar) -> str | None:
    is_long = isinstance(atom.constant, int) and abs(atom.constant) > _LARGEST_INT32
    return "int64" if is_long else dtypes.of_python(atom.type)


def _dtype(atom: Atom) -> tuple[bool, str | None]:
    """Return whether *atom* is staged as a tensor, and of which dtype."""
    match atom:
        case Tensor(dtype=dtype) | Array(dtype=dtype):
            return True, dtype
        case Scalar(type=name) if name in _STAGED:
            return True, _of_number(atom)
        case _:
            return False, None


def agree(m: Machine, left: AbstractValue, right: AbstractValue, depth: int = 4) -> Answer:
    """Return whether a name may be *left* after one branch and *right* after the other."""
    if left.is_unknown or right.is_unknown or not depth:
        return Answer.UNKNOWN
    if _are_tensor_arrays(left) and _are_tensor_arrays(right):
        return _tensor_arrays_agree(m, left.join(right))
    if len(left.atoms) != 1 or len(right.atoms) != 1:
        return _many_agree(left, right)
    first, second = left.only(), right.only()
    assert first is not None
    assert second is not None
    (is_tensor, one), (is_other, other) = _dtype(first), _dtype(second)
    if is_tensor and is_other:
        same = Answer.UNKNOWN if one is None or other is None else Answer.YES if one == other else Answer.NO
        return min(same, _forms_agree(first, second), key=(Answer.NO, Answer.UNKNOWN, Answer.YES).index)
    match first, second:
        case (Scalar(type="NoneType"), Scalar(type="NoneType")):
            return Answer.YES
        case (Tuple(), Tuple()):
            return _tuples_agree(m, first, second, depth)
        case (Container(), Container()):
            return _containers_agree(m, first, second, depth)
    if first == second and isinstance(first, _FREE):
        return Answer.YES
    if isinstance(first, Instance) and isinstance(second, Instance) and _EXTENSION in mro(m, first.cls):
        return Answer.UNKNOWN
    if isinstance(first, _FREE) and isinstance(second, _FREE):
        return Answer.NO  # two functions, two objects: a graph cannot choose between them
    if is_tensor or is_other or isinstance(first, Scalar) or isinstance(second, Scalar):
        return Answer.NO
    return Answer.UNKNOWN


def _are_tensor_arrays(item: AbstractValue) -> bool:
    return bool(item.atoms) and all(isinstance(atom, Instance) and atom.cls == ARRAY for atom in item.atoms)


def _tensor_arrays_agree(m: Machine, item: AbstractValue) -> Answer:
    """Return whether a graph takes any of these arrays for another: their elements have one dtype and one shape."""
    held = [(m.live.load(each.site) or HeapObject()).attributes for each in item.each(Instance)]
    dtypes = {each[DTYPE].constant() if DTYPE in each else None for each in held}
    written = {each[WRITTEN] for each in held if WRITTEN in each and not each[WRITTEN].is_bottom}
    is_one = len(dtypes) == 1 and None not in dtypes and all(map(_is_of_one_shape, written))
    return Answer.YES if is_one and len({each.only() for each in written}) <= 1 else Answer.UNKNOWN


def _is_of_one_shape(item: AbstractValue) -> bool:
    atom = item.only()
    return isinstance(atom, Tensor) and atom.shape.is_static


def _forms_agree(first: Atom, second: Atom) -> Answer:
    """Compare ragged and sparse tensors with others: a branch gives one of them, or a dense one."""
    forms = [atom.form if isinstance(atom, Tensor) and atom.form in _COMPOSITE else None for atom in (first, second)]
    if forms[0] is not forms[1]:
        return Answer.NO
    ranks = {atom.shape.rank for atom in (first, second) if isinstance(atom, Tensor)}
    # how many of its axes are ragged, only a ragged matrix tells
    return Answer.UNKNOWN if forms[0] is Form.RAGGED and ranks != {2} else Answer.YES


def _many_agree(left: AbstractValue, right: AbstractValue) -> Answer:
    """Compare values that may be several things: they agree if all are staged as tensors of one dtype."""
    if any(isinstance(a, Tensor) and a.form in _COMPOSITE for a in left.atoms | right.atoms):
        return Answer.UNKNOWN
    one = {_dtype(a) for a in left.atoms}
    other = {_dtype(a) for a in right.atoms}
    if not all(is_tensor and dtype is not None for is_tensor, dtype in one | other):
        return Answer.UNKNOWN
    if len(one | other) == 1:
        return Answer.YES
    return Answer.NO if one.isdisjoint(other) else Answer.UNKNOWN


def _tuples_agree(m: Machine, left: Tuple, right: Tuple, depth: int) -> Answer:
    if left.rest is not None or right.rest is not None:
        return Answer.UNKNOWN
    if len(left.items) != len(right.items) or left.name != right.name:
        return Answer.NO
    return every(agree(m, a, b, depth - 1) for a, b in zip(left.items, right.items, strict=True))


def _containers_agree(m: Machine, left: Container, right: Container, depth: int) -> Answer:
    if left == right:
        return Answer.YES
    one, other = m.live.load(left.site), m.live.load(right.site)
    if left.type != right.type:
        return Answer.NO
    if one is None or other is None:
        return Answer.UNKNOWN
    if one.items is not None and other.items is not None:
        if len(one.items) != len(other.items):
            return Answer.NO
        return every(agree(m, a, b, depth - 1) for a, b in zip(one.items, other.items, strict=True))
    if one.entries is not None and other.entries is not None:
        if one.entries.keys() != other.entries.keys():
            return Answer.NO
        return every(agree(m, one.entries[k], other.entries[k], depth - 1) for k in one.entries)
    return Answer.UNKNOWN


def live_names(m: Machine, node: ast.stmt) -> frozenset[str]:
    """Return the names that may be read after *node* in the current function."""
    frame = m.frame
    if frame.code is None:
        return frozenset(m.live.names(frame.scope))
    return live_after(frame.code.node).get(id(node), frozenset())


def join_branches(m: Machine, node: ast.stmt, before: State, left: State, right: State, names: Iterable[str]) -> None:
    """Go on after a staged ``if``: check that its branches agree on *names* and on local objects, and join them.

    A number among *names*, which the branches bind somewhere, is a tensor then, whether one was seen to bind it or not.
    """
    scope = m.frame.scope
    live = live_names(m, node)
    m.state = left.join(right)
    for name in sorted(names):
        one, other = left.get(scope, name), right.get(scope, name)
        if name in live:
            _check_name(m, name, one, other)
            uncarried.check_branches(m, name, one, other)
        if (one is not None and other is not None and one != other) or (name in live and one is not None):
            joined = m.live.get(scope, name)
            if joined is not None:
                parts = [each for each in (one, other) if each is not None]
                staged = tape_use.chosen(m, open_axes.after_branches(m, parts, as_tensor(joined)))
                m.live.set(scope, name, staged)
                tape_use.note_bound(m, name, staged)
                stage_contents(m, joined)
    _check_objects(m, before, left, right)
    uncarried.check_attributes(m, node, EffectKind.BRANCH_DIFFERS)
    stage_objects(m, before)


def _check_name(m: Machine, name: str, one: AbstractValue | None, other: AbstractValue | None) -> None:
    if one is None and other is None:
        return
    if one is None or other is None:
        m.effect(EffectKind.BRANCH_DIFFERS, name, detail="is defined in one branch only", reason="undefined")
        return
    if one is other:
        return
    tape_use.check_sides(m, one, other)
    check_variables(m, name, one, other, EffectKind.BRANCH_DIFFERS)
    answer = agree(m, one, other)
    if answer is not Answer.YES:
        m.effect(EffectKind.BRANCH_DIFFERS, name, answer=answer, detail=_against(one, other), reason="differs")


def _against(one: AbstractValue, other: AbstractValue) -> str:
    said, also = spoken(one), spoken(other)
    return f"{said} in both, but not alike" if said == also else f"{said} in one, {also} in the other"


def check_variables(m: Machine, name: str, one: AbstractValue, other: AbstractValue, kind: EffectKind) -> None:
    """Record a name that may be a variable, which eagerly goes on to change and in a graph is the value it had."""
    if one != other and any(each.form is Form.VARIABLE for item in (one, other) for each in item.each(Tensor)):
        detail = "is a variable on one way, of which a graph goes on with the value"
        m.effect(kind, name, answer=Answer.UNKNOWN, detail=detail, reason="variable")


def _check_objects(m: Machine, before: State, left: State, right: State) -> None:
    """Check attributes and dict entries of local objects that a branch changed (AutoGraph stages them too)."""
    changed = changed_objects(left, before) | changed_objects(right, before)
    for site in sorted(changed):
        if not m.is_fresh(site):
            continue
        one, other = left.load(site) or HeapObject(), right.load(site) or HeapObject()
        for name in sorted((one.attributes.keys() | other.attributes.keys()) - {WRITTEN}):
            _check_name(m, name, one.attributes.get(name), other.attributes.get(name))
        _check_elements(m, one.attributes.get(WRITTEN, BOTTOM), other.attributes.get(WRITTEN, BOTTOM))
        if one.entries is not None and other.entries is not None:
            for key in sorted({*one.entries, *other.entries}, key=str):
                _check_name(m, repr(key), one.entries.get(key), other.entries.get(key))
        elif one.items is not None and other.items is not None and len(one.items) == len(other.items):
            for first, second in zip(one.items, other.items, strict=True):
                _check_name(m, "an item", first, second)
        elif one.element != other.element:
            _check_name(m, "an item", one.element, other.element)


def _check_elements(m: Machine, one: AbstractValue, other: AbstractValue) -> None:
    """Check what two branches write to one TensorArray: a graph that is traced takes elements of one shape."""
    if one == other or one.is_bottom or other.is_bottom:
        return
    if one.only() != other.only() or not _is_of_one_shape(one):
        kind, detail = EffectKind.BRANCH_DIFFERS, _against(one, other)
        m.effect(kind, "an element", answer=Answer.UNKNOWN, detail=detail, reason="differs")


def stage_objects(m: Machine, before: State) -> None:
    """After a staged branch or loop, what it set of local objects is a tensor."""
    for site in sorted(changed_objects(m.live, before)):
        old, new = before.load(site), m.live.load(site)
        if old is None or new is None or not m.is_fresh(site):
            continue
        attributes = {n: v if old.attributes.get(n) == v else as_tensor(v) for n, v in new.attributes.items()}
        entries = new.entries
        if entries is not None:
            entries = {k: v if (old.entries or {}).get(k) == v else as_tensor(v) for k, v in entries.items()}
        items = new.items
        if items is not None and items != old.items:
            items = tuple(map(as_tensor, items))
        element = new.element if new.element == old.element else as_tensor(new.element)
        m.live.store(site, replace(new, attributes=attributes, entries=entries, items=items, element=element))


def stage_contents(m: Machine, item: AbstractValue, depth: int = 3) -> None:
    """A list or dict that a branch or loop bound to a name holds tensors afterwards."""
    for container in item.each(Container):
        content = m.live.load(container.site)
        if content is None or not depth or not m.is_fresh(container.site):
            continue
        parts = (*(content.items or ()), *(content.entries or {}).values(), content.element)
        for part in parts:
            stage_contents(m, part, depth - 1)
        entries = None if content.entries is None else {k: as_tensor(v) for k, v in content.entries.items()}
        items = None if content.items is None else tuple(map(as_tensor, content.items))
        staged = replace(content, entries=entries, items=items, element=as_tensor(content.element))
        m.live.store(container.site, staged)


# -- leaving early --------------------------------------------------------------------------------------------------


def check_return(m: Machine, item: AbstractValue) -> bool:
    """Record what a ``return`` here does under a tensor condition; return whether it is staged."""
    controls = m.frame.controls
    staged = [i for i, c in enumerate(controls) if c.is_staged]
    if not staged or not m.frame.mode.is_traced:
        return False
    controls[staged[-1]].returns += 1
    if _is_none(item) or any(_is_none(part) for each in item.each(Tuple) for part in each.items):
        m.effect(EffectKind.EXITS_EARLY, "return", detail="of None", reason="no value")
    if any(c.is_loop for c in controls):
        m.effect(EffectKind.EXITS_EARLY, "return", detail="inside a loop", reason="return in loop")
    elif any(c.is_try for c in controls[staged[0] :]):
        m.effect(EffectKind.EXITS_EARLY, "return", detail="inside a try statement", reason="return in block")
    return True


def check_block(m: Machine, returned: int, answer: Answer = Answer.NO, *, always: bool = False) -> None:
    """Record a block that returns under a tensor condition and else goes on with what follows the block.

    *returned* is how many returns stood before it; with *always*, also one that goes on nowhere is recorded.
    """
    frame = m.frame
    if frame.mode.is_traced and (always or m.state is not None) and any(s for _, _, s in frame.returns[returned:]):
        detail = "out of a block that goes on"
        m.effect(EffectKind.EXITS_EARLY, "return", answer=answer, detail=detail, reason="return in block")


def check_break(m: Machine) -> None:
    """Record what a ``break`` here does: under a tensor condition a Python loop cannot be left."""
    if not m.frame.mode.is_traced:
        return
    for control in reversed(m.frame.controls):
        if control.is_loop:
            return
        if control.is_staged:
            break
    else:
        return
    loop = next((c for c in reversed(m.frame.controls) if c.is_loop), None)
    if loop is not None and not loop.is_staged:
        m.effect(EffectKind.EXITS_EARLY, "break", detail="out of a Python loop", reason="break")


def check_partial_return(m: Machine) -> None:
    """Record a branch of a staged ``if`` that returns on some of its paths and goes on with others."""
    m.effect(EffectKind.EXITS_EARLY, "return", detail="on some paths of a branch only", reason="partial return")


def check_fall_through(m: Machine, frame: Frame) -> None:
    """Record a function that returns a value under a tensor condition and else falls off its end."""
    if not frame.mode.is_traced or frame.code is None:
        return
    if any(staged and not _is_none(item) for item, _, staged in frame.returns):
        frame.node = frame.staged_return
        m.effect(EffectKind.EXITS_EARLY, "return", detail="without a value on the other path", reason="no value")


def _is_none(item: AbstractValue) -> bool:
    atom = item.only()
    return isinstance(atom, Scalar) and atom.type == "NoneType"


def joined_returns(m: Machine, values: list[AbstractValue]) -> AbstractValue:
    """Return what a function returns whose way out a tensor chooses; its values must agree."""
    for other in values[1:]:
        tape_use.check_sides(m, values[0], other)
        answer = agree(m, values[0], other)
        if answer is not Answer.YES:
            kind = EffectKind.BRANCH_DIFFERS
            m.effect(kind, "return", answer=answer, detail=_against(values[0], other), reason="returns")
    joined = join_all(as_tensor(item) for item in values)
    return tape_use.chosen(m, open_axes.after_branches(m, values, joined))
