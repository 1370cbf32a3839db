"""Indexing of NumPy arrays: basic, with arrays of positions, and with masks."""

from __future__ import annotations

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.shape import UNKNOWN_SHAPE, Shape
from jupyter_hybridize.domain.value import AbstractValue, Array, Container, Scalar, Tensor, Tuple, value
from jupyter_hybridize.knowledge.host import Host
from jupyter_hybridize.knowledge.operands import operand_of
from jupyter_hybridize.knowledge.tensorflow.tensor_indexing import index_parts, indexed_shape


def index_array(host: Host, owner: Array, index: AbstractValue, text: str) -> AbstractValue:
    """Return ``owner[index]`` of an array; a symbolic tensor among the positions leaves TensorFlow."""
    parts = index_parts(index)
    _leave_tensorflow(host, parts if parts is not None else (index,), text)
    dtype = None if any(_is_text(part) for part in parts or ()) else owner.dtype
    shape = None if parts is None else _shape(host, owner.shape, parts)
    if shape is None or shape.dims is None:
        return value(Array(dtype, UNKNOWN_SHAPE), Array(dtype, Shape(()), True))
    is_view = any(isinstance(atom, Scalar) and atom.type == "ellipsis" for part in parts or () for atom in part.atoms)
    return value(Array(dtype, shape, shape.dims == () and not is_view))


def _is_text(part: AbstractValue) -> bool:
    return any(isinstance(atom, Scalar) and atom.type == "str" for atom in part.atoms)


def _leave_tensorflow(host: Host, parts: tuple[AbstractValue, ...], text: str) -> None:
    if not host.mode.is_traced:
        return
    for part in parts:
        inner = [leaf for atom in part.each(Tuple) for item in atom.items for leaf in item.atoms]
        if any(isinstance(atom, Tensor) for atom in (*part.atoms, *inner)):
            host.effect(EffectKind.NEEDS_VALUE, text, detail="a tensor indexes an array", reason="array")
        elif part.is_unknown:
            detail = "the index of an array is not known"
            host.effect(EffectKind.UNKNOWN_VALUE, text, answer=Answer.UNKNOWN, detail=detail)


def _shape(host: Host, shape: Shape, parts: tuple[AbstractValue, ...]) -> Shape | None:
    if len(parts) == 1 and shape.dims is not None:
        chosen = _positions(host, parts[0])
        if chosen is not None:
            dtype, picked = chosen
            if picked.dims is None:
                return None
            used = len(picked.dims) if dtype == "bool" else 1
            if used > len(shape.dims):
                return None
            return Shape(((None,) if dtype == "bool" else picked.dims) + shape.dims[used:])
    if any(_positions(host, part) is not None or part.only() is None for part in parts):
        return None
    return indexed_shape(shape, parts)


def _positions(host: Host, part: AbstractValue) -> tuple[str | None, Shape] | None:
    """Return dtype and shape of an array of positions or a mask, None if the part is no such thing."""
    atom = part.only()
    if (isinstance(atom, Array | Tensor) and atom.shape.rank != 0) or isinstance(atom, Container):
        found = operand_of(host, atom)
        return (found.dtype, found.shape) if found is not None else (None, UNKNOWN_SHAPE)
    return None
