"""Families that join tensors into one or take one apart."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.shape import UNKNOWN_SHAPE, Dimension, Shape
from jupyter_hybridize.domain.value import BOTTOM, AbstractValue, Array, Tensor, join_all, tensor
from jupyter_hybridize.knowledge.families.arguments import integer, is_none, sizes
from jupyter_hybridize.knowledge.families.dtypes import DIFFERENT, unify
from jupyter_hybridize.knowledge.families.operand import Kind, Operand, operands
from jupyter_hybridize.knowledge.families.operation import Operation, needs_rank, of_shape, reads_axis
from jupyter_hybridize.knowledge.families.registration import family
from jupyter_hybridize.knowledge.families.shapes import inserted, merge, plus, position, replaced

_MOST_PARTS = 64
_Several = Callable[[Shape], Shape | None]
_Join = Callable[[Sequence[Shape]], Shape | None]


def _joined(operation: Operation, join: _Join, several: _Several) -> AbstractValue:
    items = operation.host.items(operation.at(0))
    if items is None:
        return _of_any_number(operation, several)

    def rule(*found: Operand) -> AbstractValue:
        dtype = _common_dtype(operation, found)
        if dtype == DIFFERENT:
            return BOTTOM
        shape = join([each.shape for each in found])
        if shape is None:
            operation.raises("the shapes do not fit")
        return of_shape(None if _turns_numpy(operation, found) else dtype, shape)

    return operation.each(rule, *items) if items else _raised(operation)


def _common_dtype(operation: Operation, found: Sequence[Operand]) -> str | None:
    """Return the dtype of tensors if there are any, of Python's numbers the wider one."""
    if all(each.kind is Kind.PYTHON for each in found) and {each.dtype for each in found} == {"int32", "float32"}:
        return "float32"
    return unify(operation, sorted(found, key=lambda each: each.kind in (Kind.PYTHON, Kind.ARRAY)))


def _turns_numpy(operation: Operation, found: Sequence[Operand]) -> bool:
    """Return whether NumPy numbers are converted, which tracing does to another dtype."""
    if not any(each.is_numpy_list or (each.kind is Kind.ARRAY and each.shape.rank == 0) for each in found):
        return False
    if any(each.kind is Kind.TENSOR for each in found):
        return False
    if operation.is_traced:
        operation.mixes("a list of NumPy values", Answer.UNKNOWN)
    return True


def _raised(operation: Operation) -> AbstractValue:
    operation.raises("needs a tensor")
    return BOTTOM


def _of_any_number(operation: Operation, several: _Several) -> AbstractValue:
    item = operation.at(0)
    if item.has(Tensor) or item.is_unknown:
        return operation.unknown()
    element = operation.host.iterate(item, by_python=False)
    found = operands(operation.host, element)
    if len(found) != 1:
        return operation.unknown()
    return operation.each(lambda x: of_shape(x.dtype, several(x.shape)), element)


@family("concat")
def concat(operation: Operation) -> AbstractValue:
    """Join tensors along a dimension they have."""
    _check_lists(operation)
    axis = integer(operation.get("axis"))

    def join(shapes: Sequence[Shape]) -> Shape | None:
        return _concatenated(shapes, axis)

    def several(shape: Shape) -> Shape | None:
        return shape.opened() if axis is None else replaced(shape, axis, None)

    return _joined(operation, join, several)


def _check_lists(operation: Operation) -> None:
    """A graph converts each list by itself; eagerly a list of Python's numbers takes the dtype of the others."""
    items = operation.host.items(operation.at(0)) or ()
    if not operation.is_traced or any(item.has(Tensor, Array) for item in items):
        return
    found = [each for item in items for each in operands(operation.host, item)]
    if any(each.kind is Kind.TENSOR for each in found) and len({each.dtype for each in found}) > 1:
        operation.mixes("lists of other dtypes", Answer.UNKNOWN)


def _concatenated(shapes: Sequence[Shape], axis: int | None) -> Shape | None:
    ranks = {shape.rank for shape in shapes} - {None}
    if len(ranks) > 1 or 0 in ranks:
        return None
    if not ranks:
        return UNKNOWN_SHAPE
    rank = next(iter(ranks)) or 0
    if axis is None:
        return Shape((None,) * rank)
    index = position(axis, rank)
    if index is None:
        return None
    others = merge([Shape(_without(shape.dims, index)) if shape.dims is not None else shape for shape in shapes])
    if others is None or others.dims is None:
        return others
    total = plus(*(None if shape.dims is None else shape.dims[index] for shape in shapes))
    return Shape((*others.dims[:index], total, *others.dims[index:]))


def _without(dims: tuple[Dimension, ...], index: int) -> tuple[Dimension, ...]:
    return (*dims[:index], *dims[index + 1 :])


@family("stack")
def stack(operation: Operation) -> AbstractValue:
    """Join tensors along a new dimension."""
    axis = integer(operation.constant("axis", 0))
    if operation.at(0).has(Tensor) and operation.host.items(operation.at(0)) is None:
        return _stack_of_one(operation, axis)

    def join(shapes: Sequence[Shape]) -> Shape | None:
        merged = merge(shapes)
        return None if merged is None else _with_new(merged, axis, len(shapes))

    return _joined(operation, join, lambda shape: _with_new(shape, axis, None))


def _with_new(shape: Shape, axis: int | None, count: int | None) -> Shape | None:
    if axis is None:
        return UNKNOWN_SHAPE if shape.rank is None else Shape((None,) * (shape.rank + 1))
    return inserted(shape, axis, count)


def _stack_of_one(operation: Operation, axis: int | None) -> AbstractValue:
    """Stack the rows of a tensor: along axis 0 the tensor comes back."""
    if axis == 0:
        return operation.each(lambda x: tensor(x.dtype, x.shape), operation.at(0))
    return operation.unknown()


@family("unstack")
def unstack(operation: Operation) -> AbstractValue:
    """Take a tensor apart along one dimension, whose size must be known."""
    axis = integer(operation.constant("axis", 0))
    number = operation.get("num")
    asked = None if is_none(number) else integer(number)

    def rule(x: Operand) -> AbstractValue:
        if is_none(number) is not False:
            needs_rank(operation, x)
        index = None if axis is None or x.shape.rank is None else position(axis, x.shape.rank)
        if index is None or x.shape.dims is None:
            return operation.host.new_list(None, tensor(x.dtype))
        count = x.shape.dims[index] if asked is None else asked
        if count is None and operation.is_traced and is_none(number):
            reads_axis(operation)
        return _parts(operation, count, tensor(x.dtype, Shape(_without(x.shape.dims, index))))

    return operation.each(rule, operation.at(0))


def _parts(operation: Operation, count: int | None, part: AbstractValue) -> AbstractValue:
    known = count is not None and count <= _MOST_PARTS
    return operation.host.new_list([part] * (count or 0) if known else None, part)


@family("split")
def split(operation: Operation) -> AbstractValue:
    """Take a tensor apart into pieces of one size, or of given sizes."""
    axis = integer(operation.constant("axis", 0))
    given = operation.get("num_or_size_splits")
    pieces = integer(given)
    listed = None if pieces is not None else sizes(operation, given)

    def rule(x: Operand) -> AbstractValue:
        if listed is not None and operation.host.items(given) is not None:
            each = [tensor(x.dtype, _piece(x.shape, axis, None if size == -1 else size)) for size in listed]
            return operation.host.new_list(each, join_all(each))
        size = _part_size(x.shape, axis, pieces)
        return _parts(operation, pieces, tensor(x.dtype, _piece(x.shape, axis, size)))

    return operation.each(rule, operation.at(0))


def _piece(shape: Shape, axis: int | None, size: int | None) -> Shape:
    if axis is None:
        return shape.opened()
    return replaced(shape, axis, size) or UNKNOWN_SHAPE


def _part_size(shape: Shape, axis: int | None, pieces: int | None) -> int | None:
    index = None if axis is None or shape.rank is None else position(axis, shape.rank)
    if index is None or shape.dims is None or not pieces:
        return None
    whole = shape.dims[index]
    return None if whole is None else whole // pieces


@family("meshgrid")
def meshgrid(operation: Operation) -> AbstractValue:
    """Make a grid of coordinates."""
    inputs = operation.call.arguments.positional
    found = [operands(operation.host, item) for item in inputs]
    if any(len(each) != 1 for each in found):
        return operation.host.new_list(None, operation.unknown())
    rank = len(inputs)
    parts = [operation.each(lambda x: tensor(x.dtype, Shape((None,) * rank)), item) for item in inputs]
    return operation.host.new_list(parts, join_all(parts))
