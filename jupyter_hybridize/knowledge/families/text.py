"""Families of string ops, and of files and records read as ops."""

from __future__ import annotations

from jupyter_hybridize.domain import dtype as dtypes
from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.shape import SCALAR_SHAPE, UNKNOWN_SHAPE, Shape
from jupyter_hybridize.domain.value import (
    AbstractValue,
    Container,
    Form,
    Scalar,
    Tuple,
    join_all,
    tensor,
    tuple_of,
)
from jupyter_hybridize.knowledge.families.arguments import asked_dtype
from jupyter_hybridize.knowledge.families.operand import Operand
from jupyter_hybridize.knowledge.families.operation import Operation, needs_rank, of_shape
from jupyter_hybridize.knowledge.families.registration import family
from jupyter_hybridize.knowledge.families.shapes import broadcast
from jupyter_hybridize.knowledge.host import Host


@family("string-split")
def split(operation: Operation) -> AbstractValue:
    """Split strings: a vector of a scalar, a ragged tensor of anything else."""

    def rule(x: Operand) -> AbstractValue:
        return _pieces(operation, "string", x.shape)

    return operation.each(rule, operation.at(0))


@family("string-characters")
def characters(operation: Operation) -> AbstractValue:
    """Take strings apart into characters."""
    return _taken_apart(operation, "string")


@family("string-codes")
def codes(operation: Operation) -> AbstractValue:
    """Read the characters of strings as numbers."""
    return _taken_apart(operation, "int32")


def _taken_apart(operation: Operation, dtype: str) -> AbstractValue:
    def rule(x: Operand) -> AbstractValue:
        needs_rank(operation, x)
        return _pieces(operation, dtype, x.shape)

    return operation.each(rule, operation.at(0))


def _pieces(operation: Operation, dtype: str, shape: Shape) -> AbstractValue:
    """Return a vector of what a scalar is split into, a ragged tensor of anything else."""
    if shape.dims is None:
        return tensor(dtype, form=Form.RAGGED).join(tensor(dtype, Shape.of(None)))
    if not shape.dims:
        return tensor(dtype, Shape.of(None))
    kept = shape.dims if len(shape.dims) == 1 and not operation.is_traced else (None,) * len(shape.dims)
    return tensor(dtype, Shape((*kept, None)), Form.RAGGED)


@family("string-ngrams")
def ngrams(operation: Operation) -> AbstractValue:
    """Join neighbours: of a vector a vector, of anything more a ragged tensor."""

    def rule(x: Operand) -> AbstractValue:
        needs_rank(operation, x)
        if x.shape.rank == 1:
            return tensor("string", Shape.of(None))
        return tensor("string", form=Form.RAGGED).join(tensor("string"))

    return operation.each(rule, operation.at(0))


@family("string-encode")
def encode(operation: Operation) -> AbstractValue:
    """Make strings of the numbers along the last axis."""

    def rule(x: Operand) -> AbstractValue:
        needs_rank(operation, x)
        return tensor("string", Shape(x.shape.dims[:-1]) if x.shape.dims else UNKNOWN_SHAPE)

    return operation.each(rule, operation.at(0))


@family("string-join")
def join(operation: Operation) -> AbstractValue:
    """Join strings element by element."""
    items = operation.host.items(operation.at(0))
    if not items:
        return tensor("string")

    def rule(*found: Operand) -> AbstractValue:
        return of_shape("string", broadcast([each.shape for each in found]))

    return operation.each(rule, *items)


@family("string-reduce")
def reduce_join(operation: Operation) -> AbstractValue:
    """Join strings along dimensions."""
    if "axis" in operation.bound or "keepdims" in operation.bound:
        return operation.each(lambda _: tensor("string"), operation.at(0))

    def rule(x: Operand) -> AbstractValue:
        return tensor("string", UNKNOWN_SHAPE if x.shape.dims is None else SCALAR_SHAPE)

    return operation.each(rule, operation.at(0))


@family("string-any")
def any_string(operation: Operation) -> AbstractValue:
    """Give strings of a shape not told here."""
    return operation.each(lambda _: tensor("string"), operation.at(0))


@family("string-scalar")
def one_string(operation: Operation) -> AbstractValue:
    """Give one string."""
    return tensor("string", SCALAR_SHAPE)


@family("file-text")
def file_text(operation: Operation) -> AbstractValue:
    """Read a file: the graph of a name that is known while tracing is run once, and its result kept as a constant."""
    name = operation.at(0)
    if operation.is_traced and name.atoms and all(isinstance(atom, Scalar) for atom in name.atoms):
        detail = "its file has a constant name"
        kind = EffectKind.READS_CLOCK_OR_RNG
        operation.host.effect(kind, operation.text, answer=Answer.UNKNOWN, detail=detail, reason="read_file")
    return tensor("string", SCALAR_SHAPE)


@family("decode-raw")
def decode_raw(operation: Operation) -> AbstractValue:
    """Read bytes as numbers: a dimension more."""
    dtype = asked_dtype(operation, "out_type", None)

    def rule(x: Operand) -> AbstractValue:
        return tensor(dtype, UNKNOWN_SHAPE if x.shape.dims is None else Shape((*x.shape.dims, None)))

    return operation.each(rule, operation.at(0))


@family("decode-wav")
def decode_wav(operation: Operation) -> AbstractValue:
    """Read samples and their rate."""
    return tuple_of(tensor("float32", Shape.of(None, None)), tensor("int32", SCALAR_SHAPE))


@family("parse-tensor")
def parse_tensor(operation: Operation) -> AbstractValue:
    """Read a serialized tensor."""
    return tensor(asked_dtype(operation, "out_type", None))


@family("ragged-constant")
def ragged_constant(operation: Operation) -> AbstractValue:
    """Make a ragged tensor of nested lists (a dense one where nothing is ragged but a scalar)."""
    asked = asked_dtype(operation, "dtype", None)
    nested = _nested(operation.host, operation.at(0))
    if nested is None or not {"ragged_rank", "inner_shape"}.isdisjoint(operation.bound):
        return join_all([tensor(asked, form=Form.RAGGED), tensor(asked)])
    depth, length, kinds = nested
    numbers = kinds - {"int32"} if "float32" in kinds else kinds
    dtype = asked if "dtype" in operation.bound else next(iter(numbers)) if len(numbers) == 1 else None
    shape = Shape((length, *(None,) * (depth - 1)))
    return tensor(dtype, shape) if depth < 2 else tensor(dtype, shape, Form.RAGGED)


def _nested(host: Host, item: AbstractValue) -> tuple[int, int | None, frozenset[str]] | None:
    """Return how deep lists nest, how long the outermost is, and the dtypes in them; None where that is not known."""
    items = host.items(item) if item.has(Tuple, Container) else None
    if items is None or len(item.atoms) != 1:
        return None
    leaves = [atom for each in items for atom in each.atoms if not isinstance(atom, Tuple | Container)]
    if len(leaves) == len(items) and leaves:
        kinds = [dtypes.of_python(atom.type) if isinstance(atom, Scalar) else None for atom in leaves]
        return None if None in kinds else (1, len(items), frozenset(kind for kind in kinds if kind is not None))
    inner = [_nested(host, each) for each in items]
    if leaves or not items or None in inner:
        return (1, 0, frozenset()) if not items else None
    known = [each for each in inner if each is not None]
    depth = max(each[0] for each in known)
    if any(each[0] != depth and each[1] != 0 for each in known):
        return None
    return depth + 1, len(items), frozenset().union(*(each[2] for each in known))
