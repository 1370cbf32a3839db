"""Families of linear algebra on the last two dimensions."""

from __future__ import annotations

from jupyter_hybridize.domain.shape import UNKNOWN_SHAPE, Shape
from jupyter_hybridize.domain.value import BOTTOM, AbstractValue, tensor, tuple_of
from jupyter_hybridize.knowledge.families.arguments import flag
from jupyter_hybridize.knowledge.families.dtypes import DIFFERENT, real, unify
from jupyter_hybridize.knowledge.families.operand import Operand
from jupyter_hybridize.knowledge.families.operation import Operation, of_shape
from jupyter_hybridize.knowledge.families.registration import family
from jupyter_hybridize.knowledge.families.shapes import reduced


@family("solve")
def solve(operation: Operation) -> AbstractValue:
    """Solve linear systems: the right side's shape comes back, its batch not told."""

    def rule(matrix: Operand, right: Operand) -> AbstractValue:
        dtype = unify(operation, (matrix, right), first_decides=True)
        if dtype == DIFFERENT:
            return BOTTOM
        rank = right.shape.rank if right.shape.rank == matrix.shape.rank else None
        return of_shape(dtype, UNKNOWN_SHAPE if rank is None else Shape((None,) * rank))

    return operation.each(rule, operation.at(0), operation.at(1))


@family("diag-part")
def diag_part(operation: Operation) -> AbstractValue:
    """Give the diagonals."""
    plain = not {"k", "align", "padding_value"} & operation.bound.keys()

    def rule(x: Operand) -> AbstractValue:
        dims = x.shape.dims
        if dims is None or not plain:
            return of_shape(x.dtype, UNKNOWN_SHAPE)
        if len(dims) < 2:
            return BOTTOM
        rows, columns = dims[-2:]
        shortest = None if rows is None or columns is None else min(rows, columns)
        return of_shape(x.dtype, Shape((*dims[:-2], shortest)))

    return operation.each(rule, operation.at(0))


@family("diag")
def diag(operation: Operation) -> AbstractValue:
    """Put vectors on the diagonals of matrices."""
    plain = operation.bound.keys() <= {"diagonal", "name"}

    def rule(x: Operand) -> AbstractValue:
        dims = x.shape.dims
        if dims is None or not plain:
            return of_shape(x.dtype, UNKNOWN_SHAPE)
        return of_shape(x.dtype, Shape((*dims, dims[-1])) if dims else None)

    return operation.each(rule, operation.at(0))


@family("singular-values")
def singular_values(operation: Operation) -> AbstractValue:
    """Decompose into singular values and vectors."""

    def rule(x: Operand) -> AbstractValue:
        rank = x.shape.rank
        vectors = Shape(None if rank is None else (None,) * rank)
        values = tensor(real(x.dtype), Shape(None if rank is None else (None,) * max(0, rank - 1)))
        alone = flag(operation, "compute_uv", default=True)
        both = tuple_of(values, tensor(x.dtype, vectors), tensor(x.dtype, vectors))
        return both if alone else values if alone is False else both.join(values)

    return operation.each(rule, operation.at(0))


@family("orthogonal-triangular")
def pair(operation: Operation) -> AbstractValue:
    """Give two tensors of one dtype; only their dtype is told."""
    return operation.each(lambda x: tuple_of(tensor(x.dtype), tensor()), operation.at(0))


@family("eigenvalues")
def eigenvalues(operation: Operation) -> AbstractValue:
    """Give the eigenvalues of Hermitian matrices, in their dtype."""
    return operation.each(lambda x: of_shape(x.dtype, reduced(x.shape, (-1,), keep=False)), operation.at(0))


@family("global-norm")
def global_norm(operation: Operation) -> AbstractValue:
    """Give the norm of a list of tensors."""
    from_list = operation.host.iterate(operation.at(0), by_python=False)
    return operation.each(lambda x: tensor(x.dtype, Shape(())), from_list)


@family("clip-by-global-norm")
def clip_by_global_norm(operation: Operation) -> AbstractValue:
    """Scale a list of tensors, None among them, by their common norm."""
    items = operation.host.items(operation.at(0))
    element = operation.host.iterate(operation.at(0), by_python=False)
    if element.is_unknown:
        operation.note_unknown()
    scaled = operation.host.new_list(items, element)
    return tuple_of(scaled, tensor(None, Shape(())))
