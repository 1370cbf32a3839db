"""Families of convolution and pooling."""

from __future__ import annotations

from jupyter_hybridize.domain.shape import UNKNOWN_SHAPE, Dimension, Shape
from jupyter_hybridize.domain.value import BOTTOM, AbstractValue
from jupyter_hybridize.knowledge.families.arguments import Sizes, is_none, sizes, text
from jupyter_hybridize.knowledge.families.dtypes import DIFFERENT, unify
from jupyter_hybridize.knowledge.families.operand import Operand
from jupyter_hybridize.knowledge.families.operation import Operation, needs_rank, of_shape
from jupyter_hybridize.knowledge.families.registration import family
from jupyter_hybridize.knowledge.families.shapes import broadcast, times, windows

_CHANNELS_LAST = ("NHWC", "NWC", "NDHWC")


def _spread(found: Sizes, count: int) -> Sizes:
    """Return one entry for each spatial dimension of a ``strides`` or ``ksize`` argument."""
    if found is None or len(found) not in (1, count, count + 2):
        return None
    return found * count if len(found) == 1 else found[1:-1] if len(found) == count + 2 else found


def _is_last(operation: Operation) -> bool:
    layout = operation.get("data_format")
    return is_none(layout) is True or text(layout, "") in _CHANNELS_LAST


def _spatial(operation: Operation, name: str, count: int) -> Sizes:
    given = operation.get(name, name.rstrip("s"))
    return (1,) * count if is_none(given) else _spread(sizes(operation, given), count)


def _padding(operation: Operation, default: str) -> str | None:
    found = text(operation.get("padding"), default)
    return None if found is None else found.upper()


def _slid(operation: Operation, x: Shape, window: Sizes, channels: Dimension, default_padding: str) -> Shape | None:
    """Return the shape after sliding *window* over the spatial dimensions of *x*."""
    if x.dims is None or window is None or not _is_last(operation):
        return UNKNOWN_SHAPE if x.dims is None else x.opened()
    if len(x.dims) < 3:
        return None
    count = len(x.dims) - 2
    strides, dilations = _spatial(operation, "strides", count), _spatial(operation, "dilations", count)
    if len(window) != count:
        return None
    if strides is None or dilations is None:
        return Shape((x.dims[0], *(None,) * count, channels))
    padding = _padding(operation, default_padding)
    rows = zip(x.dims[1:-1], window, strides, dilations, strict=True)
    return Shape((x.dims[0], *(windows(*row, padding) for row in rows), channels))


def _convolve(operation: Operation, x: Operand, kernel: Operand, *, depthwise: bool = False) -> AbstractValue:
    dtype = unify(operation, (x, kernel), first_decides=True)
    if dtype == DIFFERENT:
        return BOTTOM
    if operation.call.name.endswith(".convolution"):
        needs_rank(operation, x)
    if kernel.shape.dims is None or x.shape.dims is None or len(kernel.shape.dims) != len(x.shape.dims):
        return of_shape(dtype, UNKNOWN_SHAPE)
    if len(kernel.shape.dims) < 3:
        return BOTTOM
    *window, inner, outer = kernel.shape.dims
    channels = (None if None in (inner, outer) else times(inner, outer)) if depthwise else outer
    return of_shape(dtype, _slid(operation, x.shape, tuple(window), channels, "VALID"))


@family("convolution")
def convolution(operation: Operation) -> AbstractValue:
    """Slide filters over the spatial dimensions."""
    return operation.each(lambda x, kernel: _convolve(operation, x, kernel), operation.at(0), operation.at(1))


@family("depthwise-convolution")
def depthwise(operation: Operation) -> AbstractValue:
    """Slide filters over each channel by itself."""
    return operation.each(
        lambda x, kernel: _convolve(operation, x, kernel, depthwise=True), operation.at(0), operation.at(1)
    )


@family("transposed-convolution")
def transposed(operation: Operation) -> AbstractValue:
    """Undo a convolution's shape: the output's is asked for."""
    shape = Shape(sizes(operation, operation.get("output_shape")))

    def rule(x: Operand, kernel: Operand) -> AbstractValue:
        dtype = unify(operation, (x, kernel), first_decides=True)
        if dtype == DIFFERENT:
            return BOTTOM
        known = x.shape.dims is not None and shape.dims is not None and len(shape.dims) == len(x.shape.dims)
        return of_shape(dtype, shape.opened() if known else UNKNOWN_SHAPE)

    return operation.each(rule, operation.at(0), operation.at(1))


@family("pooling")
def pooling(operation: Operation) -> AbstractValue:
    """Slide a window over the spatial dimensions and keep the channels."""

    def rule(x: Operand) -> AbstractValue:
        needs_rank(operation, x)
        if x.shape.dims is None or len(x.shape.dims) < 3:
            return of_shape(x.dtype, UNKNOWN_SHAPE if x.shape.dims is None else None)
        window = _spatial(operation, "ksize", len(x.shape.dims) - 2)
        return of_shape(x.dtype, _slid(operation, x.shape, window, x.shape.dims[-1], "VALID"))

    return operation.each(rule, operation.at(0))


@family("bias-add")
def bias_add(operation: Operation) -> AbstractValue:
    """Add a vector along the channels."""

    def rule(x: Operand, bias: Operand) -> AbstractValue:
        dtype = unify(operation, (x, bias), first_decides=True)
        if dtype == DIFFERENT:
            return BOTTOM
        return of_shape(dtype, x.shape)

    return operation.each(rule, operation.at(0), operation.at(1))


@family("batch-normalization")
def batch_normalization(operation: Operation) -> AbstractValue:
    """Normalize with given moments."""

    def rule(*found: Operand) -> AbstractValue:
        return of_shape(found[0].dtype, broadcast([each.shape for each in found]))

    return operation.each(rule, *(operation.at(index) for index in range(3)))
