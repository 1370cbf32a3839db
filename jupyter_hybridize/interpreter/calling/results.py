"""What a function returns when it runs eagerly, against what it returned when it was tried as traced."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from jupyter_hybridize.domain import dtype as dtypes
from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import Effect, EffectKind
from jupyter_hybridize.domain.spoken import spoken_atom
from jupyter_hybridize.domain.value import (
    BOTTOM,
    AbstractValue,
    Array,
    Atom,
    Container,
    Form,
    Scalar,
    Tensor,
    Tuple,
    join_all,
)
from jupyter_hybridize.interpreter.machine import Machine
from jupyter_hybridize.interpreter.trace import Trial
from jupyter_hybridize.interpreter.tracing.layouts import layout_of
from jupyter_hybridize.interpreter.tracing.tape_use import RETURNED
from jupyter_hybridize.knowledge.host import GIVEN

_NUMBERS = frozenset({"int", "float", "bool", "complex", "str", "bytes"})
_DEEPEST = 4
_OF_VARIABLES = frozenset({"assign", "assign_add", "assign_sub", "trainable", "scatter_update", "scatter_nd_update"})
_OF_TENSORS = frozenset({"shape", "dtype", "ndim", "__class__", "__array__"})


def compare(m: Machine, trial: Trial, eager: AbstractValue) -> None:
    """Record in *trial* where it gives tensors instead of *eager*'s numbers and arrays, or tensors of another dtype."""
    _compare(m, trial, layout_of(m, eager, opened=True), trial.given, _DEEPEST)
    if _holds_variable(m, eager, _DEEPEST):
        _note(m, trial, Answer.UNKNOWN, "a variable", "number")


def marked(item: AbstractValue, definition: str, depth: int = 2) -> AbstractValue:
    """Return what a function gives when it runs eagerly, with its numbers and arrays marked: a graph gives tensors."""
    if item.atoms and all(map(_is_retyped, item.atoms)):
        return item.with_origins({f"{GIVEN}{definition}"})
    atom = item.only()
    if not isinstance(atom, Tuple) or atom.rest is not None or not depth or atom.name.startswith("tf."):
        return item
    parts = tuple(marked(part, definition, depth - 1) for part in atom.items)
    return item if parts == atom.items else AbstractValue(frozenset({replace(atom, items=parts)}), item.origins)


def _is_retyped(atom: Atom) -> bool:
    if isinstance(atom, Tensor):
        return atom.form is Form.VARIABLE
    return isinstance(atom, Array) or (isinstance(atom, Scalar) and atom.type in _NUMBERS)


def note_given(m: Machine, item: AbstractValue, use: str) -> None:
    """Keep, for the functions that gave *item* as it is, what it is used for that a tensor is of no use for."""
    if m.trial is None and item.atoms and all(map(_is_retyped, item.atoms)):
        answer = Answer.UNKNOWN if m.calls_are_guesses else Answer.NO
        detail = f"{spoken_atom(item.ordered()[0])}, {use}"
        effect = Effect(EffectKind.CHANGES_TYPE, "return", m.span(), answer, (), detail, "number")
        _blame(m, item, effect, GIVEN)


def note_read(m: Machine, item: AbstractValue, name: str) -> None:
    """Keep that attribute *name* is read of what functions gave, if a tensor has none of that name."""
    if name in _OF_VARIABLES or (name not in _OF_TENSORS and not item.has(Tensor)):
        kept = (a for a in item.atoms if not isinstance(a, Scalar) or a.type in {"str", "bytes"})
        note_given(m, AbstractValue(frozenset(kept), item.origins), f"of which the caller reads `.{name}`")


def _compare(m: Machine, trial: Trial, eager: AbstractValue, traced: AbstractValue, depth: int) -> None:
    if all(_is_tensor(atom) for atom in traced.atoms) and not eager.has(Tensor):  # else a loop may not have run
        for atom in eager.ordered():
            if isinstance(atom, Array | Container | Tuple) or (isinstance(atom, Scalar) and atom.type in _NUMBERS):
                _note(m, trial, Answer.UNKNOWN, spoken_atom(atom), "number")
    one, other = eager.only(), traced.only()
    if isinstance(one, Tensor | Array) and isinstance(other, Tensor) and None not in (one.dtype, other.dtype):
        if one.dtype != other.dtype:
            _note(m, trial, Answer.NO, f"{dtypes.named(one.dtype)} becomes {dtypes.named(other.dtype)}", "dtype")
    elif depth:
        for left, right in _pairs(one, other):
            _compare(m, trial, left, right, depth - 1)


def _holds_variable(m: Machine, item: AbstractValue, depth: int) -> bool:
    """Return whether *item* is or holds a variable, which a graph gives back as a tensor."""
    if any(each.form is Form.VARIABLE for each in item.each(Tensor)):
        return True
    parts = [part for atom in item.atoms for part in _held(m, atom)]
    return bool(depth) and any(_holds_variable(m, part, depth - 1) for part in parts)


def _held(m: Machine, atom: Atom) -> tuple[AbstractValue, ...]:
    match atom:
        case Tuple(items=items, rest=rest):
            return items if rest is None else (*items, rest)
        case Container(site=site) if (content := m.live.load(site)) is not None:
            return (*(content.items or ()), *(content.entries or {}).values(), content.element)
    return ()


def _is_tensor(atom: Atom) -> bool:
    return isinstance(atom, Tensor) and atom.form is Form.DENSE


def blame_makers(m: Machine, item: AbstractValue, effect: Effect) -> None:
    """Keep, for the functions that returned *item* when they ran eagerly, what the use of it shows."""
    if m.trial is None:
        _blame(m, item, effect, RETURNED)


def _blame(m: Machine, item: AbstractValue, effect: Effect, mark: str) -> None:
    for origin in sorted(item.origins):
        if origin.startswith(mark):
            maker = origin.removeprefix(mark)
            m.trace.eager_effects[maker] = m.trace.eager_effects.get(maker, frozenset()) | {effect}


def _note(m: Machine, trial: Trial, answer: Answer, detail: str, reason: str) -> None:
    trial.add(Effect(EffectKind.CHANGES_TYPE, "return", m.span(), answer, (), detail, reason))


def _pairs(one: Atom | None, other: Atom | None) -> Iterable[tuple[AbstractValue, AbstractValue]]:
    """Return what is at one place of both; where not every element is known, everything that they hold."""
    if not isinstance(one, Tuple) or not isinstance(other, Tuple):
        return ()
    if one.rest is None and other.rest is None:
        return zip(_parts(one), _parts(other), strict=False)
    return ((_everything(one), _everything(other)),)


def _everything(atom: Tuple) -> AbstractValue:
    return join_all((*atom.items, BOTTOM if atom.rest is None else atom.rest))


def _parts(atom: Atom | None) -> tuple[AbstractValue, ...]:
    match atom:
        case Tuple(items=items, rest=None, name="dict", fields=keys):
            return tuple(items[index] for index in sorted(range(len(keys)), key=keys.__getitem__))
        case Tuple(items=items, rest=None, name="" | "list") | Tuple(items=items, rest=None, fields=(_, *_)):
            return items
    return ()
