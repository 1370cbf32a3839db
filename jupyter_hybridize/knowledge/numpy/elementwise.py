"""NumPy's element-wise functions, and the default for its other pure functions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.shape import UNKNOWN_SHAPE, Shape
from jupyter_hybridize.domain.value import (
    NONE,
    TOP,
    AbstractValue,
    Class,
    Function,
    Hybrid,
    Method,
    Partial,
    Tensor,
    array,
    tuple_of,
)
from jupyter_hybridize.knowledge.host import Call
from jupyter_hybridize.knowledge.numpy.data import (
    Data,
    anything,
    chosen_dtype,
    common_dtype,
    data_of,
    double,
    floating,
    foreign,
    leave,
    made,
    real,
    writes_out,
)
from jupyter_hybridize.knowledge.operands import broadcast
from jupyter_hybridize.knowledge.overlay import Overlay, Transfer
from jupyter_hybridize.knowledge.python.arguments import BOOL, INT, STR, happens, holds_symbolic, unknown_call
from jupyter_hybridize.knowledge.stdlib.registration import Result, a_list_of, given, register

OVERLAY = Overlay()
_Rule = Callable[[str | None], str | None]
_FLOATING: Final = (
    "arccos acos arccosh acosh arcsin asin arcsinh asinh arctan atan arctanh atanh cbrt cos cosh deg2rad degrees exp "
    "exp2 expm1 fabs log log10 log1p log2 rad2deg radians reciprocal rint sin sinc sinh sqrt tan tanh spacing i0"
)
_SAME: Final = "abs absolute ceil floor trunc fix negative positive sign square conj conjugate invert bitwise_not"
_TRUTH: Final = "isnan isfinite isinf isneginf isposinf signbit logical_not isnat"
_ARITHMETIC: Final = (
    "add subtract multiply power pow floor_divide mod remainder fmod maximum minimum fmax fmin bitwise_and bitwise_or "
    "bitwise_xor left_shift right_shift bitwise_left_shift bitwise_right_shift gcd lcm"
)
_FLOAT_PAIR: Final = "arctan2 atan2 hypot logaddexp logaddexp2 copysign nextafter heaviside ldexp"
_COMPARISON: Final = "equal not_equal less less_equal greater greater_equal logical_and logical_or logical_xor isclose"
_CALLABLES: Final = (Function, Class, Method, Partial, Hybrid)


def _unary(rule: _Rule) -> Transfer:
    def transfer(call: Call) -> AbstractValue:
        leave(call, *call.arguments.every())
        writes_out(call, 1)
        item = call.argument(0, "x")
        found = data_of(call.host, item)
        return TOP if found is None else made(chosen_dtype(call, None, rule(found.dtype)), found.shape)

    return transfer


def _of_reciprocal(dtype: str | None) -> str | None:
    return dtype if dtype is not None and dtype.startswith(("int", "uint")) else floating(dtype)


def _same(dtype: str | None) -> str | None:
    return None if dtype == "bool" else dtype


register(OVERLAY, _unary(floating), _FLOATING.replace("reciprocal ", ""), prefix="numpy.")
register(OVERLAY, _unary(_of_reciprocal), "numpy.reciprocal")
register(OVERLAY, _unary(_same), _SAME.replace("abs absolute ", ""), prefix="numpy.")
register(OVERLAY, _unary(real), "numpy.abs numpy.absolute")
register(OVERLAY, _unary(lambda _dtype: "bool"), _TRUTH, prefix="numpy.")
register(OVERLAY, _unary(lambda dtype: None if dtype == "bool" else dtype), "numpy.round numpy.around")


@OVERLAY.function("numpy.nan_to_num")
def nan_to_num(call: Call) -> AbstractValue:
    """``np.nan_to_num(x, copy)``: without a copy it writes into *x*."""
    is_copied = call.argument(1, "copy")
    if not is_copied.is_bottom and is_copied.constant() is not True:
        call.host.effect(EffectKind.MUTATES_OBJECT, call.text, answer=Answer.UNKNOWN, reason="array")
    return _unary(_same)(call)


def _binary(rule: Callable[[list[Data]], str | None]) -> Transfer:
    def transfer(call: Call) -> AbstractValue:
        leave(call, *call.arguments.every())
        writes_out(call, 2)
        parts = [data_of(call.host, call.argument(place, name)) for place, name in ((0, "x1"), (1, "x2"))]
        left, right = parts
        if left is None or right is None:
            return TOP
        shape = broadcast(left.shape, right.shape)
        if shape is None:
            call.host.effect(EffectKind.RAISES, call.text, detail="the shapes do not fit")
        return made(chosen_dtype(call, None, rule([left, right])), shape or UNKNOWN_SHAPE)

    return transfer


def _divided(parts: list[Data]) -> str | None:
    return double(common_dtype(parts))


def _arithmetic(parts: list[Data]) -> str | None:
    dtype = common_dtype(parts)
    return None if dtype == "bool" else dtype


def _float_pair(parts: list[Data]) -> str | None:
    firm = [part for part in parts if part.python is None]
    if firm and common_dtype(parts) != common_dtype(firm):
        return floating(common_dtype(parts))  # a Python number of a wider kind: float64
    # the loop is the first floating one that both fit: float16 for uint8 with int8, which together would be int16
    return floating(common_dtype([replace(part, dtype=floating(part.dtype)) for part in parts]))


def _truth(_parts: list[Data]) -> str | None:
    return "bool"


register(OVERLAY, _binary(_arithmetic), _ARITHMETIC, prefix="numpy.")
register(OVERLAY, _binary(_divided), "numpy.divide numpy.true_divide numpy.float_power")
register(OVERLAY, _binary(_float_pair), _FLOAT_PAIR, prefix="numpy.")
register(OVERLAY, _binary(_truth), _COMPARISON, prefix="numpy.")


@OVERLAY.function("numpy.where")
def where(call: Call) -> AbstractValue:
    """``np.where(c, a, b)``; with one argument the indices of what is true."""
    leave(call, *call.arguments.every())
    if len(call.arguments.every()) == 1:
        return _indices(call)
    parts = [data_of(call.host, call.argument(place)) for place in range(3)]
    condition, left, right = parts
    if condition is None or left is None or right is None:
        return TOP
    inner = broadcast(left.shape, right.shape) or UNKNOWN_SHAPE
    return array(common_dtype([left, right]), broadcast(condition.shape, inner) or UNKNOWN_SHAPE)


def _indices(call: Call) -> AbstractValue:
    found = data_of(call.host, call.argument(0))
    index = array("int64", Shape((None,)))
    if found is None or found.shape.rank is None:
        return tuple_of(rest=index) if found is not None else TOP
    return tuple_of(*[index] * max(found.shape.rank, 1))


@OVERLAY.function("numpy.nonzero")
def nonzero(call: Call) -> AbstractValue:
    """``np.nonzero(x)``."""
    leave(call, *call.arguments.every())
    return _indices(call)


@OVERLAY.function("numpy.real", "numpy.imag")
def part(call: Call) -> AbstractValue:
    """``np.real(x)``: a Python number gives its own part."""
    found = data_of(call.host, call.argument(0, "val"))
    if found is None or found.python is not None:
        return TOP
    return _unary(real)(call)


@OVERLAY.function("numpy.clip")
def clip(call: Call) -> AbstractValue:
    """``np.clip(a, low, high)``."""
    leave(call, *call.arguments.every())
    writes_out(call, 3)
    bounds = [call.argument(1, "a_min", "min"), call.argument(2, "a_max", "max")]
    return clipped(call, data_of(call.host, call.argument(0, "a")), bounds)


def clipped(call: Call, item: Data | None, bounds: list[AbstractValue]) -> AbstractValue:
    """Return *item* after its elements were brought within *bounds*."""
    parts = [data_of(call.host, bound) for bound in bounds if not bound.is_bottom and bound != NONE]
    limits = [part for part in parts if part is not None]
    if item is None or len(limits) != len(parts):
        return TOP
    shape: Shape | None = item.shape
    for limit in limits:
        shape = None if shape is None else broadcast(shape, limit.shape)
    return made(common_dtype([item, *limits]), shape or UNKNOWN_SHAPE)


def pure(result: Result | None = None) -> Transfer:
    """Return the transfer function of a NumPy function without effects, whose result is *result*, or some array.

    A function among its arguments may be called: nobody sees how.
    """

    def transfer(call: Call) -> AbstractValue:
        leave(call, *call.arguments.every())
        writes_out(call)
        if any(item.has(*_CALLABLES) for item in call.arguments.every()):
            return unknown_call(call, "callback")
        if result is not None:
            return given(result, call)
        return TOP if foreign(call.host, *call.arguments.positional) else anything()

    return transfer


_ARRAYS: Final = (
    "append argpartition argwhere asarray_chkfinite astype bartlett bincount blackman block bmat choose column_stack "
    "compress convolve corrcoef correlate cov cross diag diagflat diagonal digitize ediff1d einsum extract flatnonzero "
    "fromfunction fromiter frombuffer fromstring hamming hanning histogram_bin_edges indices inner insert interp "
    "intersect1d isin kaiser kron lexsort logspace geomspace matrix_transpose matvec nanpercentile nanquantile outer "
    "packbits partition percentile polyadd polyder polydiv polyint polymul polysub polyval poly quantile "
    "ravel_multi_index real_if_close require resize rollaxis roots searchsorted select setdiff1d setxor1d sort_complex "
    "take take_along_axis tensordot trace trim_zeros union1d unpackbits unwrap vander vdot vecdot vecmat "
    "apply_along_axis apply_over_axes piecewise delete bitwise_count trapezoid trapz cumulative_sum triu tril"
    " unique_values"
)
_OTHERS: Final = (
    "broadcast_arrays common_type diag_indices diag_indices_from divmod einsum_path gradient frexp histogram "
    "histogram2d histogramdd ix_ mask_indices modf polyfit tril_indices tril_indices_from "
    "triu_indices triu_indices_from unique_all unique_counts unique_inverse unravel_index unstack ndenumerate "
    "ndindex nditer broadcast poly1d vectorize frompyfunc"
)
_LINALG: Final = (
    "cholesky cond cross det diagonal eigvals eigvalsh inv matmul matrix_norm matrix_power matrix_rank "
    "matrix_transpose multi_dot outer pinv solve svdvals tensordot tensorinv tensorsolve trace vecdot vector_norm"
)
_FFT: Final = "fft fft2 fftfreq fftn fftshift hfft ifft ifft2 ifftn ifftshift ihfft irfft irfft2 irfftn rfft rfft2"
register(OVERLAY, pure(), _ARRAYS, prefix="numpy.")
register(OVERLAY, pure(TOP), _OTHERS, prefix="numpy.")
register(OVERLAY, pure(), _LINALG, prefix="numpy.linalg.")
register(OVERLAY, pure(TOP), "eig eigh lstsq qr slogdet svd", prefix="numpy.linalg.")
register(OVERLAY, pure(), f"{_FFT} rfftn rfftfreq", prefix="numpy.fft.")
register(OVERLAY, pure(a_list_of(array(None))), "array_split split hsplit vsplit dsplit", prefix="numpy.")
register(OVERLAY, pure(tuple_of(rest=array(None))), "numpy.meshgrid")
_BOOLS: Final = "allclose array_equiv can_cast iscomplexobj isfortran isrealobj may_share_memory shares_memory"
register(OVERLAY, pure(BOOL), _BOOLS, prefix="numpy.")
register(OVERLAY, pure(STR), "array2string array_repr array_str base_repr binary_repr", prefix="numpy.")
register(OVERLAY, pure(STR), "format_float_positional format_float_scientific typename", prefix="numpy.")
register(OVERLAY, pure(INT), "numpy.size")
_TESTING: Final = "assert_allclose assert_almost_equal assert_array_almost_equal assert_array_equal assert_equal"
register(OVERLAY, pure(NONE), f"{_TESTING} assert_array_less assert_approx_equal", prefix="numpy.testing.")


@OVERLAY.function("numpy.array_equal", "numpy.iterable")
def asks(call: Call) -> AbstractValue:
    """Functions that answer otherwise, without raising, when given a symbolic tensor."""
    for item in call.arguments.every():
        happens(call, EffectKind.ASKS_MODE, holds_symbolic(call.host, item), reason=call.name)
    return BOOL


@OVERLAY.function("numpy.isreal", "numpy.iscomplex")
def is_real(call: Call) -> AbstractValue:
    """``np.isreal(x)``: a bool for a Python number."""
    return _unary(lambda _dtype: "bool")(call).join(BOOL)


@OVERLAY.function("numpy.isscalar", "numpy.issubdtype", "numpy.isdtype")
def predicate(call: Call) -> AbstractValue:
    """Predicates that symbolic tensors pass through; a NumPy scalar is none any more once it is a tensor."""
    first = call.argument(0)
    if call.name.endswith("isscalar") and call.host.mode.is_traced and first.origins and first.has(Tensor):
        call.host.effect(EffectKind.ASKS_MODE, call.text, answer=Answer.UNKNOWN, reason="isscalar")
    return BOOL


# what the functions of two operands have as methods: `np.maximum.accumulate`

_PAIRED: Final = tuple(f"{_ARITHMETIC} divide true_divide {_FLOAT_PAIR} {_COMPARISON}".replace(" isclose", "").split())
OVERLAY.function(*(f"numpy.{name}.accumulate" for name in _PAIRED))(pure())
