"""NumPy's reductions, as functions and as methods of arrays."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.shape import SCALAR_SHAPE, UNKNOWN_SHAPE, Shape
from jupyter_hybridize.domain.value import NONE, TOP, AbstractValue, Array
from jupyter_hybridize.knowledge.host import Call
from jupyter_hybridize.knowledge.numpy.data import (
    Data,
    chosen_dtype,
    data_of,
    double,
    leave,
    made,
    real,
    widened,
    writes_out,
)
from jupyter_hybridize.knowledge.overlay import Overlay, Transfer
from jupyter_hybridize.knowledge.python.arguments import INT, happens, known

OVERLAY = Overlay()
_Rule = Callable[[str | None], str | None]


@dataclass(frozen=True, slots=True)
class Reduction:
    """How a reduction's dtype follows from that of its argument, and where its ``dtype`` argument stands."""

    rule: _Rule
    dtype_at: int | None = None  # counted after the array, None: it takes none
    takes_order: bool = True  # its second argument is the axis


def _index(_dtype: str | None) -> str | None:
    return "int64"


def _truth(_dtype: str | None) -> str | None:
    return "bool"


def _same(dtype: str | None) -> str | None:
    return dtype


def _spread(dtype: str | None) -> str | None:
    return double(real(dtype))


REDUCTIONS: Final[dict[str, Reduction]] = {
    **dict.fromkeys(("sum", "prod", "nansum", "nanprod"), Reduction(widened, 1)),
    **dict.fromkeys(("mean", "nanmean"), Reduction(double, 1)),
    **dict.fromkeys(("std", "var", "nanstd", "nanvar"), Reduction(_spread, 1)),
    **dict.fromkeys(("median", "nanmedian", "average"), Reduction(double)),
    **dict.fromkeys(("max", "min", "amax", "amin", "nanmax", "nanmin", "ptp"), Reduction(_same)),
    **dict.fromkeys(("argmax", "argmin", "nanargmax", "nanargmin"), Reduction(_index)),
    **dict.fromkeys(("any", "all"), Reduction(_truth)),
}
_METHODS: Final = ("sum", "prod", "mean", "std", "var", "max", "min", "argmax", "argmin", "any", "all")
_UFUNCS: Final = ("add", "subtract", "multiply", "maximum", "minimum", "logical_and", "logical_or")  # with methods
_CUMULATIVE: Final = ("cumsum", "cumprod", "nancumsum", "nancumprod")


def _reduce(call: Call, reduction: Reduction, item: Data | None, first: int) -> AbstractValue:
    """Return the reduction of *item*; the axis is the argument at *first*."""
    writes_out(call)
    if item is None or "weights" in call.arguments.keywords or "returned" in call.arguments.keywords:
        return TOP
    place = None if reduction.dtype_at is None else first + reduction.dtype_at
    dtype = chosen_dtype(call, place, reduction.rule(item.dtype)) if place is not None else reduction.rule(item.dtype)
    return made(dtype, reduced(call, item.shape, call.argument(first, "axis")))


def reduced(call: Call, shape: Shape, axis: AbstractValue) -> Shape:
    """Return *shape* without *axis*, or with 1 in its place if ``keepdims`` says so."""
    keep = call.argument(None, "keepdims")
    kept = known([keep]) if not keep.is_bottom else [False]
    if kept is None:
        return UNKNOWN_SHAPE
    keeps = kept[0] is True
    if axis.is_bottom or axis == NONE:
        return (
            Shape((1,) * shape.rank) if keeps and shape.rank is not None else UNKNOWN_SHAPE if keeps else SCALAR_SHAPE
        )
    axes = axes_named(call, axis)
    if axes is None:
        return Shape((None,) * shape.rank) if keeps and shape.rank is not None else UNKNOWN_SHAPE
    rank = shape.rank
    if rank is not None and any(not -rank <= each < rank for each in axes):
        happens(call, EffectKind.RAISES, Answer.YES)
        return UNKNOWN_SHAPE
    return shape.without(axes, keep=keeps)


def axes_named(call: Call, axis: AbstractValue) -> tuple[int, ...] | None:
    """Return the axes that an ``axis`` argument names, None if they are not known."""
    items = call.host.items(axis)
    found = known(items if items is not None else [axis])
    axes = tuple(each for each in found or () if isinstance(each, int))
    return axes if found is not None and len(axes) == len(found) else None


def _function(reduction: Reduction) -> Transfer:
    def transfer(call: Call) -> AbstractValue:
        leave(call, *call.arguments.every())
        return _reduce(call, reduction, data_of(call.host, call.argument(0, "a", "arr")), 1)

    return transfer


def receiver_data(call: Call) -> Data | None:
    """Return the array whose method is called."""
    arrays = AbstractValue(frozenset(call.receiver.each(Array)))
    return data_of(call.host, arrays)


def _method(reduction: Reduction) -> Transfer:
    def transfer(call: Call) -> AbstractValue:
        leave(call, *call.arguments.every())
        return _reduce(call, reduction, receiver_data(call), 0)

    return transfer


for _name, _reduction in REDUCTIONS.items():
    OVERLAY.function(f"numpy.{_name}")(_function(_reduction))
for _name in _METHODS:
    OVERLAY.method("numpy.ndarray", _name)(_method(REDUCTIONS[_name]))


def _cumulative(call: Call, item: Data | None, first: int) -> AbstractValue:
    writes_out(call, first + 2)
    if item is None:
        return TOP
    axis = call.argument(first, "axis")
    flat = axis.is_bottom or axis == NONE
    return made(chosen_dtype(call, first + 1, widened(item.dtype)), Shape((item.shape.size,)) if flat else item.shape)


@OVERLAY.function(*(f"numpy.{name}" for name in _CUMULATIVE))
def cumulative(call: Call) -> AbstractValue:
    """``np.cumsum(x)``."""
    leave(call, *call.arguments.every())
    return _cumulative(call, data_of(call.host, call.argument(0, "a")), 1)


@OVERLAY.method("numpy.ndarray", "cumsum", "cumprod")
def cumulative_method(call: Call) -> AbstractValue:
    """``x.cumsum()``."""
    leave(call, *call.arguments.every())
    return _cumulative(call, receiver_data(call), 0)


@OVERLAY.function("numpy.count_nonzero")
def count_nonzero(call: Call) -> AbstractValue:
    """``np.count_nonzero(x)``."""
    leave(call, *call.arguments.every())
    item = data_of(call.host, call.argument(0, "a"))
    return TOP if item is None else made("int64", reduced(call, item.shape, call.argument(1, "axis"))).join(INT)


@OVERLAY.function("numpy.linalg.norm")
def norm(call: Call) -> AbstractValue:
    """``np.linalg.norm(x, ord, axis)``."""
    leave(call, *call.arguments.every())
    item = data_of(call.host, call.argument(0, "x"))
    return TOP if item is None else made(_spread(item.dtype), reduced(call, item.shape, call.argument(2, "axis")))


OVERLAY.cls(*(f"numpy.{name}" for name in _UFUNCS), bases=("numpy.ufunc",))


@OVERLAY.function(
    "numpy.add.reduce", "numpy.multiply.reduce", "numpy.maximum.reduce", "numpy.minimum.reduce",
    "numpy.logical_and.reduce", "numpy.logical_or.reduce",
)  # fmt: skip
def ufunc_reduce(call: Call) -> AbstractValue:
    """``np.add.reduce(x)``."""
    leave(call, *call.arguments.every())
    return made(None, UNKNOWN_SHAPE)
