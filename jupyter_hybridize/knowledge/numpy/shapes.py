"""NumPy's functions and methods that rearrange: reshaping, transposing, stacking, sorting, multiplying matrices."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from jupyter_hybridize.domain.shape import UNKNOWN_SHAPE, Shape
from jupyter_hybridize.domain.value import (
    BOTTOM,
    NONE,
    TOP,
    AbstractValue,
    Scalar,
    Tensor,
    Tuple,
    array,
    constant,
    tuple_of,
    value,
)
from jupyter_hybridize.knowledge.host import Call
from jupyter_hybridize.knowledge.iteration import note_open_axes
from jupyter_hybridize.knowledge.numpy.data import (
    Data,
    common_dtype,
    data_of,
    dimension,
    leave,
    made,
    shape_named,
    writes_out,
)
from jupyter_hybridize.knowledge.numpy.reductions import receiver_data
from jupyter_hybridize.knowledge.operands import matrix_product
from jupyter_hybridize.knowledge.overlay import Overlay
from jupyter_hybridize.knowledge.python.arguments import INT, known

OVERLAY = Overlay()
_Reshape = Callable[[Call, Data, tuple[AbstractValue, ...]], Shape]


def _both(names: str, method_names: str, rule: _Reshape, *, dtype: str = "") -> None:
    """Register functions and methods that keep the dtype (or give *dtype*) and change the shape by *rule*."""

    def function(call: Call) -> AbstractValue:
        leave(call, *call.arguments.every())
        item = data_of(call.host, call.argument(0, "a", "x", "m", "arr", "array", "ar", "tup"))
        rest = call.arguments.positional[1:]
        return TOP if item is None else _kept(dtype or item.dtype, item, rule(call, item, rest))

    def method(call: Call) -> AbstractValue:
        leave(call, *call.arguments.every())
        item = receiver_data(call)
        return TOP if item is None else _kept(dtype or item.dtype, item, rule(call, item, call.arguments.positional))

    OVERLAY.function(*(f"numpy.{name}" for name in names.split()))(function)
    if method_names:
        OVERLAY.method("numpy.ndarray", *method_names.split())(method)


def _kept(dtype: str | None, item: Data, shape: Shape) -> AbstractValue:
    """Return an array; what a NumPy scalar was made of may stay one."""
    kept = array(dtype, shape)
    return kept.join(array(dtype, is_scalar=True)) if item.shape.rank == 0 and shape.rank in (0, None) else kept


def _given(call: Call, rest: Sequence[AbstractValue], place: int, *names: str) -> AbstractValue:
    if place < len(rest):
        return rest[place]
    return call.argument(None, *names)


def _reshape(call: Call, item: Data, rest: tuple[AbstractValue, ...]) -> Shape:
    wanted = _given(call, rest, 0, "shape", "newshape")
    shape = shape_named(call.host, wanted)
    if len(rest) > 1 and all(isinstance(atom, Scalar) and atom.type == "int" for atom in rest[0].atoms):
        shape = Shape(tuple(dimension(each) for each in rest))
    return _with_rest(shape, item.shape.size)


def _with_rest(shape: Shape, size: int | None) -> Shape:
    if shape.dims is None or -1 not in shape.dims:
        return shape
    others = 1
    for dim in shape.dims:
        others = 0 if dim is None else others * (1 if dim == -1 else dim)
    free = size // others if size is not None and others > 0 else None
    return Shape(tuple(free if dim == -1 else dim for dim in shape.dims))


def _flat(_call: Call, item: Data, _rest: tuple[AbstractValue, ...]) -> Shape:
    return Shape((item.shape.size,))


def _transpose(call: Call, item: Data, rest: tuple[AbstractValue, ...]) -> Shape:
    axes = _given(call, rest, 0, "axes")
    if axes.is_bottom or axes == NONE:
        return item.shape if item.shape.dims is None else Shape(tuple(reversed(item.shape.dims)))
    items = call.host.items(axes) if len(rest) < 2 else rest
    order = [each for each in known(items or (axes,)) or () if isinstance(each, int)]
    if item.shape.dims is None or len(order) != len(item.shape.dims):
        return Shape((None,) * item.shape.rank) if item.shape.rank is not None else UNKNOWN_SHAPE
    return Shape(tuple(item.shape.dims[axis] for axis in order))


def _swapped(call: Call, item: Data, rest: tuple[AbstractValue, ...]) -> Shape:
    first, second = dimension(_given(call, rest, 0, "axis1")), dimension(_given(call, rest, 1, "axis2"))
    if item.shape.dims is None or first is None or second is None:
        return item.shape.opened()
    dims, rank = list(item.shape.dims), len(item.shape.dims)
    if not (-rank <= first < rank and -rank <= second < rank):
        return UNKNOWN_SHAPE
    dims[first], dims[second] = dims[second], dims[first]
    return Shape(tuple(dims))


def _expanded(call: Call, item: Data, rest: tuple[AbstractValue, ...]) -> Shape:
    axis = dimension(_given(call, rest, 0, "axis"))
    if item.shape.dims is None or axis is None:
        return UNKNOWN_SHAPE
    dims, rank = list(item.shape.dims), len(item.shape.dims) + 1
    if not -rank <= axis < rank:
        return UNKNOWN_SHAPE
    dims.insert(axis % rank, 1)
    return Shape(tuple(dims))


def _squeezed(call: Call, item: Data, rest: tuple[AbstractValue, ...]) -> Shape:
    axis = _given(call, rest, 0, "axis")
    dims = item.shape.dims
    if dims is None or (None in dims and axis.is_bottom):
        return UNKNOWN_SHAPE
    if axis.is_bottom or axis == NONE:
        return Shape(tuple(dim for dim in dims if dim != 1))
    place = dimension(axis)
    if place is None or not -len(dims) <= place < len(dims):
        return UNKNOWN_SHAPE
    return item.shape.without((place,))


def _unchanged(_call: Call, item: Data, _rest: tuple[AbstractValue, ...]) -> Shape:
    return item.shape


def _sorted(call: Call, item: Data, rest: tuple[AbstractValue, ...]) -> Shape:
    flat = _given(call, rest, 0, "axis") == NONE or item.shape.rank == 0
    return Shape((item.shape.size,)) if flat else item.shape


def _opened(_call: Call, item: Data, _rest: tuple[AbstractValue, ...]) -> Shape:
    return item.shape.opened()


def _broadcast(call: Call, _item: Data, rest: tuple[AbstractValue, ...]) -> Shape:
    return shape_named(call.host, _given(call, rest, 0, "shape"))


def _repeated(call: Call, item: Data, rest: tuple[AbstractValue, ...]) -> Shape:
    axis = _given(call, rest, 1, "axis")
    if axis.is_bottom or axis == NONE:
        count = dimension(_given(call, rest, 0, "repeats"))
        return Shape((None if count is None or item.shape.size is None else count * item.shape.size,))
    return item.shape.opened()


def _differences(call: Call, item: Data, rest: tuple[AbstractValue, ...]) -> Shape:
    simple = not rest and not call.arguments.keywords
    dims = item.shape.dims
    if not simple or not dims:
        return item.shape.opened()
    return Shape((*dims[:-1], None if dims[-1] is None else max(dims[-1] - 1, 0)))


def _tiled(call: Call, item: Data, rest: tuple[AbstractValue, ...]) -> Shape:
    counts = shape_named(call.host, _given(call, rest, 0, "reps"))
    if counts.dims is None or item.shape.dims is None:
        return UNKNOWN_SHAPE
    rank = max(len(counts.dims), len(item.shape.dims))
    first = (1,) * (rank - len(counts.dims)) + counts.dims
    second = (1,) * (rank - len(item.shape.dims)) + item.shape.dims
    return Shape(tuple(None if a is None or b is None else a * b for a, b in zip(first, second, strict=True)))


_both("reshape", "reshape", _reshape)
_both("ravel", "ravel flatten", _flat)
_both("transpose permute_dims", "transpose", _transpose)
_both("swapaxes", "swapaxes", _swapped)
_both("expand_dims", "", _expanded)
_both("fliplr flipud roll", "copy conj conjugate", _unchanged)
_both("sort", "", _sorted)
_both("argsort", "argsort argpartition", _sorted, dtype="int64")
_both("moveaxis rot90 pad", "", _opened)
_both("broadcast_to", "", _broadcast)
_both("repeat", "repeat", _repeated)
_both("tile", "", _tiled)
_both("diff", "", _differences)


@OVERLAY.function("numpy.flip")
def flip(call: Call) -> AbstractValue:
    """``np.flip(x)`` indexes *x*, so a tensor stays one."""
    source = call.argument(0, "m")
    tensors = [Tensor(each.dtype, each.shape) for each in source.each(Tensor)]
    rest = AbstractValue(frozenset(atom for atom in source.atoms if not isinstance(atom, Tensor)))
    leave(call, rest, *call.arguments.positional[1:])
    item = data_of(call.host, rest) if not rest.is_bottom else None
    if not rest.is_bottom and item is None:
        return TOP
    return value(*tensors).join(BOTTOM if item is None else _kept(item.dtype, item, item.shape))


@OVERLAY.function("numpy.squeeze")
def squeeze(call: Call) -> AbstractValue:
    """``np.squeeze(x)``: an array of rank 0 stays an array."""
    leave(call, *call.arguments.every())
    item = data_of(call.host, call.argument(0, "a"))
    return TOP if item is None else _kept(item.dtype, item, _squeezed(call, item, call.arguments.positional[1:]))


@OVERLAY.method("numpy.ndarray", "squeeze")
def squeeze_method(call: Call) -> AbstractValue:
    """``x.squeeze()``."""
    item = receiver_data(call)
    return TOP if item is None else _kept(item.dtype, item, _squeezed(call, item, call.arguments.positional))


@OVERLAY.function("numpy.unique")
def unique(call: Call) -> AbstractValue:
    """``np.unique(x)``; with ``return_counts`` and its kin a tuple."""
    leave(call, *call.arguments.every())
    item = data_of(call.host, call.argument(0, "ar"))
    if item is None:
        return TOP
    asked = [name for name in call.arguments.keywords if name.startswith("return_")]
    if "axis" in call.arguments.keywords or len(call.arguments.positional) > 1:
        return TOP
    first = array(item.dtype, Shape((None,)))
    if not asked:
        return first
    if known([call.arguments.keywords[name] for name in asked]) != [True] * len(asked):
        return TOP
    return tuple_of(first, *[array("int64", UNKNOWN_SHAPE)] * len(asked))


@OVERLAY.function("numpy.concatenate", "numpy.concat")
def concatenate(call: Call) -> AbstractValue:
    """``np.concatenate([x, y], axis)``."""
    leave(call, *call.arguments.every())
    writes_out(call)
    axis = call.argument(1, "axis")
    place = 0 if axis.is_bottom else dimension(axis)
    parts = _parts(call)
    if not parts:
        return TOP if parts is None else array(None)
    if axis == NONE:
        return array(common_dtype(parts, weak=False), Shape((None,)))
    return array(common_dtype(parts, weak=False), _concatenated([part.shape for part in parts], place))


def _parts(call: Call) -> list[Data] | None:
    """Return the arrays of the sequence that is the first argument; [] if they are not known one by one."""
    source = call.argument(0, "arrays", "tup")
    items = call.host.items(source)
    if items is None:
        return None if source.is_unknown else []
    found = [data_of(call.host, item) for item in items]
    parts = [part for part in found if part is not None]
    return parts if len(parts) == len(found) else []


def _concatenated(shapes: list[Shape], axis: int | None) -> Shape:
    rank = shapes[0].rank
    if rank is None or axis is None or any(shape.rank != rank for shape in shapes) or not -rank <= axis < rank:
        return UNKNOWN_SHAPE if rank is None else Shape((None,) * rank)
    dims = [list(shape.dims or ()) for shape in shapes]
    sizes = [each[axis] for each in dims]
    joined = shapes[0]
    for shape in shapes[1:]:
        joined = joined.join(shape)
    result = list(joined.dims or ())
    whole = [size for size in sizes if size is not None]
    result[axis] = sum(whole) if len(whole) == len(sizes) else None
    return Shape(tuple(result))


@OVERLAY.function("numpy.stack")
def stack(call: Call) -> AbstractValue:
    """``np.stack([x, y], axis)``."""
    leave(call, *call.arguments.every())
    writes_out(call)
    parts, axis = _parts(call), call.argument(1, "axis")
    if not parts:
        return TOP if parts is None else array(None)
    place = 0 if axis.is_bottom else dimension(axis)
    shape = parts[0].shape
    for part in parts[1:]:
        shape = shape.join(part.shape)
    dtype = common_dtype(parts, weak=False)
    if shape.dims is None or place is None or not -len(shape.dims) - 1 <= place <= len(shape.dims):
        return array(dtype)
    dims = list(shape.dims)
    dims.insert(place % (len(dims) + 1), len(parts))
    return array(dtype, Shape(tuple(dims)))


@OVERLAY.function("numpy.vstack", "numpy.hstack", "numpy.row_stack", "numpy.dstack")
def stack_along(call: Call) -> AbstractValue:
    """``np.vstack([x, y])``."""
    leave(call, *call.arguments.every())
    parts = _parts(call)
    if not parts:
        return TOP if parts is None else array(None)
    dtype = common_dtype(parts, weak=False)
    shapes = [part.shape for part in parts]
    if call.name.endswith("hstack") and all(shape.rank is not None and shape.rank > 0 for shape in shapes):
        return array(dtype, _concatenated(shapes, 0 if shapes[0].rank == 1 else 1))
    if call.name.endswith(("vstack", "row_stack")) and all(shape.rank in (1, 2) for shape in shapes):
        rows = [Shape((1, *shape.dims)) if shape.dims and len(shape.dims) == 1 else shape for shape in shapes]
        return array(dtype, _concatenated(rows, 0))
    return array(dtype)


@OVERLAY.function("numpy.dot", "numpy.matmul")
def product(call: Call) -> AbstractValue:
    """``np.dot(a, b)`` and ``np.matmul(a, b)``."""
    leave(call, *call.arguments.every())
    writes_out(call, 2)
    return multiplied(call, data_of(call.host, call.argument(0, "a")), data_of(call.host, call.argument(1, "b")))


@OVERLAY.method("numpy.ndarray", "dot")
def dot(call: Call) -> AbstractValue:
    """``a.dot(b)``."""
    leave(call, *call.arguments.every())
    return multiplied(call, receiver_data(call), data_of(call.host, call.argument(0, "b")))


def multiplied(call: Call, left: Data | None, right: Data | None) -> AbstractValue:
    """Return the product of two arrays; exact for vectors and matrices."""
    if left is None or right is None:
        return TOP
    dtype = common_dtype([left, right], weak=False)
    if left.shape.rank == 0 or right.shape.rank == 0:
        return made(dtype, right.shape if left.shape.rank == 0 else left.shape)
    if left.shape.rank in (1, 2) and right.shape.rank in (1, 2):
        return made(dtype, matrix_product(left.shape, right.shape, by_numpy=True) or UNKNOWN_SHAPE)
    return made(dtype, UNKNOWN_SHAPE)


@OVERLAY.function("numpy.shape")
def shape_of(call: Call) -> AbstractValue:
    """``np.shape(x)``: works on tensors, whose shape it reads."""
    given = call.argument(0, "a")
    item = data_of(call.host, given)
    if item is None:
        return TOP
    if given.has(Tensor) and not item.shape.is_static:
        note_open_axes(call.host, Tuple((), TOP, "tf.TensorShape"), given)
    if item.shape.dims is None:
        return tuple_of(rest=INT.join(NONE))
    return tuple_of(*(INT.join(NONE) if dim is None else constant(dim) for dim in item.shape.dims))


@OVERLAY.function("numpy.ndim")
def ndim(call: Call) -> AbstractValue:
    """``np.ndim(x)``: works on tensors."""
    item = data_of(call.host, call.argument(0, "a"))
    return INT if item is None or item.shape.rank is None else constant(item.shape.rank)
