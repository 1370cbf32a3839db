"""Builtin numbers: ``int``, ``float``, ``bool``, ``complex``, and the functions of arithmetic."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.shape import UNKNOWN_SHAPE
from jupyter_hybridize.domain.value import (
    BOTTOM,
    TOP,
    AbstractValue,
    Array,
    Atom,
    Form,
    Instance,
    Scalar,
    Tensor,
    Unknown,
    array,
    constant,
    join_all,
    tensor,
    tuple_of,
    value,
)
from jupyter_hybridize.knowledge.host import Call, Mode
from jupyter_hybridize.knowledge.overlay import Overlay
from jupyter_hybridize.knowledge.python.arguments import (
    BOOL,
    BYTES,
    COMPLEX,
    FLOAT,
    INT,
    NUMBERS,
    STR,
    atoms,
    dunder,
    happens,
    has_special,
    known,
    may_raise,
    needs_value,
    note_unknown,
)
from jupyter_hybridize.knowledge.tensorflow import staged

OVERLAY = Overlay()
_HELD_BY_INT32 = frozenset({"bool", "int8", "int16", "int32", "uint8", "uint16", "float16"})
_PARTS = {"complex64": "float32", "complex128": "float64"}


@OVERLAY.function("builtins.int")
def int_(call: Call) -> AbstractValue:
    """``int``: under AutoGraph an int32 tensor when given a tensor."""
    return _number(call, INT, "int32", "__int__", lambda item: int(item))  # type: ignore[call-overload]


@OVERLAY.function("builtins.float")
def float_(call: Call) -> AbstractValue:
    """``float``: under AutoGraph a float32 tensor when given a tensor."""
    return _number(call, FLOAT, "float32", "__float__", lambda item: float(item))  # type: ignore[arg-type]


@OVERLAY.function("builtins.complex")
def complex_(call: Call) -> AbstractValue:
    """``complex``: AutoGraph leaves it to Python."""
    needs_value(call, *call.arguments.every(), reason="complex")
    note_unknown(call, *call.arguments.every())
    return COMPLEX


@OVERLAY.function("builtins.bool")
def bool_(call: Call) -> AbstractValue:
    """``bool``: AutoGraph leaves it to Python, which cannot decide on a symbolic tensor."""
    item = call.argument(0)
    needs_value(call, item, reason="bool")
    note_unknown(call, item)
    for atom in atoms(item):
        for special in ("__bool__", "__len__"):
            if has_special(call, atom, special):
                dunder(call, atom, special)
                break
    found = known([item])
    return BOOL if found is None else constant(bool(found[0]))


def _number(
    call: Call, result: AbstractValue, dtype: str, special: str, convert: Callable[[object], int | float]
) -> AbstractValue:
    if not call.arguments.every():
        return constant(convert(0))
    item = call.argument(0)
    found = known(call.arguments.every()) if len(call.arguments.every()) == 1 else None
    if found is not None:
        return _converted(call, found[0], convert)
    return join_all(_one_number(call, atom, result, dtype, special) for atom in atoms(item))


def _converted(call: Call, item: object, convert: Callable[[object], int | float]) -> AbstractValue:
    try:
        return constant(convert(item))
    except (TypeError, ValueError, OverflowError):
        return may_raise(call, Answer.YES)


def _one_number(call: Call, atom: Atom, result: AbstractValue, dtype: str, special: str) -> AbstractValue:
    match atom:
        case Tensor():
            return _tensor_number(call, atom, result, dtype)
        case Instance():
            dunder(call, atom, special)
            return result
        case Unknown():
            note_unknown(call, TOP)
            return _unknown_number(call, result, dtype)
        case Scalar(type="NoneType"):
            return BOTTOM if call.host.mode.is_traced else may_raise(call)  # an axis that may be open
        case _:
            return result


def _tensor_number(call: Call, atom: Tensor, result: AbstractValue, dtype: str) -> AbstractValue:
    mode, form = call.host.mode, atom.form
    if mode is Mode.EAGER and form is not Form.KERAS_SYMBOLIC:
        return result
    if mode is Mode.CONVERTED and form in (Form.DENSE, Form.VARIABLE):
        call.host.tensor_op("Cast")
        if dtype == "int32" and atom.dtype not in _HELD_BY_INT32:
            detail = "an int32 does not hold every Python int"
            call.host.effect(EffectKind.ASKS_MODE, call.text, answer=Answer.UNKNOWN, detail=detail, reason="overflow")
        cast = staged.number(dtype)
        # tf.cast hands back a variable that has the dtype already
        return cast.join(value(atom)) if form is Form.VARIABLE and atom.dtype in (dtype, None) else cast
    call.host.effect(EffectKind.NEEDS_VALUE, call.text, reason=call.name.rpartition(".")[2])
    return result


def _unknown_number(call: Call, result: AbstractValue, dtype: str) -> AbstractValue:
    if call.host.mode is Mode.CONVERTED:
        return result.join(staged.number(dtype, UNKNOWN_SHAPE))
    if call.host.mode is Mode.UNCONVERTED:
        happens(call, EffectKind.NEEDS_VALUE, Answer.UNKNOWN, reason=call.name.rpartition(".")[2])
    return result


@OVERLAY.function("builtins.abs", "operator.abs")
def abs_(call: Call) -> AbstractValue:
    """``abs``: the same for tensors and numbers."""
    item = call.argument(0)
    found = known([item])
    if found is not None and isinstance(found[0], int | float | complex):
        return constant(abs(found[0]))
    return join_all(_absolute(call, atom) for atom in atoms(item))


def _absolute(call: Call, atom: Atom) -> AbstractValue:
    match atom:
        case Tensor(dtype=dtype, shape=shape, form=form):
            call.host.tensor_op("Abs")
            kept = Form.DENSE if form is Form.VARIABLE else form
            return staged.marked(tensor(_PARTS.get(dtype or "", dtype), shape, kept), atom)
        case Array(dtype=dtype, shape=shape, scalar=is_scalar):
            return array(_PARTS.get(dtype or "", dtype), shape, is_scalar=is_scalar or shape.rank == 0)
        case Scalar(type="complex"):
            return FLOAT
        case Scalar(type="bool"):
            return INT
        case Scalar(type=name) if name in NUMBERS:
            return value(Scalar(name))
        case Instance():
            return dunder(call, atom, "__abs__")
        case Unknown():
            note_unknown(call, TOP)
            return TOP
        case _:
            return may_raise(call)


@OVERLAY.function("builtins.round")
def round_(call: Call) -> AbstractValue:
    """``round``: tensors have no ``__round__``, in any mode."""
    item = call.argument(0, "number")
    digits = call.argument(1, "ndigits")
    exact = _round_constant(known([item] if digits.is_bottom else [item, digits]))
    if exact is not None:
        return exact
    needs_value(call, digits, reason="round")
    return join_all(_rounded(call, atom, digits) for atom in atoms(item))


def _round_constant(found: Sequence[object] | None) -> AbstractValue | None:
    match found:
        case [int() | float() as number] if math.isfinite(number):
            return constant(round(number))
        case [int() | float() as number, int() as digits]:
            return constant(round(number, digits))
        case _:
            return None


def _rounded(call: Call, atom: Atom, digits: AbstractValue) -> AbstractValue:
    match atom:
        case Scalar(type="float"):
            return INT if digits.is_bottom else FLOAT.join(INT)
        case Scalar(type="int" | "bool"):
            return INT
        case Array(dtype=dtype, shape=shape, scalar=is_scalar):
            return INT.join(array(dtype, shape, is_scalar=is_scalar))
        case Instance():
            return dunder(call, atom, "__round__", *([] if digits.is_bottom else [digits]))
        case Unknown():
            note_unknown(call, TOP)
            return TOP
        case _:
            return may_raise(call, Answer.YES)


@OVERLAY.function("builtins.divmod")
def divmod_(call: Call) -> AbstractValue:
    """``divmod``: tensors do not support it, in any mode."""
    items = [call.argument(0), call.argument(1)]
    types = {atom.type for item in items for atom in item.atoms if isinstance(atom, Scalar)}
    note_unknown(call, *items)
    if all(isinstance(atom, Scalar) for item in items for atom in item.atoms):
        part = FLOAT if "float" in types else INT
        return tuple_of(part, part)
    if any(isinstance(atom, Tensor) for item in items for atom in item.atoms):
        may_raise(call)
    return TOP


@OVERLAY.function("builtins.chr", "builtins.bin", "builtins.hex", "builtins.oct")
def to_text(call: Call) -> AbstractValue:
    """Functions of one integer that return text."""
    needs_value(call, call.argument(0), reason=call.name.rpartition(".")[2])
    return STR


@OVERLAY.function("builtins.ord")
def ord_(call: Call) -> AbstractValue:
    """``ord``."""
    needs_value(call, call.argument(0), reason="ord")
    return INT


@OVERLAY.method("builtins.float", "is_integer")
@OVERLAY.method("builtins.int", "is_integer")
def is_integer(call: Call) -> AbstractValue:
    """Predicates of numbers."""
    return BOOL


@OVERLAY.method("builtins.int", "bit_length", "bit_count", "conjugate")
def int_method(call: Call) -> AbstractValue:
    """Methods of int that return an int."""
    return INT


@OVERLAY.method("builtins.float", "conjugate", "fromhex")
def float_method(call: Call) -> AbstractValue:
    """Methods of float that return a float."""
    return FLOAT


@OVERLAY.method("builtins.int", "to_bytes")
def to_bytes(call: Call) -> AbstractValue:
    """``int.to_bytes``."""
    return BYTES


@OVERLAY.method("builtins.float", "as_integer_ratio")
@OVERLAY.method("builtins.int", "as_integer_ratio")
def as_integer_ratio(call: Call) -> AbstractValue:
    """``float.as_integer_ratio``."""
    return tuple_of(INT, INT)


@OVERLAY.method("builtins.float", "hex")
def hex_(call: Call) -> AbstractValue:
    """``float.hex``."""
    return STR


@OVERLAY.property("builtins.int", "real", "imag", "numerator", "denominator")
def int_part(call: Call) -> AbstractValue:
    """Parts of an int."""
    return INT


@OVERLAY.property("builtins.complex", "real", "imag")
@OVERLAY.property("builtins.float", "real", "imag")
def float_part(call: Call) -> AbstractValue:
    """Parts of a float or a complex number."""
    return FLOAT
