"""What library layers make of one tensor: its dtype and its shape."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from jupyter_hybridize.domain.dtype import is_floating
from jupyter_hybridize.domain.shape import UNKNOWN_SHAPE, Dimension, Shape
from jupyter_hybridize.domain.value import AbstractValue, Form, Tensor
from jupyter_hybridize.knowledge.keras.values import Config, integers

Rule = Callable[[Config, Tensor], Tensor]
Dimensions = tuple[Dimension, ...]
SizeRule = Callable[[int, int, int], int]


def same(config: Config, given: Tensor) -> Tensor:
    """Keep dtype and shape."""
    return given


def floating(config: Config, given: Tensor) -> Tensor:
    """Keep the shape; the result is of the layer's dtype."""
    return replace(given, dtype=config.dtype)


def augmented(config: Config, given: Tensor) -> Tensor:
    """Keep the rank; what dtype an image of ints gets depends on the layer."""
    dtype = given.dtype if is_floating(given.dtype) else None
    shape = given.shape.opened() if config.host.mode.is_traced else given.shape
    return replace(given, dtype=dtype, shape=shape)


def opaque(config: Config, given: Tensor) -> Tensor:
    """Give some tensor."""
    return Tensor(None, UNKNOWN_SHAPE, given.form)


def dense(config: Config, given: Tensor) -> Tensor:
    """Replace the last dimension by ``units``."""
    return Tensor(config.dtype, _with_last(given.shape, config.integer("units")), _dense_form(given))


def embedding(config: Config, given: Tensor) -> Tensor:
    """Add a dimension of ``output_dim``."""
    if given.shape.dims is None:
        return Tensor(config.dtype, UNKNOWN_SHAPE, given.form)
    return Tensor(config.dtype, Shape((*given.shape.dims, config.integer("output_dim"))), given.form)


def flatten(config: Config, given: Tensor) -> Tensor:
    """Keep the batch and merge all other dimensions."""
    dims = given.shape.dims
    if dims is None:
        return replace(given, shape=Shape((None, None)))
    return replace(given, shape=Shape((dims[0] if dims else None, Shape(dims[1:]).size)))


def reshape(config: Config, given: Tensor) -> Tensor:
    """Keep the batch and give the rest ``target_shape``."""
    batch = given.shape.dims[0] if given.shape.dims else None
    target = config.integers("target_shape")
    if target is None:
        return replace(given, shape=UNKNOWN_SHAPE)
    if -1 not in target:
        return replace(given, shape=Shape((batch, *target)))
    size = Shape(given.shape.dims[1:]).size if given.shape.dims else None
    known = Shape(tuple(dim for dim in target if dim != -1)).size
    rest = size // known if size is not None and known else None
    return replace(given, shape=Shape((batch, *(rest if dim == -1 else dim for dim in target))))


def permute(config: Config, given: Tensor) -> Tensor:
    """Reorder the dimensions after the batch."""
    order = config.integers("dims")
    dims = given.shape.dims
    if order is None or dims is None or None in order or any(axis is None or axis >= len(dims) for axis in order):
        return replace(given, shape=given.shape.opened())
    return replace(given, shape=Shape((dims[0], *(dims[axis] for axis in order if axis is not None))))


def repeat_vector(config: Config, given: Tensor) -> Tensor:
    """Insert a dimension of ``n`` after the batch."""
    dims = given.shape.dims
    if dims is None or len(dims) != 2:
        return replace(given, shape=Shape((None, config.integer("n"), None)))
    return replace(given, shape=Shape((dims[0], config.integer("n"), dims[1])))


# convolutions and pooling


def _windowed(config: Config, given: Tensor, sizes: Dimensions | None, channels: Dimension) -> Tensor:
    """Return the tensor with these spatial sizes in the layer's data format."""
    rank = _spatial_rank(config)
    if config.constant("data_format") not in (None, "channels_last"):
        return replace(given, shape=Shape((None,) * (rank + 2)))
    batch = given.shape.dims[0] if given.shape.dims else None
    return replace(given, shape=Shape((batch, *(sizes or (None,) * rank), channels)))


def _spatial(config: Config, given: Tensor) -> Dimensions:
    rank = _spatial_rank(config)
    dims = given.shape.dims
    return dims[1:-1] if dims is not None and len(dims) == rank + 2 else (None,) * rank


def _spatial_rank(config: Config) -> int:
    name = config.instance.cls
    return next((rank for rank in (1, 2, 3) if f"{rank}D" in name), config.integer("config.rank") or 2)


def _channels(given: Tensor) -> Dimension:
    return given.shape.dims[-1] if given.shape.dims else None


def window(size: Dimension, kernel: Dimension, stride: Dimension, padding: object) -> Dimension:
    """Return how many windows fit along one axis, None if that is not known (Keras refuses strides that are zero)."""
    if size is None or not stride or not isinstance(padding, str):
        return None
    if padding.lower() in ("same", "causal"):
        return -(-size // stride)
    return None if kernel is None else max((size - kernel) // stride + 1, 0)


def transposed_window(size: Dimension, kernel: Dimension, stride: Dimension, padding: object) -> Dimension:
    """Return the size a transposed convolution gives one axis, None if that is not known."""
    if size is None or stride is None or not isinstance(padding, str):
        return None
    if padding.lower() == "same":
        return size * stride
    return None if kernel is None else size * stride + max(kernel - stride, 0)


def _kernel(config: Config, rank: int) -> Dimensions:
    sizes = config.integers("kernel_size", rank) or (None,) * rank
    dilations = config.integers("dilation_rate", rank) or (None,) * rank
    return tuple(None if k is None or d is None else (k - 1) * d + 1 for k, d in zip(sizes, dilations, strict=True))


def convolution(config: Config, given: Tensor) -> Tensor:
    """Slide a kernel; ``filters`` is the number of channels."""
    return _windowed(config, replace(given, dtype=config.dtype), _convolved(config, given), config.integer("filters"))


def depthwise(config: Config, given: Tensor) -> Tensor:
    """Slide a kernel over each channel."""
    channels, times = _channels(given), config.integer("depth_multiplier")
    product = None if channels is None or times is None else channels * times
    return _windowed(config, replace(given, dtype=config.dtype), _convolved(config, given), product)


def _convolved(config: Config, given: Tensor) -> Dimensions:
    rank = _spatial_rank(config)
    strides = config.integers("strides", rank) or (None,) * rank
    padding = config.constant("padding")
    sizes = zip(_spatial(config, given), _kernel(config, rank), strides, strict=True)
    return tuple(window(size, kernel, stride, padding) for size, kernel, stride in sizes)


def transposed_convolution(config: Config, given: Tensor) -> Tensor:
    """Run a convolution backwards."""
    rank = _spatial_rank(config)
    strides = config.integers("strides", rank) or (None,) * rank
    padding = config.constant("padding") if config.constant("output_padding") is None else None
    sizes = zip(_spatial(config, given), _kernel(config, rank), strides, strict=True)
    spatial = tuple(transposed_window(size, kernel, stride, padding) for size, kernel, stride in sizes)
    return _windowed(config, replace(given, dtype=config.dtype), spatial, config.integer("filters"))


def pooling(config: Config, given: Tensor) -> Tensor:
    """Take one value from each window."""
    rank = _spatial_rank(config)
    pools = config.integers("pool_size", rank) or (None,) * rank
    given_strides = config.get("strides")
    strides = pools if given_strides.constant() is None else config.integers("strides", rank) or (None,) * rank
    padding = config.constant("padding")
    sizes = zip(_spatial(config, given), pools, strides, strict=True)
    spatial = tuple(window(size, pool, stride, padding) for size, pool, stride in sizes)
    return _windowed(config, given, spatial, _channels(given))


def global_average(config: Config, given: Tensor) -> Tensor:
    """Average over all places."""
    return global_maximum(config, replace(given, dtype=config.dtype))


def global_maximum(config: Config, given: Tensor) -> Tensor:
    """Take the maximum over all places."""
    rank = _spatial_rank(config)
    if config.constant("data_format") not in (None, "channels_last") or config.constant("keepdims") not in (
        True,
        False,
    ):
        return replace(given, shape=UNKNOWN_SHAPE)
    batch = given.shape.dims[0] if given.shape.dims else None
    kept = (1,) * rank if config.constant("keepdims") is True else ()
    return replace(given, shape=Shape((batch, *kept, _channels(given))))


def upsampling(config: Config, given: Tensor) -> Tensor:
    """Repeat each place ``size`` times."""
    rank = _spatial_rank(config)
    times = config.integers("size", rank) or (None,) * rank
    sizes = zip(_spatial(config, given), times, strict=True)
    spatial = tuple(None if size is None or time is None else size * time for size, time in sizes)
    dtype = given.dtype if config.constant("interpolation") in ("nearest", None) else None
    result = replace(given, dtype=dtype if not is_floating(given.dtype) else given.dtype)
    if rank == 1:
        return replace(
            result, shape=Shape((given.shape.dims[0] if given.shape.dims else None, *spatial, _channels(given)))
        )
    return _windowed(config, result, spatial, _channels(given))


def zero_padding(config: Config, given: Tensor) -> Tensor:
    """Grow each axis by what is padded."""
    return _padded(config, given, "padding", 1)


def cropping(config: Config, given: Tensor) -> Tensor:
    """Shrink each axis by what is cropped."""
    return _padded(config, given, "cropping", -1)


def _padded(config: Config, given: Tensor, option: str, sign: int) -> Tensor:
    rank = _spatial_rank(config)
    sums = _paddings(config, option, rank)
    sizes = zip(_spatial(config, given), sums, strict=True)
    spatial = tuple(None if size is None or total is None else size + sign * total for size, total in sizes)
    if rank == 1:
        return replace(
            given, shape=Shape((given.shape.dims[0] if given.shape.dims else None, *spatial, _channels(given)))
        )
    return _windowed(config, given, spatial, _channels(given))


def _paddings(config: Config, option: str, rank: int) -> Dimensions:
    """Return how much each axis is padded on both sides together."""
    if rank == 1:
        both = config.integers(option, 2)
        return (None,) if both is None or None in both else (sum(each for each in both if each is not None),)
    given = config.get(option)
    rows = config.integers(option, rank)
    if rows is not None and None not in rows:
        return tuple(None if each is None else 2 * each for each in rows)
    pairs = config.host.items(given) or ()
    if len(pairs) != rank:
        return (None,) * rank
    return tuple(_pair_sum(config, pair) for pair in pairs)


def _pair_sum(config: Config, pair: AbstractValue) -> Dimension:
    both = integers(config.host, pair)
    if both is None or len(both) != 2 or both[0] is None or both[1] is None:
        return None
    return both[0] + both[1]


def resizing(config: Config, given: Tensor) -> Tensor:
    """Give images ``height`` and ``width``."""
    dims = given.shape.dims
    if dims is None or len(dims) < 3 or config.constant("data_format") not in (None, "channels_last"):
        return replace(given, shape=UNKNOWN_SHAPE)
    height, width = config.integer("height"), config.integer("width")
    return replace(given, shape=Shape((*dims[:-3], height, width, dims[-1])))


def cropped(config: Config, given: Tensor) -> Tensor:
    """Cut images to ``height`` and ``width``."""
    return replace(resizing(config, given), dtype=config.dtype)


def recurrent_output(config: Config, given: Tensor) -> Tensor:
    """Return the output of a recurrent layer, a step or the sequence of steps."""
    dims = given.shape.dims if given.shape.dims is not None and len(given.shape.dims) == 3 else (None, None, None)
    units = config.integer("units")
    match config.constant("return_sequences"):
        case True:
            shape = Shape((dims[0], dims[1], units))
        case False:
            shape = Shape((dims[0], units))
        case _:
            shape = UNKNOWN_SHAPE
    return Tensor(config.dtype, shape, _dense_form(given))


def recurrent_state(config: Config, given: Tensor) -> Tensor:
    """Return one state of a recurrent layer."""
    batch = given.shape.dims[0] if given.shape.dims else None
    return Tensor(config.dtype, Shape((batch, config.integer("units"))), _dense_form(given))


def lookup(config: Config, given: Tensor) -> Tensor:
    """Look words or numbers up in a vocabulary."""
    shape = given.shape if config.constant("output_mode") == "int" else UNKNOWN_SHAPE
    if config.constant("invert") is True:
        return Tensor("string" if "String" in config.instance.cls else "int64", shape, given.form)
    return Tensor(
        "int64" if config.constant("output_mode") in ("int", "one_hot", "multi_hot", "count") else None,
        shape,
        given.form,
    )


def discretization(config: Config, given: Tensor) -> Tensor:
    """Put numbers into bins."""
    if config.constant("output_mode") != "int":
        return Tensor(None, UNKNOWN_SHAPE, given.form)
    return Tensor(_integral(config, "int32"), given.shape, given.form)


def hashing(config: Config, given: Tensor) -> Tensor:
    """Hash what is given."""
    if config.constant("output_mode") != "int":
        return Tensor(None, UNKNOWN_SHAPE, given.form)
    return Tensor(_integral(config, "int64"), given.shape, given.form)


def _integral(config: Config, default: str) -> str | None:
    given = config.constant("dtype")
    return default if given is None else None


def vectorization(config: Config, given: Tensor) -> Tensor:
    """Turn strings into rows of ints; a trace does not know how many."""
    batch = given.shape.dims[0] if given.shape.dims and not config.host.mode.is_traced else None
    if config.constant("output_mode") != "int":
        return Tensor(None, Shape((batch, None)), given.form)
    ragged = config.constant("ragged")
    if ragged not in (True, False) or config.integer("config.rank") == 0:
        return Tensor("int64", UNKNOWN_SHAPE, given.form)
    form = Form.RAGGED if ragged is True and given.form is not Form.KERAS_SYMBOLIC else given.form
    length = config.integer("output_sequence_length")
    if given.shape.dims == ():
        return Tensor("int64", Shape((length,)), form)
    return Tensor("int64", Shape((batch, None if ragged is True else length)), form)


def category_encoding(config: Config, given: Tensor) -> Tensor:
    """Encode categories as vectors."""
    tokens = config.integer("num_tokens")
    dims = given.shape.dims
    mode = config.constant("output_mode")
    if dims is None or len(dims) != 2 or mode not in ("multi_hot", "count"):
        return Tensor(config.dtype, UNKNOWN_SHAPE, given.form)
    return Tensor(config.dtype, Shape((dims[0], tokens)), given.form)


def _with_last(shape: Shape, last: Dimension) -> Shape:
    return UNKNOWN_SHAPE if not shape.dims else Shape((*shape.dims[:-1], last))


def _dense_form(given: Tensor) -> Form:
    return Form.KERAS_SYMBOLIC if given.form is Form.KERAS_SYMBOLIC else Form.DENSE


RAGGED: Final = frozenset({same, floating, embedding, lookup, discretization, hashing, opaque})
"""The rules that hold for ragged and sparse tensors too."""
