"""What overlays of Python and its libraries ask of the arguments they are given."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.heap import HeapObject
from jupyter_hybridize.domain.value import (
    BOTTOM,
    TOP,
    AbstractValue,
    AnyConstant,
    Atom,
    Container,
    Form,
    Instance,
    PythonIterator,
    Scalar,
    Tensor,
    Tuple,
    Unknown,
    join_all,
    scalar,
    value,
)
from jupyter_hybridize.knowledge.host import Arguments, Call, Host, Mode

INT: Final = scalar("int")
FLOAT: Final = scalar("float")
BOOL: Final = scalar("bool")
STR: Final = scalar("str")
BYTES: Final = scalar("bytes")
COMPLEX: Final = scalar("complex")
NUMBERS: Final = frozenset({"int", "float", "bool", "complex"})
CREATION: Final = "new"  # the reason given to Host.store when it fills an object that was allocated a moment ago
_DEEPEST_SEARCH = 4
Known = int | float | bool | str | bytes | complex | None


def atoms(item: AbstractValue) -> list[Atom]:
    """Return the atoms of *item* in a stable order."""
    return item.ordered()


def one(atom: Atom, like: AbstractValue = BOTTOM) -> AbstractValue:
    """Return *atom* as a value with the origins of *like*."""
    return value(atom).with_origins(like.origins)


def symbolic(host: Host, item: AbstractValue) -> Answer:
    """Return whether *item* is a tensor without a value: any tensor while tracing, a KerasTensor always."""
    return _whether([_is_symbolic(host.mode, atom) for atom in item.atoms])


def holds_symbolic(host: Host, item: AbstractValue, depth: int = 0) -> Answer:
    """Return whether *item* is a symbolic tensor, or a tuple, list or dict with one in it."""
    if depth > _DEEPEST_SEARCH:
        return Answer.UNKNOWN if host.mode.is_traced else Answer.NO
    return _whether([_atom_holds(host, atom, depth) for atom in item.atoms])


def _whether(answers: list[Answer]) -> Answer:
    if not answers:
        return Answer.NO
    return answers[0] if answers.count(answers[0]) == len(answers) else Answer.UNKNOWN


def _is_symbolic(mode: Mode, atom: Atom) -> Answer:
    match atom:
        case Tensor(form=form):
            return Answer.YES if mode.is_traced or form is Form.KERAS_SYMBOLIC else Answer.NO
        case Unknown():
            return Answer.UNKNOWN if mode.is_traced else Answer.NO
        case _:
            return Answer.NO


def _atom_holds(host: Host, atom: Atom, depth: int) -> Answer:
    match atom:
        case Tuple(items=items, rest=rest):
            inner = [holds_symbolic(host, item, depth + 1) for item in items]
            possible = [holds_symbolic(host, rest, depth + 1) & Answer.UNKNOWN] if rest is not None else []
            return _any([*inner, *possible])
        case Container(site=site):
            return _content_holds(host, host.load(site), depth)
        case PythonIterator(element=element):
            return holds_symbolic(host, element, depth + 1)
        case _:
            return _is_symbolic(host.mode, atom)


def _content_holds(host: Host, content: HeapObject, depth: int) -> Answer:
    known = content.items if content.items is not None else tuple((content.entries or {}).values())
    if known:
        return _any([holds_symbolic(host, item, depth + 1) for item in known])
    return holds_symbolic(host, content.element, depth + 1)


def _any(answers: list[Answer]) -> Answer:
    result = Answer.NO
    for answer in answers:
        result |= answer
    return result


def happens(call: Call, kind: EffectKind, certainty: Answer, *, reason: str = "", detail: str = "") -> None:
    """Record the effect *kind* of *call* if it happens (YES) or may happen (UNKNOWN)."""
    if certainty is not Answer.NO:
        call.host.effect(kind, call.text, answer=~certainty, reason=reason, detail=detail)


def needs_value(call: Call, *items: AbstractValue, reason: str = "") -> Answer:
    """Record that *call* asks *items* for their value; return whether that fails."""
    certainty = _any([symbolic(call.host, item) for item in items])
    happens(call, EffectKind.NEEDS_VALUE, certainty, reason=reason)
    return certainty


def note_unknown(call: Call, *items: AbstractValue) -> None:
    """Record that *call* runs code of objects nobody knows, if one of *items* is unknown."""
    if any(item.is_unknown for item in items):
        call.host.effect(EffectKind.UNKNOWN_VALUE, call.text, answer=Answer.UNKNOWN)


def perform_io(call: Call, reason: str) -> None:
    """Record that *call* does something outside the program."""
    call.host.effect(EffectKind.PERFORMS_IO, call.text, reason=reason)


def unknown_call(call: Call, reason: str = "") -> AbstractValue:
    """Record a call nobody can see into, forget what its arguments hold, and return ⊤."""
    call.host.effect(EffectKind.UNKNOWN_CALL, call.text, answer=Answer.UNKNOWN, reason=reason)
    call.host.escape(*call.arguments.every(), *([] if call.receiver.is_bottom else [call.receiver]))
    return TOP


def may_raise(call: Call, certainty: Answer = Answer.UNKNOWN) -> AbstractValue:
    """Record that *call* raises in eager mode already; return ⊥."""
    happens(call, EffectKind.RAISES, certainty)
    return BOTTOM


def dunder(call: Call, atom: Atom, name: str, *args: AbstractValue) -> AbstractValue:
    """Return what special method *name* of the object *atom* returns."""
    found = call.host.attribute(value(atom), name)
    if found.is_bottom:
        return may_raise(call)
    return call.host.call(found, Arguments(args))


def has_special(call: Call, atom: Atom, name: str) -> bool:
    """Return whether *atom* is an instance whose class, in the program, defines *name*."""
    return isinstance(atom, Instance) and call.host.has_user_method(value(atom), name)


def fill(call: Call, made: AbstractValue, content: HeapObject) -> AbstractValue:
    """Give the object that was just allocated its *content* and return it."""
    container = made.first(Container)
    if container is not None:
        call.host.store(container.site, content, call.text, CREATION)
    return made


def container(
    call: Call, type_name: str, element: AbstractValue, items: tuple[AbstractValue, ...] | None = None
) -> AbstractValue:
    """Allocate a set, deque or other container that is neither list nor dict."""
    held = element.join(join_all(items or ()))
    return fill(call, call.host.new_object(type_name), HeapObject(items=items, element=held))


def known(items: Iterable[AbstractValue]) -> list[Known] | None:
    """Return the Python constants *items* certainly are, None if one of them is not known."""
    found: list[Known] = []
    for item in items:
        atom = item.only()
        if not isinstance(atom, Scalar) or isinstance(atom.constant, AnyConstant) or "." in atom.type:
            return None
        found.append(atom.constant)
    return found
