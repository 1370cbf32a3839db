"""Integers and shapes that stand among the arguments of an op: axes, sizes, strides."""

from __future__ import annotations

from jupyter_hybridize.domain import dtype as dtypes
from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.shape import Shape
from jupyter_hybridize.domain.value import AbstractValue, Array, Atom, Container, Scalar, Tensor, Tuple, value
from jupyter_hybridize.knowledge.families.dtype_names import dtype_of
from jupyter_hybridize.knowledge.families.operation import Operation, reads_axis
from jupyter_hybridize.knowledge.iteration import note_open_axes

Sizes = tuple[int | None, ...] | None  # one entry a dimension, None where it is not known; -1 is kept


def integer(item: AbstractValue) -> int | None:
    """Return the integer that *item* certainly is."""
    known = item.constant()
    return int(known) if isinstance(known, int) and not isinstance(known, bool) else None


def integers(operation: Operation, item: AbstractValue) -> tuple[int, ...] | None:
    """Return the integers of a number or list, None where one is not known."""
    found = sizes(operation, item)
    return None if found is None or None in found else tuple(each for each in found if each is not None)


def sizes(operation: Operation, item: AbstractValue) -> Sizes:
    """Return the sizes that a shape argument asks for, entry by entry; a single number is a shape of one entry."""
    for shape in item.each(Tuple):
        note_open_axes(operation.host, shape, item)
    found = [_sizes(operation, atom) for atom in item.ordered()]
    if not found or any(each is None or len(each) != len(found[0] or ()) for each in found):
        return None
    return tuple(
        column[0] if len(set(column)) == 1 else None for column in zip(*(each or () for each in found), strict=True)
    )


def _sizes(operation: Operation, atom: Atom) -> Sizes:
    if (
        isinstance(atom, Tensor)
        and operation.is_traced
        and atom.dtype is not None
        and not dtypes.is_integer(atom.dtype)
    ):
        detail = f"{dtypes.named(atom.dtype)} tells no size"  # NumPy's numbers do, eagerly
        operation.mixes(detail, Answer.UNKNOWN)
    match atom:
        case Scalar(type="int", constant=known):
            return (known if isinstance(known, int) else None,)
        case Tuple() | Container(type="list"):
            items = operation.host.items(value(atom))
            return None if items is None else tuple(_size(operation, each) for each in items)
        case Tensor(shape=Shape(dims=(int(count),))) | Array(shape=Shape(dims=(int(count),)), scalar=False):
            return (None,) * count
        case Tensor(shape=Shape(dims=())) | Array(scalar=True):
            return (None,)
        case _:
            return None


def _size(operation: Operation, item: AbstractValue) -> int | None:
    if operation.is_traced and any(isinstance(atom, Scalar) and atom.constant is None for atom in item.atoms):
        reads_axis(operation)
    return integer(item)


def is_none(item: AbstractValue) -> bool | None:
    """Return whether *item* is not given or None; None where that is not known."""
    nones = [isinstance(atom, Scalar) and atom.type == "NoneType" for atom in item.atoms]
    return True if all(nones) else None if any(nones) or item.is_unknown else False


def text(item: AbstractValue, default: str) -> str | None:
    """Return a string argument, its default where it is not given, None where it is not known."""
    if item.is_bottom:
        return default
    known = item.constant()
    return known if isinstance(known, str) else None


def flag(operation: Operation, name: str, *, default: bool = False) -> bool | None:
    """Return a boolean argument, None where its value is not known."""
    known = operation.constant(name, default).constant()
    return bool(known) if isinstance(known, bool | int | None) else None


def asked_dtype(operation: Operation, name: str, default: str | None) -> str | None:
    """Return the dtype that argument *name* asks for; *default* if it is not given or None."""
    found = operation.get(name)
    if found.is_bottom:
        return default
    if operation.is_traced and found.has(Tensor):
        operation.mixes("an array tells its dtype, its tensor does not", Answer.UNKNOWN)
    names = {default if _is_none(atom) else dtype_of(atom) for atom in found.atoms}
    return names.pop() if len(names) == 1 else None


def _is_none(atom: object) -> bool:
    return isinstance(atom, Scalar) and atom.type == "NoneType"
