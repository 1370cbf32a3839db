"""Operators on NumPy arrays and scalars: promotion (NEP 50) and broadcasting."""

from __future__ import annotations

import re
from typing import Final

from jupyter_hybridize.domain import dtype as dtypes
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.shape import UNKNOWN_SHAPE
from jupyter_hybridize.domain.value import TOP, AbstractValue, Array, Atom, Container, Scalar, Tuple, tuple_of, value
from jupyter_hybridize.knowledge.operands import Grip, Operand, Operation, broadcast, matrix_product, operand_of

_COMPARISONS: Final = frozenset({"<", "<=", ">", ">=", "==", "!="})
_NAME: Final = re.compile(r"(bool|uint|int|float|complex)(\d*)")


def promoted(left: str | None, right: str | None) -> str | None:
    """Return the dtype two arrays of these dtypes have together (``np.result_type``), None if not known."""
    if left == right or left is None or right is None:
        return left if left == right else None
    (kind, bits), (other, other_bits) = _kind(left), _kind(right)
    if "?" in (kind, other):
        return None
    if kind == other:
        return left if bits >= other_bits else right
    if "bool" in (kind, other):
        return right if kind == "bool" else left
    if {kind, other} == {"int", "uint"}:
        return _mixed_signs(*((bits, other_bits) if kind == "int" else (other_bits, bits)))
    if "complex" in (kind, other):
        return f"complex{max(64, 2 * max(_float_bits(kind, bits), _float_bits(other, other_bits)))}"
    return f"float{max(_float_bits(kind, bits), _float_bits(other, other_bits))}"


def _kind(name: str) -> tuple[str, int]:
    match = _NAME.fullmatch(name)
    return (match[1], int(match[2] or 8)) if match else ("?", 0)


def _mixed_signs(signed: int, unsigned: int) -> str:
    if signed > unsigned:
        return f"int{signed}"
    return "float64" if unsigned == 64 else f"int{2 * unsigned}"


def _float_bits(kind: str, bits: int) -> int:
    if kind == "float":
        return bits
    return bits // 2 if kind == "complex" else min(64, 2 * bits)


def with_python(dtype: str | None, python: str | None) -> str | None:
    """Return the dtype of an array of *dtype* with a Python scalar (NEP 50: only its kind counts)."""
    if dtype is None or python is None:
        return None
    kind, bits = _kind(dtype)
    if kind == "?":
        return dtype if dtype == "bfloat16" and python in ("bool", "int", "float") else None
    if python == "int":
        return "int64" if kind == "bool" else dtype
    if python == "float":
        return dtype if kind in ("float", "complex") else "float64"
    if python == "complex":
        return dtype if kind == "complex" else "complex64" if kind == "float" and bits <= 32 else "complex128"
    return dtype if python == "bool" else None


def of_python_in_array(python: str | None) -> str | None:
    """Return the dtype NumPy gives a list of these Python scalars."""
    return {
        "nothing": "float64",
        "int": "int64",
        "float": "float64",
        "bool": "bool",
        "complex": "complex128",
        "str": "string",
    }.get(python or "")


def array_binary(operation: Operation, left: Atom, right: Atom) -> AbstractValue:
    """Apply a binary operator to two atoms of which at least one is an array and none is a tensor."""
    special = _special(operation, left, right)
    if special is not None:
        return special
    first, second = operand_of(operation.host, left), operand_of(operation.host, right)
    if first is None or second is None:
        return _with_object(operation, left if first is None else right)
    if operation.operator in _COMPARISONS:
        dtype: str | None = "bool"
    else:
        dtype = _arithmetic_dtype(operation, _common(operation.operator, left, first, right, second))
    if operation.operator == "@":
        shape = matrix_product(first.shape, second.shape, by_numpy=True)
    else:
        shape = broadcast(first.shape, second.shape)
    if operation.host.mode.is_traced and Grip.TENSOR in (first.grip, second.grip):
        detail = "NumPy takes apart a sequence of tensors"
        operation.effect(EffectKind.LEAVES_TENSORFLOW, detail=detail, reason=operation.operator)
    if shape is None:
        operation.raises(f"shapes {first.shape} and {second.shape} do not fit")
        shape = UNKNOWN_SHAPE
    return value(Array(dtype, shape, shape.dims == ()))


def _special(operation: Operation, left: Atom, right: Atom) -> AbstractValue | None:
    """Return what NumPy does beyond arithmetic: repeat sequences, refuse text, leave complex numbers to Python."""
    number, other = (left, right) if isinstance(left, Array) else (right, left)
    if isinstance(other, Scalar) and other.type in ("str", "bytes") and operation.operator not in ("==", "!="):
        operation.raises("an array cannot be combined with text", maybe=True)
        return TOP
    if not isinstance(number, Array) or not number.scalar:
        return None
    if operation.operator == "*" and isinstance(other, Tuple | Container):
        return _repeated(operation, number, other)
    if isinstance(left, Scalar) and left.type == "complex":
        return TOP  # np.float64 is a float, which complex numbers take
    return None


def _repeated(operation: Operation, count: Array, sequence: Tuple | Container) -> AbstractValue:
    if count.dtype is not None and not dtypes.is_integer(count.dtype):
        operation.raises(f"a sequence is not repeated {dtypes.named(count.dtype)} times")
    element = operation.host.iterate(value(sequence), by_python=False)
    if isinstance(sequence, Tuple):
        return tuple_of(rest=element)
    return operation.host.new_list(None, element) if sequence.type == "list" else TOP


def _common(operator: str, left: Atom, first: Operand, right: Atom, second: Operand) -> str | None:
    if isinstance(left, Scalar) or isinstance(right, Scalar):
        held, python = (second, first.python) if isinstance(left, Scalar) else (first, second.python)
        if operator == "**" and held.dtype == "bool":
            return None
        return with_python(held.dtype, python)
    return promoted(_array_dtype(first), _array_dtype(second))


def _array_dtype(operand: Operand) -> str | None:
    return of_python_in_array(operand.python) if operand.grip is Grip.PYTHON else operand.dtype


def _arithmetic_dtype(operation: Operation, dtype: str | None) -> str | None:
    operator = operation.operator
    if dtype is None:
        return None
    if operator == "/" and (dtypes.is_integer(dtype) or dtype == "bool"):
        return "float64"
    if operator in ("&", "|", "^", "<<", ">>") and not (dtypes.is_integer(dtype) or dtype == "bool"):
        operation.raises(f"`{operator}` does not take {dtypes.named(dtype)} arrays")
        return None
    if dtype in dtypes.COMPLEX and operator in ("//", "%"):
        operation.raises(f"`{operator}` does not take complex arrays")
        return None
    if dtype == "bool" and operator == "-":
        operation.raises("NumPy does not subtract bool arrays")
        return None
    return "int8" if dtype == "bool" and operator in ("**", "//", "%", "<<", ">>") else dtype


def _with_object(operation: Operation, atom: Atom) -> AbstractValue:
    if isinstance(atom, Scalar) and operation.operator in ("==", "!="):
        return value(Array("bool", UNKNOWN_SHAPE), Array("bool", UNKNOWN_SHAPE, True), Scalar("bool"))
    if isinstance(atom, Scalar) and atom.type == "NoneType":
        if operation.certain or not operation.host.mode.is_traced:
            operation.raises("an array cannot be combined with None")
        return AbstractValue()
    operation.effect(EffectKind.UNKNOWN_VALUE, detail=f"an array meets {atom}", maybe=True)
    return TOP


def array_unary(operation: Operation, atom: Array) -> AbstractValue:
    """Apply ``-``, ``+`` or ``~`` to an array."""
    if (
        operation.operator == "~"
        and atom.dtype is not None
        and not (dtypes.is_integer(atom.dtype) or atom.dtype == "bool")
    ):
        operation.raises(f"`~` does not take {dtypes.named(atom.dtype)} arrays")
    elif operation.operator != "~" and atom.dtype == "bool":
        operation.raises(f"unary `{operation.operator}` does not take bool arrays")
    return value(atom)
