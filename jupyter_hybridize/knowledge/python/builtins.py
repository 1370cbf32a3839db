"""Builtin functions that ask about an object, talk to the world, or run code given as text."""

from __future__ import annotations

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.heap import HeapObject
from jupyter_hybridize.domain.shape import SCALAR_SHAPE, Shape
from jupyter_hybridize.domain.value import (
    ANY,
    NONE,
    TOP,
    AbstractValue,
    Array,
    Atom,
    Container,
    Dataset,
    Form,
    Instance,
    Scalar,
    Tensor,
    Tuple,
    Unknown,
    constant,
    join_all,
    value,
)
from jupyter_hybridize.knowledge.host import Call, Mode
from jupyter_hybridize.knowledge.iteration import note_open_axes
from jupyter_hybridize.knowledge.overlay import Overlay
from jupyter_hybridize.knowledge.python.arguments import (
    BOOL,
    INT,
    STR,
    atoms,
    dunder,
    may_raise,
    note_unknown,
    perform_io,
    unknown_call,
)
from jupyter_hybridize.knowledge.tensorflow import staged

OVERLAY = Overlay()
_LENGTH_TENSOR = Tensor("int32", SCALAR_SHAPE)


@OVERLAY.function("builtins.len")
def length(call: Call) -> AbstractValue:
    """``len``: under AutoGraph the length of a tensor whose first axis is open is a tensor."""
    return join_all(_length(call, atom) for atom in atoms(call.argument(0, "obj")))


def _length(call: Call, atom: Atom) -> AbstractValue:
    match atom:
        case Tensor():
            return _tensor_length(call, atom)
        case Array(shape=shape):
            return _axis(call, shape)
        case Tuple(items=items, rest=rest):
            if rest is not None:
                note_open_axes(call.host, atom, call.argument(0, "obj"))
            return constant(len(items)) if rest is None else INT
        case Container(site=site):
            return _content_length(call.host.load(site))
        case Scalar(constant=str() | bytes() as text):
            return constant(len(text))
        case Scalar(type="str" | "bytes"):
            return INT
        case Dataset():
            return _dataset_length(call)
        case Instance():
            return dunder(call, atom, "__len__")
        case Unknown():
            return _unknown_length(call)
        case _:
            return may_raise(call)


def _axis(call: Call, shape: Shape) -> AbstractValue:
    if shape.dims is None:
        return INT
    if not shape.dims:
        return may_raise(call)
    return INT if shape.dims[0] is None else constant(shape.dims[0])


def _tensor_length(call: Call, atom: Tensor) -> AbstractValue:
    if call.host.mode is Mode.UNCONVERTED or atom.form is Form.KERAS_SYMBOLIC:
        call.host.effect(EffectKind.NEEDS_VALUE, call.text, reason="len")
        return INT
    static = _axis(call, atom.shape)
    if call.host.mode is Mode.EAGER or static != INT:
        return static
    call.host.tensor_op("Shape")
    return INT.join(value(_LENGTH_TENSOR))


def _dataset_length(call: Call) -> AbstractValue:
    if call.host.mode is Mode.CONVERTED:
        return staged.number("int64")
    if call.host.mode is Mode.UNCONVERTED:
        call.host.effect(EffectKind.NEEDS_VALUE, call.text, reason="len")
    return INT


def _content_length(content: HeapObject) -> AbstractValue:
    if content.is_open or content.multiple:
        return INT
    if content.items is not None:
        return constant(len(content.items))
    return INT if content.entries is None else constant(len(content.entries))


def _unknown_length(call: Call) -> AbstractValue:
    note_unknown(call, TOP)
    if call.host.mode is Mode.CONVERTED:
        return value(Scalar("int"), Tensor(None, SCALAR_SHAPE))
    if call.host.mode is Mode.UNCONVERTED:
        call.host.effect(EffectKind.NEEDS_VALUE, call.text, answer=Answer.UNKNOWN, reason="len")
    return INT


@OVERLAY.function("builtins.print")
def print_(call: Call) -> AbstractValue:
    """``print``: AutoGraph leaves it in Python, so a graph prints while it is traced only."""
    for item in call.arguments.positional:
        call.host.given(item, f"which `{call.text}` shows")
    perform_io(call, "print")
    return NONE


@OVERLAY.function("builtins.input")
def input_(call: Call) -> AbstractValue:
    """``input`` waits for the user."""
    perform_io(call, "input")
    return STR


@OVERLAY.function("builtins.open", "io.open")
def open_(call: Call) -> AbstractValue:
    """``open``: a file."""
    perform_io(call, "open")
    return call.host.new_object("io.IOBase")


@OVERLAY.function("builtins.help", "builtins.breakpoint", "builtins.exit", "builtins.quit")
def talk(call: Call) -> AbstractValue:
    """Builtins that talk to the user."""
    perform_io(call, call.name.rpartition(".")[2])
    return NONE


@OVERLAY.function(
    "builtins.exec",
    "builtins.eval",
    "builtins.compile",
    "builtins.globals",
    "builtins.locals",
    "builtins.vars",
    "builtins.__import__",
    "importlib.import_module",
    "importlib.reload",
)
def dynamic(call: Call) -> AbstractValue:
    """What runs text as code, or hands out a namespace."""
    return unknown_call(call, "dynamic")


@OVERLAY.function("builtins.id")
def identity(call: Call) -> AbstractValue:
    """``id``: what a trace is given is another object than what the call is given."""
    item = call.argument(0)
    if call.host.mode.is_traced and item.origins and item.has(Tensor):
        call.host.effect(EffectKind.ASKS_MODE, call.text, answer=Answer.UNKNOWN, reason="is")
    return INT


@OVERLAY.function("builtins.hash")
def hash_(call: Call) -> AbstractValue:
    """``hash``: tensors have none, in any mode."""
    item = call.argument(0)
    note_unknown(call, item)
    for atom in atoms(item):
        if isinstance(atom, Instance) and call.host.has_user_method(value(atom), "__hash__"):
            dunder(call, atom, "__hash__")
        if isinstance(atom, Tensor | Array | Container):
            may_raise(call)
    return INT


@OVERLAY.function("builtins.callable")
def callable_(call: Call) -> AbstractValue:
    """``callable``."""
    item = call.argument(0)
    if item.atoms and all(isinstance(atom, Scalar | Array | Tensor | Tuple | Container) for atom in item.atoms):
        return constant(False)
    return BOOL


@OVERLAY.function("builtins.dir")
def dir_(call: Call) -> AbstractValue:
    """``dir``."""
    return call.host.new_list(None, STR)


@OVERLAY.function("builtins.object")
def object_(call: Call) -> AbstractValue:
    """``object()``."""
    return call.host.new_object("builtins.object")


@OVERLAY.function("builtins.slice")
def slice_(call: Call) -> AbstractValue:
    """``slice``: always start, stop, step."""
    given = call.arguments.positional
    if not call.arguments.is_exact or not 1 <= len(given) <= 3:
        return value(Tuple((TOP, TOP, TOP), None, "slice"))
    start, stop, step = (NONE, given[0], NONE) if len(given) == 1 else (*given, NONE, NONE)[:3]
    return value(Tuple((start, stop, step), None, "slice"))


OVERLAY.constants["builtins.Ellipsis"] = value(Scalar("ellipsis", ANY))
OVERLAY.constants["builtins.NotImplemented"] = value(Scalar("NotImplementedType", ANY))
OVERLAY.constants["builtins.__debug__"] = constant(True)
OVERLAY.constants["builtins.__name__"] = constant("__main__")
