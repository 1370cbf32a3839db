"""Families of ``tf.signal``: frames, spectra and windows."""

from __future__ import annotations

from typing import Final

from jupyter_hybridize.domain import dtype as dtypes
from jupyter_hybridize.domain.shape import UNKNOWN_SHAPE, Dimension, Shape
from jupyter_hybridize.domain.value import BOTTOM, AbstractValue, tensor
from jupyter_hybridize.knowledge.families.arguments import asked_dtype, integer, integers, is_none
from jupyter_hybridize.knowledge.families.operand import Operand
from jupyter_hybridize.knowledge.families.operation import Operation
from jupyter_hybridize.knowledge.families.registration import family

_COMPLEX: Final = {"float32": "complex64", "float64": "complex128"}


def _frames(operation: Operation, length: Dimension) -> Dimension:
    """Return how many frames a signal of *length* is cut into."""
    size, step = integer(operation.get("frame_length")), integer(operation.get("frame_step"))
    pads = operation.constant("pad_end", False).constant()
    if length is None or size is None or step is None or not isinstance(pads, bool) or step < 1:
        return None
    return -(-length // step) if pads else max(0, 1 + (length - size) // step)


def _cut(operation: Operation, shape: Shape, last: Dimension) -> Shape:
    if not shape.dims:
        return UNKNOWN_SHAPE
    return Shape((*shape.dims[:-1], _frames(operation, shape.dims[-1]), last))


@family("signal-frames")
def frames(operation: Operation) -> AbstractValue:
    """Cut the last axis into frames that may overlap."""
    size = integer(operation.get("frame_length"))

    def rule(x: Operand) -> AbstractValue:
        is_last = "axis" not in operation.bound
        return tensor(x.dtype, _cut(operation, x.shape, size) if is_last else UNKNOWN_SHAPE)

    return operation.each(rule, operation.at(0))


@family("short-time-spectrum")
def short_time_spectrum(operation: Operation) -> AbstractValue:
    """Give the spectrum of each frame."""
    size, asked = integer(operation.get("frame_length")), operation.get("fft_length")
    whole = (None if size is None else _enclosing(size)) if is_none(asked) else integer(asked)
    bins = None if whole is None or is_none(asked) is None else whole // 2 + 1

    def rule(x: Operand) -> AbstractValue:
        dtype = _spectral(operation, x)
        return BOTTOM if dtype == "" else tensor(dtype, _cut(operation, x.shape, bins))

    return operation.each(rule, operation.at(0))


def _enclosing(size: int) -> int:
    return 1 << max(0, size - 1).bit_length()


def _spectral(operation: Operation, x: Operand) -> str | None:
    """Return the dtype of the spectrum of *x*, empty where it has none."""
    if x.dtype is None or x.dtype in _COMPLEX:
        return _COMPLEX.get(x.dtype or "")
    operation.raises(f"takes no {x.dtype}")
    return ""


@family("real-spectrum")
def real_spectrum(operation: Operation) -> AbstractValue:
    """Give the half of the spectrum that a real signal has."""
    asked = operation.get("fft_length")
    known = None if is_none(asked) is not False else integers(operation, asked)

    def rule(x: Operand) -> AbstractValue:
        dtype, dims = _spectral(operation, x), x.shape.dims
        if dtype == "":
            return BOTTOM
        size = dims[-1] if dims and is_none(asked) else known[-1] if known else None
        last = None if size is None else size // 2 + 1
        kept = dims[:-1] if dims and (is_none(asked) or not operation.is_traced) else (None,) * (len(dims or ()) - 1)
        return tensor(dtype, Shape((*kept, last)) if dims else UNKNOWN_SHAPE)

    return operation.each(rule, operation.at(0))


@family("complex-spectrum")
def complex_spectrum(operation: Operation) -> AbstractValue:
    """Keep the shape of a complex signal."""

    def rule(x: Operand) -> AbstractValue:
        if x.dtype is not None and x.dtype not in dtypes.COMPLEX:
            operation.raises(f"takes no {x.dtype}")
            return BOTTOM
        return tensor(x.dtype, x.shape)

    return operation.each(rule, operation.at(0))


@family("cepstra")
def cepstra(operation: Operation) -> AbstractValue:
    """Keep dtype and shape; a graph computes the shape where a size is not known."""

    def rule(x: Operand) -> AbstractValue:
        dtype = _spectral(operation, x)
        is_known = x.shape.is_static or not operation.is_traced
        return BOTTOM if dtype == "" else tensor(x.dtype, x.shape if is_known else x.shape.opened())

    return operation.each(rule, operation.at(0))


@family("window")
def window(operation: Operation) -> AbstractValue:
    """Give the weights of a frame."""
    return tensor(asked_dtype(operation, "dtype", "float32"), Shape((integer(operation.at(0)),)))


@family("mel-weights")
def mel_weights(operation: Operation) -> AbstractValue:
    """Give the matrix that takes a spectrum to the mel scale."""
    mel, spectrum = operation.constant("num_mel_bins", 20), operation.constant("num_spectrogram_bins", 129)
    return tensor(asked_dtype(operation, "dtype", "float32"), Shape((integer(spectrum), integer(mel))))
