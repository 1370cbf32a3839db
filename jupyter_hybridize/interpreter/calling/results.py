"""What a function returns when it runs eagerly, against what it returned when it was tried as traced."""

from __future__ import annotations

from jupyter_hybridize.domain import dtype as dtypes
from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import Effect, EffectKind
from jupyter_hybridize.domain.spoken import spoken_atom
from jupyter_hybridize.domain.value import AbstractValue, Array, Atom, Container, Form, Scalar, Tensor, Tuple
from jupyter_hybridize.interpreter.machine import Machine
from jupyter_hybridize.interpreter.trace import Trial
from jupyter_hybridize.interpreter.tracing.tape_use import RETURNED

_NUMBERS = frozenset({"int", "float", "bool", "complex", "str", "bytes"})
_DEEPEST = 4


def compare(m: Machine, trial: Trial, eager: AbstractValue) -> None:
    """Record in *trial* where it gives tensors instead of *eager*'s numbers and arrays, or tensors of another dtype."""
    _compare(m, trial, eager, trial.result, _DEEPEST)
    if _holds_variable(m, eager, _DEEPEST):
        _note(m, trial, Answer.UNKNOWN, "a variable", "number")


def _compare(m: Machine, trial: Trial, eager: AbstractValue, traced: AbstractValue, depth: int) -> None:
    if all(_is_tensor(atom) for atom in traced.atoms) and not eager.has(Tensor):  # else a loop may not have run
        for atom in eager.ordered():
            if isinstance(atom, Array | Container) or (isinstance(atom, Scalar) and atom.type in _NUMBERS):
                _note(m, trial, Answer.UNKNOWN, spoken_atom(atom), "number")
    one, other = eager.only(), traced.only()
    if isinstance(one, Tensor | Array) and isinstance(other, Tensor) and None not in (one.dtype, other.dtype):
        if one.dtype != other.dtype:
            _note(m, trial, Answer.NO, f"{dtypes.named(one.dtype)} becomes {dtypes.named(other.dtype)}", "dtype")
    elif depth:
        for left, right in zip(_parts(m, one), _parts(m, other), strict=False):
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
        for origin in sorted(item.origins):
            if origin.startswith(RETURNED):
                maker = origin.removeprefix(RETURNED)
                m.trace.eager_effects[maker] = m.trace.eager_effects.get(maker, frozenset()) | {effect}


def _note(m: Machine, trial: Trial, answer: Answer, detail: str, reason: str) -> None:
    trial.add(Effect(EffectKind.CHANGES_TYPE, "return", m.span(), answer, (), detail, reason))


def _parts(m: Machine, atom: Atom | None) -> tuple[AbstractValue, ...]:
    match atom:
        case Tuple(items=items, rest=None, name="") | Tuple(items=items, rest=None, fields=(_, *_)):
            return items
        case Container(type="list", site=site):
            content = m.live.load(site)
            return () if content is None or content.items is None else content.items
        case Container(type="dict", site=site):
            entries = None if (content := m.live.load(site)) is None else content.entries
            return () if entries is None else tuple(entries[key] for key in sorted(entries, key=str))
    return ()
