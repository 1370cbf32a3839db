"""Families of image ops: pictures are ``[height, width, channels]``, or a batch of such."""

from __future__ import annotations

from jupyter_hybridize.domain.shape import UNKNOWN_SHAPE, Dimension, Shape
from jupyter_hybridize.domain.value import AbstractValue, Api, tensor
from jupyter_hybridize.knowledge.families.arguments import Sizes, asked_dtype, flag, integer, sizes, text
from jupyter_hybridize.knowledge.families.operand import Operand
from jupyter_hybridize.knowledge.families.operation import Operation, needs_rank, of_shape
from jupyter_hybridize.knowledge.families.registration import family

_NEAREST = ("nearest", "tensorflow.image.ResizeMethod.NEAREST_NEIGHBOR")
_AREAS = ("bilinear", "lanczos3", "lanczos5", "bicubic", "gaussian", "area", "mitchellcubic")


def _sized(operation: Operation, x: Operand, size: Sizes) -> Shape | None:
    """Return the shape of pictures resized to *size*."""
    needs_rank(operation, x)
    shape = x.shape
    height, width = size if size is not None and len(size) == 2 else (None, None)
    if shape.dims is None:
        return UNKNOWN_SHAPE
    if len(shape.dims) not in (3, 4):
        return None
    return Shape((*shape.dims[:-3], height, width, shape.dims[-1]))


@family("image-resize")
def resize(operation: Operation) -> AbstractValue:
    """Resize pictures: floats come back, unless the method is ``nearest``."""
    size, method = sizes(operation, operation.get("size")), _method(operation.get("method"))
    kept = flag(operation, "preserve_aspect_ratio")

    def rule(x: Operand) -> AbstractValue:
        dtype = x.dtype if method == "nearest" else "float32" if method == "smooth" else None
        if dtype is None and x.dtype == "float32":
            dtype = x.dtype
        return of_shape(dtype, _sized(operation, x, size if kept is False else None))

    return operation.each(rule, operation.at(0))


def _method(item: AbstractValue) -> str | None:
    atom = item.only()
    name = atom.name if isinstance(atom, Api) else text(item, "bilinear")
    if name in _NEAREST:
        return "nearest"
    is_other = name in _AREAS or (name is not None and name.startswith("tensorflow.image.ResizeMethod."))
    return "smooth" if is_other else None


@family("image-pad")
def resize_with_pad(operation: Operation) -> AbstractValue:
    """Resize pictures to a height and width, by scaling, cropping or padding."""
    size = (integer(operation.get("target_height")), integer(operation.get("target_width")))
    scales = operation.call.name.endswith("resize_with_pad")

    def rule(x: Operand) -> AbstractValue:
        method = _method(operation.get("method")) if scales else "nearest"
        dtype = x.dtype if method == "nearest" else "float32" if method == "smooth" else None
        return of_shape(dtype, _sized(operation, x, size))

    return operation.each(rule, operation.at(0))


@family("image-box")
def box(operation: Operation) -> AbstractValue:
    """Crop or pad pictures to a box of a given size."""
    size = (integer(operation.get("target_height")), integer(operation.get("target_width")))
    return operation.each(lambda x: of_shape(x.dtype, _sized(operation, x, size)), operation.at(0))


@family("image-crop")
def random_crop(operation: Operation) -> AbstractValue:
    """Crop to a given shape."""
    found = sizes(operation, operation.get("size"))
    shape = Shape(None if found is None else tuple(None if dim is None or dim < 0 else dim for dim in found))
    return operation.each(lambda x: tensor(x.dtype, shape), operation.at(0))


@family("image-central-crop")
def central_crop(operation: Operation) -> AbstractValue:
    """Crop around the centre."""
    return operation.each(lambda x: of_shape(x.dtype, _sized(operation, x, None)), operation.at(0))


@family("image-to-gray")
def to_gray(operation: Operation) -> AbstractValue:
    """Leave one channel."""
    return operation.each(lambda x: of_shape(x.dtype, _with_channels(x.shape, 1)), operation.at(0))


@family("image-to-color")
def to_color(operation: Operation) -> AbstractValue:
    """Give three channels."""
    return operation.each(lambda x: of_shape(x.dtype, _with_channels(x.shape, 3)), operation.at(0))


def _with_channels(shape: Shape, count: Dimension) -> Shape | None:
    return Shape((*shape.dims[:-1], count)) if shape.dims else UNKNOWN_SHAPE if shape.dims is None else None


@family("image-turn")
def turn(operation: Operation) -> AbstractValue:
    """Turn or transpose pictures: the sides may change places."""
    return operation.each(lambda x: of_shape(x.dtype, _sized(operation, x, None)), operation.at(0))


@family("image-colors")
def colors(operation: Operation) -> AbstractValue:
    """Change the meaning of the channels."""

    def rule(x: Operand) -> AbstractValue:
        needs_rank(operation, x)
        return tensor(x.dtype, x.shape)

    return operation.each(rule, operation.at(0))


@family("image-decode")
def decode(operation: Operation) -> AbstractValue:
    """Decode one picture."""
    channels = integer(operation.constant("channels", 0))
    dtype = asked_dtype(operation, "dtype", "uint8")
    count = channels if channels else None
    animated = operation.call.name.endswith("decode_image") and flag(operation, "expand_animations", default=True)
    if animated is not False:
        return operation.each(lambda _: tensor(dtype), operation.at(0))
    return operation.each(lambda _: tensor(dtype, Shape.of(None, None, count)), operation.at(0))


@family("image-decode-gif")
def decode_gif(operation: Operation) -> AbstractValue:
    """Decode a moving picture."""
    return operation.each(lambda _: tensor("uint8", Shape.of(None, None, None, 3)), operation.at(0))


@family("image-variation")
def total_variation(operation: Operation) -> AbstractValue:
    """Give one number a picture."""

    def rule(x: Operand) -> AbstractValue:
        needs_rank(operation, x)
        if x.shape.dims is None:
            return tensor(x.dtype)
        return tensor(x.dtype, Shape(x.shape.dims[:-3]))

    return operation.each(rule, operation.at(0))


@family("image-score")
def score(operation: Operation) -> AbstractValue:
    """Compare pictures: one float each, of a rank not told here."""
    return operation.each(lambda *_: tensor("float32"), operation.at(0), operation.at(1))
