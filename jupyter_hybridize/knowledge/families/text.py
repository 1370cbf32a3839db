"""Families of string ops, and of files and records read as ops."""

from __future__ import annotations

from jupyter_hybridize.domain.shape import SCALAR_SHAPE, UNKNOWN_SHAPE, Shape
from jupyter_hybridize.domain.value import AbstractValue, Form, join_all, scalar, tensor, tuple_of
from jupyter_hybridize.knowledge.families.arguments import asked_dtype
from jupyter_hybridize.knowledge.families.operand import Operand
from jupyter_hybridize.knowledge.families.operation import Operation, of_shape
from jupyter_hybridize.knowledge.families.registration import family
from jupyter_hybridize.knowledge.families.shapes import broadcast


@family("string-split")
def split(operation: Operation) -> AbstractValue:
    """Split strings: a vector of a scalar, a ragged tensor of anything else."""

    def rule(x: Operand) -> AbstractValue:
        ragged = tensor("string", form=Form.RAGGED)
        if x.shape.dims is None:
            return join_all([ragged, tensor("string", Shape.of(None))])
        return ragged if x.shape.dims else tensor("string", Shape.of(None))

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


@family("decode-raw")
def decode_raw(operation: Operation) -> AbstractValue:
    """Read bytes as numbers: a dimension more."""
    dtype = asked_dtype(operation, "out_type", None)

    def rule(x: Operand) -> AbstractValue:
        return tensor(dtype, UNKNOWN_SHAPE if x.shape.dims is None else Shape((*x.shape.dims, None)))

    return operation.each(rule, operation.at(0))


@family("decode-csv")
def decode_csv(operation: Operation) -> AbstractValue:
    """Read the columns of a line."""
    defaults = operation.host.items(operation.get("record_defaults"))
    if defaults is None:
        return operation.host.new_list(None, tensor())
    columns = [operation.each(lambda x: tensor(x.dtype), item) for item in defaults]
    return operation.host.new_list(columns, join_all(columns))


@family("decode-wav")
def decode_wav(operation: Operation) -> AbstractValue:
    """Read samples and their rate."""
    return tuple_of(tensor("float32", Shape.of(None, None)), tensor("int32", SCALAR_SHAPE))


@family("parse-example")
def parse_example(operation: Operation) -> AbstractValue:
    """Read a record: tensors by name, of dtypes not told here."""
    forms = (Form.DENSE, Form.SPARSE, Form.RAGGED)
    return operation.host.new_dict(None, scalar("str"), join_all(tensor(form=form) for form in forms))


@family("parse-tensor")
def parse_tensor(operation: Operation) -> AbstractValue:
    """Read a serialized tensor."""
    return tensor(asked_dtype(operation, "out_type", None))


@family("ragged-constant")
def ragged_constant(operation: Operation) -> AbstractValue:
    """Make a ragged tensor of nested lists (a dense one where nothing is ragged but a scalar)."""
    dtype = asked_dtype(operation, "dtype", None)
    return join_all([tensor(dtype, form=Form.RAGGED), tensor(dtype)])
