"""Which objects a trace takes as arguments: it remembers them by their hash and a weak reference."""

from __future__ import annotations

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.spoken import spoken_atom
from jupyter_hybridize.domain.value import AbstractValue, Instance
from jupyter_hybridize.interpreter.language.attributes import is_user_class, mro
from jupyter_hybridize.interpreter.machine import Machine
from jupyter_hybridize.knowledge.unhashable import AS_TENSORS, MAPPINGS, MISTAKEN, UNHASHABLE

_BUILT_IN = frozenset({"builtins.list", "builtins.tuple"})
_WITHOUT = frozenset({*UNHASHABLE, *MAPPINGS, "builtins.list"})


def check_instance(m: Machine, name: str, instance: Instance, *, is_receiver: bool) -> None:
    """Record that a trace cannot take *instance* as argument *name*, or takes it for something else."""
    order = mro(m, instance.cls)
    marks = _marks(m, order)
    problem = _without_hash(order, marks, instance, is_receiver=is_receiver) or _own(marks, is_receiver)
    if problem is None and not is_receiver:
        problem = _made_anew(m, instance.cls, order, marks)
    if problem is not None:
        reason, answer, detail = problem
        m.effect(EffectKind.UNSUPPORTED_ARGUMENT, name, answer=answer, detail=detail, reason=reason)


_Problem = tuple[str, Answer, str]
_EQUALS: _Problem = ("eq", Answer.UNKNOWN, "an object whose equals share its trace")


def _marks(m: Machine, order: tuple[str, ...]) -> dict[str, AbstractValue]:
    held = [content.attributes for c in reversed(order) if (content := m.live.load(c)) is not None]
    return {key: item for attributes in held for key, item in attributes.items() if key.startswith("__")}


def _without_hash(
    order: tuple[str, ...], marks: dict[str, AbstractValue], instance: Instance, *, is_receiver: bool
) -> _Problem | None:
    given = marks.get("__hash__")
    if given is not None:
        return ("eq", Answer.NO, "an object without a hash") if given.constant() is None else None
    if not MISTAKEN.isdisjoint(order):
        return "argument", Answer.NO, spoken_atom(instance)
    without = _WITHOUT if is_receiver else UNHASHABLE if MAPPINGS.isdisjoint(order) else frozenset()
    return None if without.isdisjoint(order) else ("argument", Answer.NO, f"{spoken_atom(instance)} without a hash")


def _own(marks: dict[str, AbstractValue], is_receiver: bool) -> _Problem | None:
    """Return what is wrong with an object by what its own class says."""
    if is_receiver and "__namedtuple__" in marks:
        return "slots", Answer.NO, "a tuple, without a weak reference"
    if is_receiver and "__slots__" in marks:
        return "slots", Answer.UNKNOWN, "an object without a weak reference"
    if "__dataclass_frozen__" in marks and "__eq__" not in marks:
        return _of_dataclass(marks, is_receiver)
    if "__uncompared__" in marks or {"__eq__", "__hash__"} <= marks.keys():
        return _EQUALS
    return ("eq", Answer.NO, "an object with `__eq__` and no `__hash__`") if "__eq__" in marks else None


def _of_dataclass(marks: dict[str, AbstractValue], is_receiver: bool) -> _Problem | None:
    said = {name: item.constant() for name, item in marks.items()}
    if said["__dataclass_compares__"] is False:
        return None
    if said["__dataclass_frozen__"] is True:
        return ("slots", Answer.UNKNOWN, "an object without a weak reference") if is_receiver else _uncompared(marks)
    if said["__dataclass_hashes__"] is True or "__hash__" in marks:
        return _EQUALS
    return "dataclass", Answer.NO, "a dataclass that is not frozen"


def _uncompared(marks: dict[str, AbstractValue]) -> _Problem | None:
    return _EQUALS if "__uncompared__" in marks else None


def _made_anew(m: Machine, cls: str, order: tuple[str, ...], marks: dict[str, AbstractValue]) -> _Problem | None:
    if "__array__" in marks or not AS_TENSORS.isdisjoint(order):
        return "array", Answer.UNKNOWN, "an object that becomes a tensor"
    if not MAPPINGS.isdisjoint(order):
        return "mapping", Answer.UNKNOWN, "a mapping that is made anew from its pairs"
    if is_user_class(m, cls) and not _BUILT_IN.isdisjoint(order):
        return "sequence", Answer.UNKNOWN, "a sequence that becomes a plain one"
    return None
