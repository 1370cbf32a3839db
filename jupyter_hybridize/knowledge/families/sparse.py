"""Ops on sparse tensors, and those of ``tf.sparse``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from jupyter_hybridize.domain.shape import SCALAR_SHAPE, UNKNOWN_SHAPE, Shape
from jupyter_hybridize.domain.value import AbstractValue, Form, Tensor, join_all, tensor, tuple_of
from jupyter_hybridize.knowledge.families.arguments import integers, is_none, sizes
from jupyter_hybridize.knowledge.families.operation import Operation
from jupyter_hybridize.knowledge.families.ragged import as_dense
from jupyter_hybridize.knowledge.families.registration import Family, family
from jupyter_hybridize.knowledge.names import canonical

_BY_ELEMENT: Final = frozenset(
    canonical(f"tensorflow.{name}") for name in "abs negative square sqrt sign cast identity stop_gradient".split()
)
_COUNTS: Final = frozenset({"tensorflow.size", "tensorflow.rank"})
_Rule = Callable[[Tensor], AbstractValue]


def run_sparse(operation: Operation, name: str, family: Family) -> AbstractValue | None:
    """Return the result of op *name* on a sparse tensor, None where nothing is known of that."""
    atom = operation.at(0).only()
    if not isinstance(atom, Tensor) or atom.form is not Form.SPARSE:
        return None
    if name in _BY_ELEMENT:
        found = as_dense(operation, family, Form.SPARSE)
        return join_all(_sparse(a.dtype, _seen(operation, a.shape)) for a in found.each(Tensor))
    if name == "tensorflow.shape":
        return tensor("int32" if {"out_type"}.isdisjoint(operation.bound) else None, Shape((atom.shape.rank,)))
    if name in _COUNTS:
        return tensor("int32" if {"out_type"}.isdisjoint(operation.bound) else None, SCALAR_SHAPE)
    return None


def _seen(operation: Operation, shape: Shape) -> Shape:
    """Return the shape that the op sees: in a graph the sizes of a sparse tensor are values."""
    return shape.opened() if operation.is_traced else shape


def _sparse(dtype: str | None, shape: Shape = UNKNOWN_SHAPE) -> AbstractValue:
    return tensor(dtype, shape, Form.SPARSE)


def _given(operation: Operation, item: AbstractValue, rule: _Rule) -> AbstractValue:
    """Return the join of *rule* over the sparse tensors that *item* may be; anything else is not known."""
    found = list(item.each(Tensor))
    if not found or len(found) < len(item.atoms) or any(a.form is not Form.SPARSE for a in found):
        return operation.unknown().join(_sparse(None))
    return join_all(rule(a) for a in found)


@family("sparse-to-dense")
def to_dense(operation: Operation) -> AbstractValue:
    """Fill in what is left out."""
    return _given(operation, operation.at(0), lambda a: tensor(a.dtype, _seen(operation, a.shape)))


@family("sparse-from-dense")
def from_dense(operation: Operation) -> AbstractValue:
    """Leave out the zeros."""
    return operation.each(lambda x: _sparse(x.dtype, x.shape), operation.at(0))


@family("sparse-like")
def like(operation: Operation) -> AbstractValue:
    """Keep dtype and shape."""
    return _given(operation, operation.at(0), lambda a: _sparse(a.dtype, _seen(operation, a.shape)))


@family("sparse-of-rank")
def of_rank(operation: Operation) -> AbstractValue:
    """Keep dtype and rank."""
    return _given(operation, operation.at(0), lambda a: _sparse(a.dtype, a.shape.opened()))


@family("sparse-product")
def product(operation: Operation) -> AbstractValue:
    """Multiply a sparse and a dense matrix."""
    left, right = operation.at(0), operation.at(1)
    sparse = left if any(a.form is Form.SPARSE for a in left.each(Tensor)) else right
    is_plain = sparse is left and {"adjoint_a", "adjoint_b"}.isdisjoint(operation.bound)

    def rule(a: Tensor) -> AbstractValue:
        other = right.only()
        rows = a.shape.dims[0] if is_plain and a.shape.dims and not operation.is_traced else None
        known = other.shape.dims if isinstance(other, Tensor) and is_plain else None
        return tensor(a.dtype, Shape((rows, known[1] if known is not None and len(known) == 2 else None)))

    return _given(operation, sparse, rule)


@family("sparse-sum-of-two")
def add(operation: Operation) -> AbstractValue:
    """Add: two sparse tensors stay sparse, a dense one makes the sum dense."""
    both = [a for item in (operation.at(0), operation.at(1)) for a in item.each(Tensor)]
    if len(both) != 2 or Form.SPARSE not in {a.form for a in both}:
        return operation.unknown().join(_sparse(None))
    form = Form.SPARSE if all(a.form is Form.SPARSE for a in both) else Form.DENSE
    is_hidden = operation.is_traced and form is Form.DENSE
    return tensor(both[0].dtype, UNKNOWN_SHAPE if is_hidden else both[0].shape.opened(), form)


@family("sparse-concat")
def concat(operation: Operation) -> AbstractValue:
    """Join along an axis."""
    parts = operation.host.items(operation.get("sp_inputs"))
    if not parts:
        return operation.unknown().join(_sparse(None))
    return join_all(_given(operation, each, lambda a: _sparse(a.dtype, a.shape.opened())) for each in parts)


@family("sparse-reduction")
def reduction(operation: Operation) -> AbstractValue:
    """Reduce axes away; the result is dense unless a sparse one is asked for."""
    axis = operation.get("axis")
    axes = None if is_none(axis) is not False else integers(operation, axis)

    def rule(a: Tensor) -> AbstractValue:
        if not {"keepdims", "output_is_sparse"}.isdisjoint(operation.bound):
            return tensor(a.dtype).join(_sparse(a.dtype))
        if operation.is_traced:
            return tensor(a.dtype)
        if is_none(axis):
            return tensor(a.dtype, SCALAR_SHAPE)
        known = axes is not None and a.shape.rank is not None
        return tensor(a.dtype, Shape((None,) * ((a.shape.rank or 0) - len(axes or ()))) if known else UNKNOWN_SHAPE)

    return _given(operation, operation.at(0), rule)


@family("sparse-reshape")
def reshape(operation: Operation) -> AbstractValue:
    """Give another shape."""
    asked = sizes(operation, operation.get("shape"))
    shape = UNKNOWN_SHAPE if asked is None else Shape((None,) * len(asked))
    return _given(operation, operation.at(0), lambda a: _sparse(a.dtype, shape))


@family("sparse-expand-dims")
def expand_dims(operation: Operation) -> AbstractValue:
    """Add an axis."""

    def rule(a: Tensor) -> AbstractValue:
        return _sparse(a.dtype, UNKNOWN_SHAPE if a.shape.rank is None else Shape((None,) * (a.shape.rank + 1)))

    return _given(operation, operation.at(0), rule)


@family("sparse-fill")
def fill_empty_rows(operation: Operation) -> AbstractValue:
    """Fill rows that hold nothing, and tell which did."""
    filled = _given(operation, operation.at(0), lambda a: _sparse(a.dtype, a.shape.opened()))
    return tuple_of(filled, tensor("bool", Shape((None,))))


@family("sparse-embedding")
def embedding_lookup(operation: Operation) -> AbstractValue:
    """Combine the rows that sparse ids name."""
    params = operation.at(0).only()
    if not isinstance(params, Tensor) or params.form not in (Form.DENSE, Form.VARIABLE):
        return operation.unknown().join(_sparse(None))

    def rule(_: Tensor) -> AbstractValue:
        return tensor(params.dtype, UNKNOWN_SHAPE if params.shape.dims is None else params.shape.opened())

    return _given(operation, operation.at(1), rule)
