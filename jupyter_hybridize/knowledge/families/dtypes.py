"""The dtype of an op's result: what names a dtype, and who decides where operands differ."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from jupyter_hybridize.domain import dtype as dtypes
from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.knowledge.families.operand import Kind, Operand
from jupyter_hybridize.knowledge.families.operation import Operation

_REAL: Final = {"complex64": "float32", "complex128": "float64"}
DIFFERENT: Final = "no dtype"


def real(dtype: str | None) -> str | None:
    """Return the dtype of the real part."""
    return None if dtype is None else _REAL.get(dtype, dtype)


def quotient(dtype: str | None) -> str | None:
    """Return the dtype of true division. Source: ``tf.truediv`` on 2.21."""
    if dtype in ("int8", "uint8", "int16", "uint16"):
        return "float32"
    return "float64" if dtypes.is_integer(dtype) else dtype


def unify(operation: Operation, operands: Sequence[Operand], *, first_decides: bool = False) -> str | None:
    """Return the dtype an op gives operands that must agree; ``DIFFERENT`` where it raises.

    An eager op asks its tensors; an op put into a graph asks its first operand (so that ``tf.multiply(1, x)`` of a
    float ``x`` works eagerly and raises while tracing). Where *first_decides* it does so in both.
    """
    tensors = [each for each in operands if each.kind in (Kind.TENSOR, Kind.UNKNOWN)]
    by_first = _agreed(operands[0], operands)
    by_tensor = DIFFERENT if first_decides or not tensors else _agreed(tensors[0], operands)
    asks_first = operation.is_traced or first_decides or not tensors
    chosen = by_first if asks_first else by_tensor
    if chosen != DIFFERENT:
        _note_doubt(operation, operands)
    elif operation.is_traced and (by_tensor != DIFFERENT or len({each.dtype for each in tensors}) > 1):
        operation.mixes(_named(operands))
    else:
        operation.raises(_named(operands))
    return chosen


def _agreed(deciding: Operand, operands: Sequence[Operand]) -> str | None:
    """Return the dtype if *deciding* sets it; a partner's where its own is not known."""
    dtype = deciding.dtype
    for each in operands:
        if each is deciding or each.dtype is None:
            continue
        if each.kind is Kind.TENSOR:
            if dtype not in (None, each.dtype):
                return DIFFERENT
            dtype = each.dtype
        elif dtype is not None and not _gives_way(each, dtype):
            return DIFFERENT
    return dtype


def _gives_way(operand: Operand, dtype: str) -> bool:
    """Return whether TensorFlow converts a Python or NumPy operand to *dtype* unasked."""
    own = operand.dtype
    if own == dtype or own is None:
        return True
    if "string" in (own, dtype) or (own in dtypes.COMPLEX and dtype not in dtypes.COMPLEX):
        return False
    if operand.kind is Kind.ARRAY or own == "bool":
        return dtype != "bool"
    if own == "float32":
        return dtype in dtypes.FLOATS or dtype in dtypes.COMPLEX
    return dtype != "bool"


def _note_doubt(operation: Operation, operands: Sequence[Operand]) -> None:
    """Record that a graph may refuse dtypes that are not known here."""
    if not operation.is_traced or all(each.dtype for each in operands):
        return
    others = [each for each in operands if each.kind is not Kind.PYTHON]
    if len(others) > 1 or operands[0].kind is Kind.PYTHON:
        operation.mixes(_named(operands), Answer.UNKNOWN)


def _named(operands: Sequence[Operand]) -> str:
    return " and ".join(sorted({each.dtype or "an unknown dtype" for each in operands}))
