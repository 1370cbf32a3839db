"""Indexing of tensors: integers, slices, ``...``, ``tf.newaxis``, and tuples of them."""

from __future__ import annotations

from jupyter_hybridize.domain import dtype as dtypes
from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.shape import UNKNOWN_SHAPE, Dimension, Shape
from jupyter_hybridize.domain.value import (
    BOTTOM,
    AbstractValue,
    Array,
    Atom,
    Container,
    Form,
    Scalar,
    Tensor,
    Tuple,
    tuple_of,
    value,
)
from jupyter_hybridize.knowledge.host import Host


def index_tensor(
    host: Host,
    owner: Tensor,
    index: AbstractValue,
    text: str,
    *,
    certain: bool,
    origins: frozenset[str] = frozenset(),
) -> AbstractValue:
    """Return ``owner[index]``; with *origins*, the tensor may be an array argument that tracing made a tensor."""
    if owner.form is Form.SPARSE:
        answer = Answer.NO if certain else Answer.UNKNOWN
        host.effect(EffectKind.RAISES, text, answer=answer, detail="a sparse tensor has no items", reason="index")
        return BOTTOM
    masked = _masked(owner, index)
    if masked is not None:
        host.tensor_op("GatherV2")
        return masked
    parts = index_parts(_list_as_tuple(host, index, text, may_be_array=bool(origins)))
    if owner.form is not Form.KERAS_SYMBOLIC:
        host.tensor_op("StridedSlice")
        _refuse(host, parts, text, certain=certain)
    if owner.form is Form.RAGGED:
        return _ragged(owner, parts)
    form = owner.form if owner.form is Form.KERAS_SYMBOLIC else Form.DENSE
    shape = indexed_shape(owner.shape, parts)
    if shape is None:
        answer = Answer.NO if certain else Answer.UNKNOWN
        host.effect(EffectKind.RAISES, text, answer=answer, detail=f"the index does not fit {owner}", reason="index")
        shape = UNKNOWN_SHAPE
    return value(Tensor(owner.dtype, shape, form))


def _masked(owner: Tensor, index: AbstractValue) -> AbstractValue | None:
    """Return what a mask chooses, None if the index is no mask: ``t[t > 1]`` is ``tf.boolean_mask``."""
    mask = index.only()
    if not isinstance(mask, Tensor | Array) or mask.dtype != "bool" or mask.shape.dims == ():
        return None
    if mask.shape.dims is None or owner.shape.dims is None:
        return value(Tensor(owner.dtype, UNKNOWN_SHAPE))
    return value(Tensor(owner.dtype, Shape((None, *owner.shape.dims[len(mask.shape.dims) :]))))


def _list_as_tuple(host: Host, index: AbstractValue, text: str, *, may_be_array: bool) -> AbstractValue:
    """Return a list index as the tuple that TensorFlow takes it for; NumPy takes it for positions on the first axis."""
    atom = index.only()
    if not isinstance(atom, Container) or atom.type != "list":
        return index
    if may_be_array and host.mode.is_traced:
        detail = "a list picks rows of an array and one element of a tensor"
        host.effect(EffectKind.NEEDS_VALUE, text, answer=Answer.UNKNOWN, detail=detail, reason="list-index")
    items = host.items(index)
    return index if items is None else tuple_of(*items)


def index_parts(index: AbstractValue) -> tuple[AbstractValue, ...] | None:
    """Return the positions of an index, None if their number is not known."""
    atom = index.only()
    if isinstance(atom, Tuple) and atom.name != "slice":
        return atom.items if atom.rest is None else None
    if atom is None and any(isinstance(each, Tuple) and each.name != "slice" for each in index.atoms):
        return None
    return (index,)


def _refuse(host: Host, parts: tuple[AbstractValue, ...] | None, text: str, *, certain: bool) -> None:
    """Record positions TensorFlow refuses although NumPy takes them: lists, masks, arrays of positions, floats."""
    for part in parts or ():
        for atom in part.atoms:
            if _is_refused(atom):
                sure = certain and len(part.atoms) == 1
                # an ndarray argument takes them, and is a tensor when traced
                kind = EffectKind.NEEDS_VALUE if host.mode.is_traced else EffectKind.RAISES
                answer = Answer.NO if sure else Answer.UNKNOWN
                host.effect(kind, text, answer=answer, detail=f"{atom} does not index a tensor", reason="index")
            elif part.is_unknown:
                detail = "an index is not known"
                host.effect(EffectKind.UNKNOWN_VALUE, text, answer=Answer.UNKNOWN, detail=detail, reason="index")


def _is_refused(atom: Atom) -> bool:
    match atom:
        case Tensor(dtype=dtype, shape=shape) | Array(dtype=dtype, shape=shape):
            not_integer = dtype is not None and not dtypes.is_integer(dtype)
            return not_integer or (shape.rank is not None and shape.rank > 0)
        case Container():
            return True
        case Scalar(type="float" | "str" | "bytes" | "complex" | "bool"):
            return True
    return False


def indexed_shape(shape: Shape, parts: tuple[AbstractValue, ...] | None) -> Shape | None:
    """Return the shape after basic indexing, None if the index certainly does not fit."""
    if shape.dims is None or parts is None:
        return UNKNOWN_SHAPE
    kinds = [_kind(part) for part in parts]
    if "?" in kinds or kinds.count("...") > 1:
        return UNKNOWN_SHAPE
    used = sum(kind in ("int", "slice") for kind in kinds)
    if used > len(shape.dims):
        return None
    if "..." not in kinds:
        kinds, parts = [*kinds, "..."], (*parts, value(Scalar("ellipsis")))
    dims: list[Dimension] = []
    rest = list(shape.dims)
    for kind, part in zip(kinds, parts, strict=True):
        if kind == "new":
            dims.append(1)
        elif kind == "...":
            after = sum(k in ("int", "slice") for k in kinds[kinds.index("...") + 1 :])
            dims += rest[: len(rest) - after]
            rest = rest[len(rest) - after :]
        elif kind == "slice":
            dims.append(_sliced(rest.pop(0), part))
        elif not _in_range(rest.pop(0), part):
            return None
    return Shape(tuple(dims))


def _kind(part: AbstractValue) -> str:
    atom = part.only()
    match atom:
        case Scalar(type="int"):
            return "int"
        case Scalar(type="NoneType"):
            return "new"
        case Scalar(type="ellipsis"):
            return "..."
        case Tuple(name="slice"):
            return "slice"
        case Tensor(dtype=dtype, shape=shape) | Array(dtype=dtype, shape=shape) if shape.rank == 0 or (
            dtypes.is_integer(dtype) and shape.rank is None and isinstance(atom, Tensor)
        ):
            return "int"
    return "?"


def _in_range(size: Dimension, part: AbstractValue) -> bool:
    position = part.constant()
    return size is None or not isinstance(position, int) or -size <= position < size


def _sliced(size: Dimension, part: AbstractValue) -> Dimension:
    bounds = part.only()
    if not isinstance(bounds, Tuple) or len(bounds.items) != 3:
        return None
    start, stop, step = (bound.constant() for bound in bounds.items)
    if all(each is None or isinstance(each, int) for each in (start, stop, step)) and step != 0:
        return _length(size, *(each if isinstance(each, int) else None for each in (start, stop, step)))
    return None


def _length(size: Dimension, start: int | None, stop: int | None, step: int | None) -> Dimension:
    if size is not None:
        return len(range(*slice(start, stop, step).indices(size)))
    return None


def _ragged(owner: Tensor, parts: tuple[AbstractValue, ...] | None) -> AbstractValue:
    rank = owner.shape.rank
    if parts is None or rank is None or any(_kind(part) not in ("int", "slice") for part in parts):
        return value(Tensor(owner.dtype, UNKNOWN_SHAPE, Form.RAGGED), Tensor(owner.dtype, UNKNOWN_SHAPE))
    left = rank - sum(_kind(part) == "int" for part in parts)
    if left < 2:
        return value(Tensor(owner.dtype, Shape((None,) * max(left, 0))))
    if parts and _kind(parts[0]) == "int":
        return value(
            Tensor(owner.dtype, Shape((None,) * left), Form.RAGGED), Tensor(owner.dtype, Shape((None,) * left))
        )
    return value(Tensor(owner.dtype, Shape((None,) * left), Form.RAGGED))
