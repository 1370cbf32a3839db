"""``tf.TensorShape`` and ``tf.DType``: their attributes and methods."""

from __future__ import annotations

from typing import Final

from jupyter_hybridize.domain import dtype as dtypes
from jupyter_hybridize.domain.shape import SCALAR_SHAPE
from jupyter_hybridize.domain.value import (
    ANY,
    NONE,
    TOP,
    AbstractValue,
    Api,
    Array,
    Scalar,
    Tuple,
    constant,
    join_all,
    scalar,
    tuple_of,
    value,
)
from jupyter_hybridize.knowledge.families.dtype_names import dtype_of
from jupyter_hybridize.knowledge.host import Call
from jupyter_hybridize.knowledge.iteration import note_open_axes
from jupyter_hybridize.knowledge.names import canonical
from jupyter_hybridize.knowledge.overlay import Overlay

OVERLAY: Final = Overlay()
SHAPE: Final = "tensorflow.TensorShape"
DTYPE: Final = "tensorflow.DType"
OVERLAY.cls(SHAPE, DTYPE)


@OVERLAY.function(SHAPE)
def _make_shape(call: Call) -> AbstractValue:
    given = call.argument(0, "dims")
    size = scalar("int").join(NONE)
    if given.constant() is None:
        return tuple_of(rest=size, name="tf.TensorShape")
    items = call.host.items(given)
    if items is None:
        return tuple_of(rest=size, name="tf.TensorShape")
    return tuple_of(*items, name="tf.TensorShape")


def _parts(call: Call) -> Tuple:
    atom = call.receiver.only()
    return atom if isinstance(atom, Tuple) else Tuple((), scalar("int").join(NONE), "tf.TensorShape")


@OVERLAY.method(SHAPE, "as_list")
def _as_list(call: Call) -> AbstractValue:
    parts = _parts(call)
    note_open_axes(call.host, parts, call.receiver)
    if parts.rest is None:
        return call.host.new_list([item.with_origins(call.receiver.origins) for item in parts.items])
    return call.host.new_list(None, join_all((*parts.items, parts.rest)).with_origins(call.receiver.origins))


@OVERLAY.property(SHAPE, "rank", "ndims")
def _rank(call: Call) -> AbstractValue:
    parts = _parts(call)
    if parts.rest is None:
        return constant(len(parts.items))
    note_open_axes(call.host, parts, call.receiver)
    return scalar("int").join(NONE) if call.host.mode.is_traced else scalar("int")


@OVERLAY.property(SHAPE, "dims")
def _dims(call: Call) -> AbstractValue:
    note_open_axes(call.host, _parts(call), call.receiver)
    return call.host.new_list(None, TOP)


@OVERLAY.method(SHAPE, "num_elements")
def _num_elements(call: Call) -> AbstractValue:
    parts = _parts(call)
    note_open_axes(call.host, parts, call.receiver)
    sizes = [item.constant() for item in parts.items]
    if parts.rest is None and all(isinstance(size, int) for size in sizes):
        total = 1
        for size in sizes:
            total *= size if isinstance(size, int) else 1
        return constant(total)
    return scalar("int").join(NONE) if call.host.mode.is_traced else scalar("int")


@OVERLAY.method(SHAPE, "concatenate")
def _concatenate(call: Call) -> AbstractValue:
    parts, items = _parts(call), call.host.items(call.argument(0, "other"))
    if parts.rest is not None or items is None:
        return tuple_of(rest=scalar("int").join(NONE), name="tf.TensorShape")
    return tuple_of(*parts.items, *items, name="tf.TensorShape")


@OVERLAY.method(
    SHAPE, "merge_with", "with_rank", "with_rank_at_least", "with_rank_at_most", "most_specific_compatible_shape"
)
def _like(call: Call) -> AbstractValue:
    if call.name in ("with_rank_at_least", "with_rank_at_most"):
        return call.receiver
    return tuple_of(rest=scalar("int").join(NONE), name="tf.TensorShape")


@OVERLAY.method(SHAPE, "is_fully_defined", "is_compatible_with", "is_subtype_of")
def _question(call: Call) -> AbstractValue:
    note_open_axes(call.host, _parts(call), call.receiver)
    return scalar("bool")


@OVERLAY.method(SHAPE, "assert_has_rank", "assert_is_compatible_with", "assert_is_fully_defined", "assert_same_rank")
def _assertion(call: Call) -> AbstractValue:
    note_open_axes(call.host, _parts(call), call.receiver)
    return NONE


def _names(call: Call) -> list[str | None]:
    return [atom.constant if isinstance(atom.constant, str) else None for atom in call.receiver.each(Scalar)]


@OVERLAY.property(DTYPE, "name")
def _name(call: Call) -> AbstractValue:
    return join_all(scalar("str") if name is None else constant(name) for name in _names(call))


@OVERLAY.property(DTYPE, "as_numpy_dtype")
def _as_numpy(call: Call) -> AbstractValue:
    special = {"string": "numpy.object_", "bool": "numpy.bool"}
    return join_all(TOP if name is None else value(Api(special.get(name, f"numpy.{name}"))) for name in _names(call))


@OVERLAY.property(DTYPE, "base_dtype")
def _same(call: Call) -> AbstractValue:
    return call.receiver


@OVERLAY.property(DTYPE, "real_dtype")
def _real(call: Call) -> AbstractValue:
    real = {"complex64": "float32", "complex128": "float64"}
    return value(*(Scalar("tf.DType", ANY if n is None else real.get(n, n)) for n in _names(call)))


@OVERLAY.property(DTYPE, "is_floating", "is_integer", "is_bool", "is_complex", "is_unsigned", "is_numeric")
def _kind(call: Call) -> AbstractValue:
    families = {
        "is_floating": dtypes.FLOATS,
        "is_integer": (*dtypes.SIGNED, *dtypes.UNSIGNED),
        "is_bool": ("bool",),
        "is_complex": dtypes.COMPLEX,
        "is_unsigned": dtypes.UNSIGNED,
        "is_numeric": (*dtypes.FLOATS, *dtypes.SIGNED, *dtypes.UNSIGNED, *dtypes.COMPLEX),
    }
    return join_all(scalar("bool") if n is None else constant(n in families[call.name]) for n in _names(call))


@OVERLAY.property(DTYPE, "size", "as_datatype_enum")
def _number(call: Call) -> AbstractValue:
    return scalar("int")


@OVERLAY.property(DTYPE, "limits")
def _limits(call: Call) -> AbstractValue:
    return tuple_of(TOP, TOP)


@OVERLAY.property(DTYPE, "min", "max")
def _bound(call: Call) -> AbstractValue:
    return join_all(_extreme(name, call.name) for name in _names(call))


def _extreme(name: str | None, which: str) -> AbstractValue:
    if name is not None and dtypes.is_integer(name):
        bits = int(name.lstrip("uint"))
        low, high = (0, 2**bits - 1) if name.startswith("u") else (-(2 ** (bits - 1)), 2 ** (bits - 1) - 1)
        return constant(low if which == "min" else high)
    if name in ("float16", "float32", "float64"):
        return value(Array(name, SCALAR_SHAPE, True))
    return TOP


@OVERLAY.method(DTYPE, "is_compatible_with")
def _compatible(call: Call) -> AbstractValue:
    return scalar("bool")


@OVERLAY.function("tensorflow.as_dtype", DTYPE)
def _as_dtype(call: Call) -> AbstractValue:
    found = {dtype_of(atom) for atom in call.argument(0, "type_value").atoms}
    name = found.pop() if len(found) == 1 else None
    return value(Scalar("tf.DType", ANY if name is None else name))


# specs: what a signature is written in


_SPECS: Final = ("tensorflow.TensorSpec", "tensorflow.RaggedTensorSpec", "tensorflow.SparseTensorSpec")
OVERLAY.cls(*_SPECS)


@OVERLAY.function(*_SPECS)
def _make_spec(call: Call) -> AbstractValue:
    asked = call.argument(1, "dtype")
    names = {dtype_of(atom) for atom in asked.atoms}
    dtype = "float32" if asked.is_bottom else names.pop() if len(names) == 1 else None
    kind = value(Scalar("tf.DType", ANY if dtype is None else dtype))
    size = scalar("int").join(NONE)
    asked_shape = call.argument(0, "shape")
    items = None if asked_shape.is_bottom else call.host.items(asked_shape)
    shape = tuple_of(*items, name="tf.TensorShape") if items is not None else tuple_of(rest=size, name="tf.TensorShape")
    return call.host.new_object(canonical(call.name), {"shape": shape, "dtype": kind})


@OVERLAY.function("tensorflow.type_spec_from_value")
def _spec_of(call: Call) -> AbstractValue:
    return TOP
