"""``keras.ops``: shapes as TensorFlow's own operations have them, dtypes as Keras promotes them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from jupyter_hybridize.domain.dtype import FLOATS
from jupyter_hybridize.domain.shape import SCALAR_SHAPE, UNKNOWN_SHAPE, Shape
from jupyter_hybridize.domain.value import (
    TOP,
    AbstractValue,
    Api,
    Array,
    Atom,
    Container,
    Form,
    Scalar,
    Tensor,
    Tuple,
    constant,
    tensor,
    tuple_of,
    value,
)
from jupyter_hybridize.knowledge.host import Arguments, Call
from jupyter_hybridize.knowledge.keras import logits
from jupyter_hybridize.knowledge.keras import values as k
from jupyter_hybridize.knowledge.keras.layers import named_dtype
from jupyter_hybridize.knowledge.overlay import Overlay, Transfer

OVERLAY = Overlay()
_WIDE_INTS: Final = ("int32", "int64")  # that sums and products keep
Dtype = Callable[[str | None], str | None]


def _same(dtype: str | None) -> str | None:
    return dtype if dtype in FLOATS or dtype in _WIDE_INTS else None


def _floating(dtype: str | None) -> str | None:
    return "float32" if dtype in _WIDE_INTS else dtype if dtype in FLOATS else None


def _kept(dtype: str | None) -> str | None:
    return dtype


def _always(name: str) -> Dtype:
    return lambda dtype: name


@dataclass(frozen=True, slots=True)
class _Operation:
    """How an operation is TensorFlow's: the function with its parameters, as Keras names them, and the dtype."""

    target: str
    dtype: Dtype
    tensors: tuple[str, ...] = ("x",)
    options: tuple[tuple[str, str], ...] = ()  # Keras' name, TensorFlow's


_PAIR: Final = ("x1", "x2")
_REDUCED: Final = (("axis", "axis"), ("keepdims", "keepdims"))


_PROMOTING: Final = "add subtract multiply maximum minimum power mod floor_divide"
_TO_FLOATS: Final = "divide true_divide arctan2 logaddexp divide_no_nan"
_COMPARING: Final = "equal not_equal greater greater_equal less less_equal logical_and logical_or logical_xor"


def _table() -> dict[str, _Operation]:
    pairs = ((_PROMOTING, _same), (_TO_FLOATS, _floating), (_COMPARING, _always("bool")))
    found = {name: _Operation("add", dtype, _PAIR) for names, dtype in pairs for name in names.split()}
    for names, dtype in (
        ("sum prod max min amax amin", _same), ("mean std var logsumexp norm", _floating),
        ("any all", _always("bool")), ("argmax argmin count_nonzero", _always("int32")),
    ):  # fmt: skip
        for name in names.split():
            found[name] = _Operation("reduce_sum", dtype, ("x",), _REDUCED)
    found.update({
        "reshape": _Operation("reshape", _kept, ("x",), (("newshape", "shape"),)),
        "transpose": _Operation("transpose", _kept, ("x",), (("axes", "perm"),)),
        "squeeze": _Operation("squeeze", _kept, ("x",), (("axis", "axis"),)),
        "expand_dims": _Operation("expand_dims", _kept, ("x",), (("axis", "axis"),)),
        "broadcast_to": _Operation("broadcast_to", _kept, ("x",), (("shape", "shape"),)),
        "repeat": _Operation("repeat", _kept, ("x",), (("repeats", "repeats"), ("axis", "axis"))),
        "concatenate": _Operation("concat", _same, ("xs",), (("axis", "axis"),)),
        "stack": _Operation("stack", _same, ("x",), (("axis", "axis"),)),
        "matmul": _Operation("matmul", _same, _PAIR),
    })  # fmt: skip
    return found


_OPERATIONS: Final = _table()
_DEFAULTS: Final = {"concatenate": {"axis": constant(0)}, "stack": {"axis": constant(0)}}
_ORDER: Final = {
    "norm": ("x", "ord", "axis", "keepdims"),
    "repeat": ("x", "repeats", "axis"),
}  # positions, where the tensors do not come first or an option lies between


def _transfer(name: str, operation: _Operation) -> Transfer:
    order = _ORDER.get(name) or (*operation.tensors, *(ours for ours, _ in operation.options))

    def transfer(call: Call) -> AbstractValue:
        given = {each: call.argument(place, each) for place, each in enumerate(order)}
        items = [given[each] for each in operation.tensors]
        found = [atom for item in items for atom in k.leaves(call.host, item)]
        form = Form.KERAS_SYMBOLIC if k.has_symbolic(call.host, *items) else Form.DENSE
        dtype = operation.dtype(_promoted(found))
        is_plain = call.arguments.is_exact and all(_takes(name, atom) for atom in found)
        options = {theirs: given[ours] for ours, theirs in operation.options if not given[ours].is_bottom}
        if not is_plain or not found or any(not _is_known(name, each) for each in options.values()):
            call.host.tensor_op(call.name, 2)
            return tensor(dtype, UNKNOWN_SHAPE, form)
        shaped = [k.map_structure(call.host, item, _as_float) for item in items]
        for option, default in _DEFAULTS.get(name, {}).items():
            options.setdefault(option, default)
        made = call.host.call(value(Api(f"tensorflow.{operation.target}")), Arguments(tuple(shaped), options))
        return k.map_structure(call.host, made, lambda atom: _with(atom, dtype, form))

    return transfer


def _is_known(name: str, option: AbstractValue) -> bool:
    """Return whether TensorFlow's function takes the option too: several new axes at once it does not."""
    return not option.is_unknown and not (name == "expand_dims" and option.has(Tuple, Container))


def _takes(name: str, atom: Atom) -> bool:
    """Return whether TensorFlow's function takes what Keras' takes: other ranks of factors it does not."""
    found = k.as_tensor(atom)
    if found is None or found.form in (Form.RAGGED, Form.SPARSE):
        return False
    return name != "matmul" or (found.shape.rank is not None and found.shape.rank > 1)


def _promoted(found: list[Atom]) -> str | None:
    """Return the one dtype of all tensors, to which Python's numbers give way; None where Keras would promote more."""
    dtypes = {atom.dtype for atom in found if isinstance(atom, Tensor | Array)}
    numbers = {atom.type for atom in found if isinstance(atom, Scalar)}
    if not dtypes:
        return {frozenset({"float"}): "float32", frozenset({"int"}): "int32"}.get(frozenset(numbers))
    one = dtypes.pop() if len(dtypes) == 1 else None
    if one in _WIDE_INTS and "float" in numbers:
        return "float32"
    return one if numbers <= {"int", "float"} else None


def _as_float(atom: Atom) -> Atom:
    """Return a tensor of the same shape that every operation takes."""
    found = k.as_tensor(atom)
    return atom if found is None else Tensor("float32", found.shape)


def _with(atom: Atom, dtype: str | None, form: Form) -> Atom:
    return replace(atom, dtype=dtype, form=form) if isinstance(atom, Tensor) else atom


for _name, _operation in _OPERATIONS.items():
    OVERLAY.function(f"keras.ops.{_name}")(_transfer(_name, _operation))


# what is made of sizes, and sizes


@OVERLAY.function("keras.ops.shape")
def shape(call: Call) -> AbstractValue:
    """Return a tuple of ints; what a graph does not know is a tensor there."""
    found = k.as_tensor(atom) if (atom := call.argument(0, "x").only()) is not None else None
    if found is None or found.shape.dims is None:
        return TOP
    unknown = k.INT.join(tensor("int32", SCALAR_SHAPE)) if call.host.mode.is_traced else k.INT
    if found.form is Form.KERAS_SYMBOLIC:
        return k.shape_value(found.shape)
    return tuple_of(*(unknown if dim is None else constant(dim) for dim in found.shape.dims))


@OVERLAY.function("keras.ops.zeros", "keras.ops.ones", "keras.ops.empty", "keras.ops.full")
def filled(call: Call) -> AbstractValue:
    """Return a tensor of a shape, of float32 unless asked otherwise."""
    call.host.tensor_op(call.name)
    is_full = call.name.endswith("full")
    asked = call.argument(2 if is_full else 1, "dtype")
    dtype = None if is_full else "float32"
    return tensor(dtype if k.is_nothing(asked) else named_dtype(asked), _sizes(call, call.argument(0, "shape")))


def _sizes(call: Call, item: AbstractValue) -> Shape:
    size = k.integer(item)
    return Shape((size,)) if size is not None else k.shape_of(call.host, item)


@OVERLAY.function("keras.ops.one_hot")
def one_hot(call: Call) -> AbstractValue:
    """Return one more axis, of the number of classes."""
    call.host.tensor_op(call.name)
    given, asked = call.argument(0, "x"), call.argument(3, "dtype")
    only = given.only()
    found = None if only is None else k.as_tensor(only)
    dtype = "float32" if k.is_nothing(asked) else named_dtype(asked)
    is_plain = call.argument(2, "axis").is_bottom and k.is_nothing(call.argument(4, "sparse"))
    if found is None or not is_plain or found.shape.dims is None:
        return tensor(dtype if k.is_nothing(call.argument(4, "sparse")) else None)
    return tensor(dtype, Shape((*found.shape.dims, k.integer(call.argument(1, "num_classes")))), found.form)


@OVERLAY.function("keras.ops.where")
def where(call: Call) -> AbstractValue:
    """Choose element by element; with a condition alone, return where it holds, axis by axis."""
    call.host.tensor_op(call.name, 2)
    chosen = [call.argument(1, "x1"), call.argument(2, "x2")]
    if any(k.is_nothing(each) for each in chosen):
        return TOP
    condition, first, second = (call.argument(0, "condition"), *chosen)
    dtype = _same(_promoted([atom for item in chosen for atom in k.leaves(call.host, item)]))
    add = OVERLAY.functions["keras.ops.add"]
    inner = add(replace(call, name="keras.ops.add", arguments=Arguments((first, second))))
    made = add(replace(call, name="keras.ops.add", arguments=Arguments((condition, inner))))
    return k.map_structure(call.host, made, lambda atom: _with(atom, dtype, getattr(atom, "form", Form.DENSE)))


@OVERLAY.function("keras.ops.nonzero")
def nonzero(call: Call) -> AbstractValue:
    """Return the places of what is not zero, a tensor for each axis."""
    call.host.tensor_op(call.name, 3)
    return k.list_of(call.host, tensor("int32", Shape((None,))))


_LAST_REDUCED: Final = "keras.ops.categorical_crossentropy keras.ops.sparse_categorical_crossentropy"


@OVERLAY.function(*_LAST_REDUCED.split(), "keras.ops.binary_crossentropy")
def cross_entropy(call: Call) -> AbstractValue:
    """Return a loss for each example, or for each output where those are binary."""
    call.host.tensor_op(call.name, 6)
    output = call.argument(1, "output")
    logits.check(call, output, call.argument(2, "from_logits"))
    only = output.only()
    found = None if only is None else k.as_tensor(only)
    if found is None or found.dtype not in FLOATS or not found.shape.dims:
        return tensor(None, UNKNOWN_SHAPE, Form.KERAS_SYMBOLIC if k.has_symbolic(call.host, output) else Form.DENSE)
    if call.name in _LAST_REDUCED.split():
        if not call.argument(3, "axis").is_bottom:
            return tensor(found.dtype, UNKNOWN_SHAPE, found.form)
        return tensor(found.dtype, Shape(found.shape.dims[:-1]), found.form)
    return value(found)
