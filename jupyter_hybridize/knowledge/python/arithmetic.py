"""Operators on Python's own values: exact on constants, by type otherwise."""

from __future__ import annotations

import operator as functions
from collections.abc import Callable
from typing import Final

from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.value import (
    ANY,
    BOTTOM,
    TOP,
    AbstractValue,
    Atom,
    Constant,
    Container,
    Scalar,
    Tuple,
    constant,
    join_all,
    scalar,
    tuple_of,
    value,
)
from jupyter_hybridize.knowledge.families.dtype_names import dtype_of
from jupyter_hybridize.knowledge.operands import Operation

PYTHON: Final[dict[str, Callable[..., object]]] = {
    "+": functions.add, "-": functions.sub, "*": functions.mul, "/": functions.truediv, "//": functions.floordiv,
    "%": functions.mod, "**": functions.pow, "<<": functions.lshift, ">>": functions.rshift, "&": functions.and_,
    "|": functions.or_, "^": functions.xor, "<": functions.lt, "<=": functions.le, "==": functions.eq,
    "!=": functions.ne, ">": functions.gt, ">=": functions.ge,
}  # fmt: skip
_NUMBERS: Final = ("bool", "int", "float", "complex")
_TEXTS: Final = ("str", "bytes")
_ORDERINGS: Final = ("<", "<=", ">", ">=")
DICTS: Final = ("dict", "collections.OrderedDict", "collections.defaultdict", "collections.Counter")
_LARGEST_BITS = 4096
_LONGEST_TEXT = 4096
_MOST_ITEMS = 64


def python_binary(operation: Operation, left: Atom, right: Atom) -> AbstractValue:
    """Apply a binary operator to two atoms of which none is a tensor or array."""
    match left, right:
        case Scalar(), Scalar():
            return _scalars(operation, left, right)
        case Scalar(type="str" | "bytes"), _ if operation.operator == "%":
            return scalar(left.type)
        case (Tuple() | Container(), _) | (_, Tuple() | Container()):
            return _containers(operation, left, right)
    return _objects(operation, left, right)


def _objects(operation: Operation, left: Atom, right: Atom) -> AbstractValue:
    if operation.operator in ("==", "!="):
        same = _same_dtype(left, right)
        if same is not None:
            return constant(same is (operation.operator == "=="))
        if _is_plain(left) and _is_plain(right):
            return scalar("bool")
    operation.effect(EffectKind.UNKNOWN_VALUE, detail=f"{left} {operation.operator} {right}", maybe=True)
    return TOP


def _same_dtype(left: Atom, right: Atom) -> bool | None:
    """Return whether two names of dtypes, one of them a ``tf.DType``, name the same one."""
    if not any(isinstance(atom, Scalar) and atom.type == "tf.DType" for atom in (left, right)):
        return None
    one, other = dtype_of(left), dtype_of(right)
    return None if one is None or other is None else one == other


def _is_plain(atom: Atom) -> bool:
    """Return whether ``==`` on it is Python's own and gives a bool."""
    return type(atom).__name__ in (
        "Scalar",
        "Function",
        "Class",
        "Api",
        "Module",
        "Method",
        "Hybrid",
        "Partial",
        "PythonIterator",
    )


def _scalars(operation: Operation, left: Scalar, right: Scalar) -> AbstractValue:
    if "NoneType" in (left.type, right.type) and operation.operator not in ("==", "!="):
        return _with_none(operation, left, right)
    if "tf.DType" in (left.type, right.type):
        return _objects(operation, left, right)
    if left.constant is not ANY and right.constant is not ANY and operation.operator in PYTHON:
        folded = _fold(operation, left.constant, right.constant)
        if folded is not None:
            return folded
    return _by_type(operation, left, right)


def _with_none(operation: Operation, left: Scalar, right: Scalar) -> AbstractValue:
    """Return nothing: None is no operand. Where it is one of several possibilities, tracing changes nothing about it.

    An axis that may be open is such a None, and a gradient that may be absent; the first is recorded where it is read.
    """
    if left.type in _TEXTS and operation.operator == "%":
        return scalar(left.type)
    if operation.certain or not operation.host.mode.is_traced:
        operation.raises(f"`{operation.operator}` does not take {left.type} and {right.type}")
    return BOTTOM


def _fold(operation: Operation, left: Constant, right: Constant) -> AbstractValue | None:
    """Compute on constants; None where the result would be too large to keep."""
    if not _is_small(operation.operator, left, right):
        return None
    try:
        result = PYTHON[operation.operator](left, right)
    except (ArithmeticError, TypeError, ValueError) as error:
        operation.raises(str(error))
        return BOTTOM
    if isinstance(result, bool | int | float | complex | str | bytes):
        return constant(result)
    return None


def _is_small(operator: str, left: Constant, right: Constant) -> bool:
    if isinstance(left, int) and isinstance(right, int):
        if operator == "**":
            return abs(right) * max(left.bit_length(), 1) <= _LARGEST_BITS
        if operator == "<<":
            return right >= 0 and left.bit_length() + right <= _LARGEST_BITS
        return left.bit_length() + right.bit_length() <= 2 * _LARGEST_BITS
    text, count = (left, right) if isinstance(left, str | bytes) else (right, left)
    if operator == "*" and isinstance(text, str | bytes) and isinstance(count, int):
        return len(text) * max(count, 0) <= _LONGEST_TEXT
    if operator == "%" and isinstance(left, str | bytes):
        return False
    return (
        not (isinstance(left, str | bytes) and isinstance(right, str | bytes))
        or len(left) + len(right) <= _LONGEST_TEXT
    )


def _by_type(operation: Operation, left: Scalar, right: Scalar) -> AbstractValue:
    operator = operation.operator
    if operator in ("==", "!="):
        return scalar("bool")
    if left.type in _NUMBERS and right.type in _NUMBERS:
        return _numbers(operation, left.type, right.type)
    if left.type in _TEXTS:
        if (
            operator == "%"
            or (operator == "+" and left.type == right.type)
            or (operator == "*" and right.type in ("int", "bool"))
        ):
            return scalar(left.type)
        if operator in _ORDERINGS and left.type == right.type:
            return scalar("bool")
    if right.type in _TEXTS and operator == "*" and left.type in ("int", "bool"):
        return scalar(right.type)
    operation.raises(f"`{operator}` does not take {left.type} and {right.type}")
    return BOTTOM


def _numbers(operation: Operation, left: str, right: str) -> AbstractValue:
    operator, widest = operation.operator, max(left, right, key=_NUMBERS.index)
    if operator in _ORDERINGS:
        return _number_result(operation, "bool", refused=widest == "complex")
    if operator in ("&", "|", "^"):
        return _number_result(operation, widest, refused=widest in ("float", "complex"))
    if operator in ("<<", ">>"):
        return _number_result(operation, "int", refused=widest in ("float", "complex"))
    if widest == "complex":
        return _number_result(operation, "complex", refused=operator in ("//", "%", "@"))
    if operator == "@":
        return _number_result(operation, "float", refused=True)
    if operator == "**":
        return value(Scalar("int"), Scalar("float")) if widest != "float" else value(Scalar("float"), Scalar("complex"))
    return scalar("float" if operator == "/" or widest == "float" else "int")


def _number_result(operation: Operation, type_name: str, *, refused: bool) -> AbstractValue:
    if refused:
        operation.raises(f"`{operation.operator}` does not take these numbers")
        return BOTTOM
    return scalar(type_name)


def _containers(operation: Operation, left: Atom, right: Atom) -> AbstractValue:
    operator = operation.operator
    if operator in ("+", "*") and any(isinstance(a, Tuple) and a.is_view for a in (left, right)):
        operation.raises(f"`{operator}` does not take {left} and {right}")
        return BOTTOM
    if operator in ("*", *_ORDERINGS) and any(
        isinstance(a, Tuple) and a.name == "tf.TensorShape" for a in (left, right)
    ):
        operation.raises(f"a TensorShape has no `{operator}`")
        return BOTTOM
    if operator in _ORDERINGS and not _have_order(left, right):
        operation.raises(f"`{operator}` does not take {left} and {right}")
        return BOTTOM
    if operator in ("==", "!=", *_ORDERINGS):
        return _compare(operation, left, right)
    if operator == "+":
        return _concatenate(operation, left, right)
    if operator == "*":
        sequence, count = (left, right) if isinstance(left, Tuple | Container) else (right, left)
        return _repeat(operation, sequence, count)
    return _of_sets(operation, left, right)


def _have_order(left: Atom, right: Atom) -> bool:
    """Return whether ``<`` may compare the two: a list with a list, a tuple with a tuple."""
    if isinstance(left, Container) and isinstance(right, Container):
        return left.type == right.type and left.type not in DICTS
    return isinstance(left, Tuple) and isinstance(right, Tuple)


def _compare(operation: Operation, left: Atom, right: Atom) -> AbstractValue:
    """Compare containers: Python asks each pair of elements for its truth, a tensor's too."""
    inside = _inner(operation, left), _inner(operation, right)
    if operation.host.mode.is_traced and any(
        item.is_unknown or type(a).__name__ == "Tensor" for item in inside for a in item.atoms
    ):
        operation.effect(EffectKind.NEEDS_VALUE, detail="compares containers of tensors", maybe=True)
    return scalar("bool")


def _inner(operation: Operation, atom: Atom) -> AbstractValue:
    if not isinstance(atom, Tuple | Container):
        return value(atom)
    if isinstance(atom, Container) and atom.type == "dict":
        return operation.host.load(atom.site).element
    return operation.host.iterate(value(atom), by_python=False)


def _concatenate(operation: Operation, left: Atom, right: Atom) -> AbstractValue:
    host = operation.host
    match left, right:
        case Tuple(name="tf.TensorShape"), _:
            return _shapes(operation, left, right, name="tf.TensorShape")
        case _, Tuple(name="tf.TensorShape"):
            return _shapes(operation, left, right, name="tf.TensorShape")
        case Tuple(), Tuple():
            return _joined_tuples(left, right)
        case Container(type="list"), Container(type="list"):
            first, second = host.items(value(left)), host.items(value(right))
            if first is not None and second is not None and len(first) + len(second) <= _MOST_ITEMS:
                return host.new_list((*first, *second))
            return host.new_list(None, _inner(operation, left).join(_inner(operation, right)))
        case Container(type="collections.deque"), _:
            return TOP
    if isinstance(left, Scalar) or isinstance(right, Scalar) or type(left) is not type(right):
        operation.raises(f"`+` does not take {left} and {right}")
        return BOTTOM
    return _of_sets(operation, left, right)


def _shapes(operation: Operation, left: Atom, right: Atom, name: str) -> AbstractValue:
    first, second = operation.host.items(value(left)), operation.host.items(value(right))
    if any(isinstance(size := item.constant(), int) and size < 0 for item in (*(first or ()), *(second or ()))):
        operation.raises("a TensorShape holds no negative size")
    if first is None or second is None:
        return tuple_of(rest=_inner(operation, left).join(_inner(operation, right)), name=name)
    return tuple_of(*first, *second, name=name)


def _joined_tuples(left: Tuple, right: Tuple) -> AbstractValue:
    if left.rest is None:
        return tuple_of(*left.items, *right.items, rest=right.rest)
    ends = [] if right.rest is None else [right.rest]
    return tuple_of(*left.items, rest=join_all([left.rest, *right.items, *ends]))


def _repeat(operation: Operation, sequence: Atom, count: Atom) -> AbstractValue:
    if (isinstance(count, Scalar) and count.type not in ("int", "bool")) or isinstance(count, Tuple | Container):
        operation.raises(f"`*` does not take {sequence} and {count}")
        return BOTTOM
    known = operation.host.items(value(sequence))
    times = count.constant if isinstance(count, Scalar) else ANY
    repeated: tuple[AbstractValue, ...] | None = None
    if known is not None and isinstance(times, int) and len(known) * max(times, 0) <= _MOST_ITEMS:
        repeated = known * times
    if isinstance(sequence, Tuple):
        return tuple_of(*repeated) if repeated is not None else tuple_of(rest=_inner(operation, sequence))
    if isinstance(sequence, Container) and sequence.type == "list":
        return operation.host.new_list(repeated, BOTTOM if repeated is not None else _inner(operation, sequence))
    return _objects(operation, sequence, count)


def _of_sets(operation: Operation, left: Atom, right: Atom) -> AbstractValue:
    host = operation.host
    match left, right:
        case Container(type="dict"), Container(type="dict") if operation.operator == "|":
            a, b = host.load(left.site), host.load(right.site)
            if a.entries is not None and b.entries is not None:
                return host.new_dict({**a.entries, **b.entries})
            return host.new_dict(None, a.key.join(b.key), a.element.join(b.element))
        case Container(), Container() if operation.operator in ("|", "&", "-", "^"):
            made = host.new_object(left.type)
            content = host.load(left.site).element.join(host.load(right.site).element)
            for atom in made.each(Container):
                host.store(atom.site, host.load(atom.site).with_element(content), operation.text, operation.operator)
            return made
    return _objects(operation, left, right)


def python_unary(operation: Operation, atom: Atom) -> AbstractValue:
    """Apply ``-``, ``+`` or ``~`` to a Python value."""
    if not isinstance(atom, Scalar):
        operation.effect(EffectKind.UNKNOWN_VALUE, detail=f"{operation.operator}{atom}", maybe=True)
        return TOP
    if atom.type not in _NUMBERS or (operation.operator == "~" and atom.type in ("float", "complex")):
        operation.raises(f"unary `{operation.operator}` does not take {atom.type}")
        return BOTTOM
    if isinstance(atom.constant, bool | int | float | complex):
        return constant(_UNARY[operation.operator](atom.constant))
    return scalar("int" if atom.type == "bool" else atom.type)


def _invert(number: int | float | complex) -> int:
    return ~number if isinstance(number, int) else 0


_UNARY: Final[dict[str, Callable[[bool | int | float | complex], int | float | complex]]] = {
    "-": functions.neg, "+": functions.pos, "~": _invert,
}  # fmt: skip
