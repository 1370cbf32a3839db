"""Attributes and methods of tensors, and what only a NumPy array has."""

from __future__ import annotations

from typing import Final

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.shape import SCALAR_SHAPE, UNKNOWN_SHAPE, Shape
from jupyter_hybridize.domain.value import (
    BOTTOM,
    NONE,
    TOP,
    AbstractValue,
    Array,
    Form,
    Scalar,
    Tensor,
    Tuple,
    constant,
    join_all,
    scalar,
    tensor,
    tuple_of,
    value,
)
from jupyter_hybridize.knowledge.families.dtype_names import dtype_of
from jupyter_hybridize.knowledge.host import Call, Host
from jupyter_hybridize.knowledge.iteration import note_open_axes
from jupyter_hybridize.knowledge.overlay import Overlay
from jupyter_hybridize.knowledge.tensorflow.staged import ARRAY_DTYPE, is_staged

OVERLAY: Final = Overlay()
DENSE: Final = "tensorflow.Tensor"
VARIABLE: Final = "tensorflow.Variable"
RAGGED: Final = "tensorflow.RaggedTensor"
SPARSE: Final = "tensorflow.SparseTensor"
KERAS: Final = "keras.KerasTensor"
_ALL: Final = (DENSE, VARIABLE, RAGGED, SPARSE)


def needs_value(call: Call, detail: str, reason: str = "") -> None:
    """Record that only an eager tensor can do this."""
    if call.host.mode.is_traced:
        answer = Answer.NO if len(call.receiver.atoms) <= 1 else Answer.UNKNOWN  # a function has no receiver
        call.host.effect(EffectKind.NEEDS_VALUE, call.text, answer=answer, detail=detail, reason=reason or call.name)


def tensor_shape(host: Host, shape: Shape, form: Form = Form.DENSE) -> AbstractValue:
    """Return the ``tf.TensorShape`` of a tensor: an axis that is ragged or that tracing may leave open may be None."""
    size = scalar("int")
    if host.mode.is_traced or form is not Form.DENSE:
        size = size.join(NONE)
    if shape.dims is None:
        return tuple_of(rest=size, name="tf.TensorShape")
    return tuple_of(*(size if dim is None else constant(dim) for dim in shape.dims), name="tf.TensorShape")


def numpy_of(dtype: str | None, shape: Shape) -> AbstractValue:
    """Return what ``tensor.numpy()`` gives: an array, a NumPy scalar, or bytes."""
    whole, single = value(Array(dtype, shape)), value(Array(dtype, SCALAR_SHAPE, True))
    if dtype == "string":
        single = scalar("bytes")
    if shape.dims is None:
        single = single.join(scalar("bytes")) if dtype is None else single
        return whole.join(single)
    return single if shape.dims == () else whole


def _shapes(call: Call) -> AbstractValue:
    parts = [tensor_shape(call.host, atom.shape, atom.form) for atom in call.receiver.each(Tensor)]
    return join_all(parts).with_origins(call.receiver.origins)


@OVERLAY.property(DENSE, "shape")
@OVERLAY.property(VARIABLE, "shape")
@OVERLAY.property(RAGGED, "shape")
@OVERLAY.property(SPARSE, "shape")
def _shape(call: Call) -> AbstractValue:
    return _shapes(call)


@OVERLAY.method(DENSE, "get_shape")
@OVERLAY.method(VARIABLE, "get_shape")
@OVERLAY.method(RAGGED, "get_shape")
@OVERLAY.method(SPARSE, "get_shape")
def _get_shape(call: Call) -> AbstractValue:
    return _shapes(call)


@OVERLAY.property(KERAS, "shape")
def _keras_shape(call: Call) -> AbstractValue:
    # a plain tuple, None where an axis is open
    return join_all(_keras_sizes(atom.shape) for atom in call.receiver.each(Tensor))


def _keras_sizes(shape: Shape) -> AbstractValue:
    if shape.dims is None:
        return tuple_of(rest=scalar("int").join(NONE))
    return tuple_of(*(NONE if dim is None else constant(dim) for dim in shape.dims))


@OVERLAY.property(DENSE, "dtype")
@OVERLAY.property(VARIABLE, "dtype")
@OVERLAY.property(RAGGED, "dtype")
@OVERLAY.property(SPARSE, "dtype")
def _dtype(call: Call) -> AbstractValue:
    kinds = [
        Scalar("tf.DType", atom.dtype) if atom.dtype else Scalar("tf.DType") for atom in call.receiver.each(Tensor)
    ]
    if any(atom.staged and atom.dtype == "string" for atom in call.receiver.each(Tensor)) and call.host.mode.is_traced:
        detail = "an array of text has another dtype"
        call.host.effect(EffectKind.ASKS_MODE, call.text, answer=Answer.UNKNOWN, detail=detail, reason="dtype")
    found = value(*kinds).with_origins(call.receiver.origins)
    return found.with_origins({ARRAY_DTYPE}) if is_staged(call.receiver) else found


@OVERLAY.property(KERAS, "dtype")
def _keras_dtype(call: Call) -> AbstractValue:
    return value(*(Scalar("str", atom.dtype) if atom.dtype else Scalar("str") for atom in call.receiver.each(Tensor)))


@OVERLAY.property(DENSE, "ndim")
@OVERLAY.property(VARIABLE, "ndim")
@OVERLAY.property(KERAS, "ndim")
def _rank(call: Call) -> AbstractValue:
    ranks = [atom.shape.rank for atom in call.receiver.each(Tensor)]
    if None in ranks:
        note_open_axes(call.host, Tuple((), TOP, "tf.TensorShape"), call.receiver)
    return join_all(scalar("int") if rank is None else constant(rank) for rank in ranks)


@OVERLAY.method(DENSE, "numpy")
@OVERLAY.method(VARIABLE, "numpy")
def _numpy(call: Call) -> AbstractValue:
    needs_value(call, "exists only eagerly")
    parts = [numpy_of(atom.dtype, atom.shape) for atom in call.receiver.each(Tensor)]
    return join_all(parts).with_origins(call.receiver.origins)


@OVERLAY.method(RAGGED, "numpy")
def _ragged_numpy(call: Call) -> AbstractValue:
    needs_value(call, "exists only eagerly")
    return value(Array(None, UNKNOWN_SHAPE))


@OVERLAY.method(RAGGED, "to_list")
def _to_list(call: Call) -> AbstractValue:
    needs_value(call, "exists only eagerly")
    return call.host.new_list(None, TOP)


@OVERLAY.property(DENSE, "device", "backing_device", "is_packed")
def _device(call: Call) -> AbstractValue:
    if call.name != "device":
        needs_value(call, "exists only eagerly")
    elif call.host.mode.is_traced:
        call.host.effect(EffectKind.ASKS_MODE, call.text, detail="is empty in a graph", reason="device")
    return scalar("bool" if call.name == "is_packed" else "str")


@OVERLAY.property(DENSE, "name", "op", "graph", "value_index")
def _graph_only(call: Call) -> AbstractValue:
    kind = EffectKind.ASKS_MODE if call.host.mode.is_traced else EffectKind.RAISES
    call.host.effect(kind, call.text, detail="exists only in a graph", reason=call.name)
    return scalar("str") if call.name == "name" else TOP


@OVERLAY.property(VARIABLE, "name", "path", "device")
@OVERLAY.property(KERAS, "name")
def _name(call: Call) -> AbstractValue:
    return scalar("str")


@OVERLAY.method(DENSE, "cpu", "gpu")
def _on_device(call: Call) -> AbstractValue:
    needs_value(call, "exists only eagerly")
    return call.receiver


@OVERLAY.method(DENSE, "set_shape")
@OVERLAY.method(VARIABLE, "set_shape")
@OVERLAY.method(SPARSE, "set_shape")
def _set_shape(call: Call) -> AbstractValue:
    return NONE


@OVERLAY.method(DENSE, "eval", "consumers")
def _session(call: Call) -> AbstractValue:
    call.host.effect(EffectKind.RAISES, call.text, detail="needs a session", reason=call.name)
    return TOP


@OVERLAY.method(DENSE, "ref", "experimental_ref")
@OVERLAY.method(VARIABLE, "ref", "experimental_ref")
def _reference(call: Call) -> AbstractValue:
    if call.host.mode.is_traced and any(t.form is not Form.VARIABLE for t in call.receiver.each(Tensor)):
        detail = "tells one tensor from another: an argument that is passed twice becomes two"
        call.host.effect(EffectKind.ASKS_MODE, call.text, answer=Answer.UNKNOWN, detail=detail, reason="is")
    return call.host.new_object("tensorflow.Reference", {"referent": call.receiver})


@OVERLAY.method("tensorflow.Reference", "deref")
def _deref(call: Call) -> AbstractValue:
    return call.host.attribute(call.receiver, "referent")


OVERLAY.cls("tensorflow.Reference")


# what NumPy arrays have and tensors lack: an ndarray argument has lost it once it is traced


def _lacks(call: Call) -> None:
    kind = EffectKind.NEEDS_VALUE if call.host.mode.is_traced else EffectKind.RAISES
    answer = Answer.NO if len(call.receiver.atoms) == 1 else Answer.UNKNOWN
    call.host.effect(kind, call.text, answer=answer, detail="only a NumPy array has it", reason=call.name)


@OVERLAY.method(DENSE, "astype")
@OVERLAY.method(VARIABLE, "astype")
def _astype(call: Call) -> AbstractValue:
    _lacks(call)
    dtypes = {dtype_of(atom) for atom in call.argument(0, "dtype").atoms}
    dtype = dtypes.pop() if len(dtypes) == 1 else None
    return join_all(tensor(dtype, atom.shape) for atom in call.receiver.each(Tensor))


@OVERLAY.method(DENSE, "copy", "clip", "round", "conj", "cumsum", "cumprod", "byteswap")
def _alike(call: Call) -> AbstractValue:
    _lacks(call)
    return call.receiver


@OVERLAY.method(
    DENSE,
    "mean", "sum", "max", "min", "std", "var", "prod", "argmax", "argmin", "argsort", "any", "all", "ptp", "dot",
    "reshape", "flatten", "ravel", "squeeze", "transpose", "swapaxes", "repeat", "take", "view", "diagonal", "trace",
    "choose", "compress", "searchsorted", "sort", "fill", "put", "resize", "partition", "dump", "tofile", "nonzero",
)  # fmt: skip
def _numpy_method(call: Call) -> AbstractValue:
    _lacks(call)
    return tensor()


@OVERLAY.method(DENSE, "item", "tolist", "tobytes")
def _out_of_numpy(call: Call) -> AbstractValue:
    _lacks(call)
    return TOP


@OVERLAY.property(DENSE, "T", "real", "imag", "flat", "data", "base", "strides", "itemsize", "nbytes", "size", "flags")
@OVERLAY.property(VARIABLE, "T", "real", "imag", "flat", "data", "size")
def _numpy_attribute(call: Call) -> AbstractValue:
    _lacks(call)
    return tensor() if call.name in ("T", "real", "imag") else scalar("int") if call.name == "size" else TOP


@OVERLAY.method(KERAS, "numpy", "item", "astype", "eval")
def _keras_lacks(call: Call) -> AbstractValue:
    call.host.effect(EffectKind.RAISES, call.text, detail="a KerasTensor has no value", reason=call.name)
    return BOTTOM


# ragged and sparse tensors


def _one_axis(call: Call, dtype: str | None) -> AbstractValue:
    call.host.tensor_op("Identity")
    return tensor(dtype, Shape((None,)))


@OVERLAY.property(RAGGED, "row_splits")
@OVERLAY.method(RAGGED, "row_lengths", "row_starts", "row_limits", "value_rowids")
def _row_positions(call: Call) -> AbstractValue:
    if not call.argument(0, "axis").is_bottom:
        return tensor().join(tensor(form=Form.RAGGED))
    return _one_axis(call, None)  # int64, or int32 if the row splits are


@OVERLAY.method(RAGGED, "nrows")
def _nrows(call: Call) -> AbstractValue:
    call.host.tensor_op("Identity")
    return tensor(None, SCALAR_SHAPE)


@OVERLAY.method(RAGGED, "bounding_shape")
def _bounding_shape(call: Call) -> AbstractValue:
    return tensor(None, Shape((None,)) if call.argument(0, "axis").is_bottom else UNKNOWN_SHAPE)


@OVERLAY.property(RAGGED, "flat_values")
def _flat_values(call: Call) -> AbstractValue:
    return join_all(tensor(a.dtype, _inner_shape(a.shape)) for a in call.receiver.each(Tensor))


def _inner_shape(shape: Shape) -> Shape:
    """Return the shape of the values: those of a ragged matrix are a vector."""
    return Shape((None,)) if shape.rank == 2 else UNKNOWN_SHAPE


@OVERLAY.property(RAGGED, "values")
def _values(call: Call) -> AbstractValue:
    return join_all(_row_values(atom) for atom in call.receiver.each(Tensor))


def _row_values(atom: Tensor) -> AbstractValue:
    shape = UNKNOWN_SHAPE if atom.shape.rank is None else Shape((None,) * (atom.shape.rank - 1))
    dense = tensor(atom.dtype, shape)
    return dense if atom.shape.rank == 2 else dense.join(tensor(atom.dtype, shape, Form.RAGGED))


@OVERLAY.property(RAGGED, "ragged_rank")
def _ragged_rank(call: Call) -> AbstractValue:
    return scalar("int")


@OVERLAY.method(RAGGED, "to_tensor")
def _to_tensor(call: Call) -> AbstractValue:
    call.host.tensor_op("RaggedTensorToTensor")
    asked = call.argument(1, "shape")
    shapes = [atom.shape if asked.is_bottom else atom.shape.opened() for atom in call.receiver.each(Tensor)]
    return join_all(tensor(a.dtype, s) for a, s in zip(call.receiver.each(Tensor), shapes, strict=True))


@OVERLAY.method(RAGGED, "to_sparse")
def _to_sparse(call: Call) -> AbstractValue:
    call.host.tensor_op("RaggedTensorToSparse")
    return join_all(tensor(atom.dtype, atom.shape.opened(), Form.SPARSE) for atom in call.receiver.each(Tensor))


@OVERLAY.method(RAGGED, "with_values", "with_flat_values", "merge_dims", "with_row_splits_dtype")
def _ragged_like(call: Call) -> AbstractValue:
    forms = (Form.RAGGED, Form.DENSE) if call.name == "merge_dims" else (Form.RAGGED,)
    dtypes = [atom.dtype for atom in call.receiver.each(Tensor)] if call.name != "with_values" else [None]
    return join_all(tensor(dtype, UNKNOWN_SHAPE, form) for dtype in dtypes for form in forms)


@OVERLAY.function(
    "tensorflow.RaggedTensor.from_row_splits", "tensorflow.RaggedTensor.from_row_lengths",
    "tensorflow.RaggedTensor.from_value_rowids", "tensorflow.RaggedTensor.from_row_starts",
    "tensorflow.RaggedTensor.from_row_limits", "tensorflow.RaggedTensor.from_uniform_row_length",
    "tensorflow.RaggedTensor.from_nested_row_splits", "tensorflow.RaggedTensor.from_nested_row_lengths",
    "tensorflow.RaggedTensor.from_tensor", "tensorflow.RaggedTensor.from_sparse",
)  # fmt: skip
def _make_ragged(call: Call) -> AbstractValue:
    call.host.tensor_op(call.name)
    kinds = [atom.dtype for atom in call.argument(0, "values", "flat_values", "tensor", "st_input").each(Tensor)]
    return tensor(kinds[0] if len(kinds) == 1 else None, UNKNOWN_SHAPE, Form.RAGGED)


@OVERLAY.function("tensorflow.SparseTensor")
def _make_sparse(call: Call) -> AbstractValue:
    call.host.tensor_op("SparseTensor")
    held = call.argument(1, "values")
    dtypes = {atom.dtype for atom in held.atoms if isinstance(atom, Tensor | Array)}
    sizes = call.host.items(call.argument(2, "dense_shape"))
    shape = UNKNOWN_SHAPE if sizes is None else Shape(tuple(_size(each) for each in sizes))
    known = len(dtypes) == 1 and all(isinstance(atom, Tensor | Array) for atom in held.atoms)
    return tensor(dtypes.pop() if known else None, shape, Form.SPARSE)


def _size(item: AbstractValue) -> int | None:
    known = item.constant()
    return known if isinstance(known, int) else None


@OVERLAY.property(SPARSE, "indices")
def _indices(call: Call) -> AbstractValue:
    return join_all(tensor("int64", Shape((None, atom.shape.rank))) for atom in call.receiver.each(Tensor))


@OVERLAY.property(SPARSE, "values")
def _sparse_values(call: Call) -> AbstractValue:
    return join_all(tensor(atom.dtype, Shape((None,))) for atom in call.receiver.each(Tensor))


@OVERLAY.property(SPARSE, "dense_shape")
def _dense_shape(call: Call) -> AbstractValue:
    return join_all(tensor("int64", Shape((atom.shape.rank,))) for atom in call.receiver.each(Tensor))
