"""How NumPy makes arrays: from data, by shape, as ranges; its scalar types, dtypes and constants."""

from __future__ import annotations

import math
from typing import Final

from jupyter_hybridize.domain.shape import UNKNOWN_SHAPE, Shape
from jupyter_hybridize.domain.value import ANY, NONE, TOP, AbstractValue, Api, Scalar, array, constant, value
from jupyter_hybridize.knowledge.host import Call
from jupyter_hybridize.knowledge.numpy.arithmetic import promoted
from jupyter_hybridize.knowledge.numpy.data import (
    DTYPE,
    NAMES,
    UNKNOWN_DATA,
    Data,
    chosen_dtype,
    common_dtype,
    data_of,
    dimension,
    double,
    dtype_named,
    leave,
    made,
    shape_named,
)
from jupyter_hybridize.knowledge.overlay import Overlay
from jupyter_hybridize.knowledge.python.arguments import FLOAT, INT, STR, known
from jupyter_hybridize.knowledge.stdlib.registration import (
    a_dict_of,
    a_list_of,
    an,
    harmless,
    performing,
    register,
    register_methods,
    register_properties,
)

OVERLAY = Overlay()
_LONGEST_RANGE: Final = 1 << 40

for _name in ("pi", "e", "inf", "euler_gamma"):
    OVERLAY.constants[f"numpy.{_name}"] = constant(getattr(math, _name, 0.5772156649015329))
OVERLAY.constants.update({"numpy.nan": FLOAT, "numpy.NaN": FLOAT, "numpy.newaxis": NONE, "numpy.__version__": STR})
OVERLAY.constants.update({"numpy.Inf": constant(math.inf), "numpy.True_": array("bool", is_scalar=True)})
OVERLAY.constants["numpy.False_"] = array("bool", is_scalar=True)
OVERLAY.cls("numpy.generic", "numpy.ndarray", "numpy.ufunc", "numpy.dtype", "numpy.random.mtrand")
_ABSTRACT: Final = "number integer signedinteger unsignedinteger inexact floating complexfloating character flexible"
OVERLAY.cls(*(f"numpy.{name}" for name in _ABSTRACT.split()))


@OVERLAY.function("numpy.array", "numpy.asarray", "numpy.asanyarray", "numpy.copy", "numpy.ascontiguousarray")
def make(call: Call) -> AbstractValue:
    """``np.array(x)``."""
    leave(call, *call.arguments.every())
    found = data_of(call.host, call.argument(0, "object", "a")) or UNKNOWN_DATA
    place = None if call.name.endswith("copy") else 1
    shape = found.shape
    if call.name.endswith("ascontiguousarray") and shape.rank == 0:
        shape = Shape((1,))
    least = dimension(call.argument(None, "ndmin"))
    if "ndmin" in call.arguments.keywords and least != 0:
        shape = UNKNOWN_SHAPE
    return array(chosen_dtype(call, place, found.dtype), shape)


@OVERLAY.function("numpy.asfortranarray", "numpy.asmatrix", "numpy.matrix")
def make_other(call: Call) -> AbstractValue:
    """Arrays of other layouts."""
    leave(call, *call.arguments.every())
    return array(None) if call.name.endswith("fortranarray") else TOP


@OVERLAY.function("numpy.zeros", "numpy.ones", "numpy.empty")
def filled(call: Call) -> AbstractValue:
    """``np.zeros(shape)``."""
    leave(call, *call.arguments.every())
    shape = shape_named(call.host, call.argument(0, "shape"))
    return array(chosen_dtype(call, 1, "float64"), shape)


@OVERLAY.function("numpy.full")
def full(call: Call) -> AbstractValue:
    """``np.full(shape, x)``."""
    leave(call, *call.arguments.every())
    item = data_of(call.host, call.argument(1, "fill_value")) or UNKNOWN_DATA
    return array(chosen_dtype(call, 2, item.dtype), shape_named(call.host, call.argument(0, "shape")))


@OVERLAY.function("numpy.zeros_like", "numpy.ones_like", "numpy.empty_like", "numpy.full_like")
def like(call: Call) -> AbstractValue:
    """``np.zeros_like(x)``."""
    leave(call, *call.arguments.every())
    found = data_of(call.host, call.argument(0, "a", "prototype"))
    if found is None:
        return TOP
    shape = call.argument(None, "shape")
    place = 2 if call.name.endswith("full_like") else 1
    dims = found.shape if shape.is_bottom or shape == NONE else shape_named(call.host, shape)
    return array(chosen_dtype(call, place, found.dtype), dims)


@OVERLAY.function("numpy.arange")
def arange(call: Call) -> AbstractValue:
    """``np.arange(start, stop, step)``."""
    leave(call, *call.arguments.every())
    given = [call.argument(place, name) for place, name in enumerate(("start", "stop", "step"))]
    bounds = [item for item in given if not item.is_bottom]
    parts = [data_of(call.host, item) or UNKNOWN_DATA for item in bounds]
    default = _range_dtype(parts)
    return array(chosen_dtype(call, 3, default), Shape((_range_length(bounds),)))


def _range_dtype(parts: list[Data]) -> str | None:
    """Return the dtype of a range: NumPy starts from int64 and promotes."""
    result: str | None = "int64"
    for part in parts:
        result = promoted(result, part.dtype)
    return result


def _range_length(bounds: list[AbstractValue]) -> int | None:
    found = known(bounds) or []
    whole = [each for each in found if isinstance(each, int)]
    if not whole or len(whole) != len(bounds) or len(whole) > 3 or whole[2:] == [0]:
        return None
    return min(len(range(*whole)), _LONGEST_RANGE)


@OVERLAY.function("numpy.linspace")
def linspace(call: Call) -> AbstractValue:
    """``np.linspace(start, stop, num)``."""
    leave(call, *call.arguments.every())
    count, axis = call.argument(2, "num"), call.argument(6, "axis")
    ends = [data_of(call.host, call.argument(place, name)) for place, name in ((0, "start"), (1, "stop"))]
    if not call.argument(4, "retstep").is_bottom or any(end is None for end in ends):
        return TOP
    size = 50 if count.is_bottom else dimension(count)
    parts = [end for end in ends if end is not None]
    if any(part.shape.rank != 0 for part in parts) or not axis.is_bottom:
        return array(None)
    return array(chosen_dtype(call, 5, double(common_dtype(parts))), Shape((size,)))


@OVERLAY.function("numpy.eye", "numpy.identity", "numpy.tri")
def eye(call: Call) -> AbstractValue:
    """``np.eye(n, m)``."""
    leave(call, *call.arguments.every())
    rows = dimension(call.argument(0, "N", "n"))
    second = call.argument(1, "M") if not call.name.endswith("identity") else NONE
    columns = rows if second.is_bottom or second == NONE else dimension(second)
    place = 1 if call.name.endswith("identity") else 3
    return array(chosen_dtype(call, place, "float64"), Shape((rows, columns)))


@OVERLAY.function("numpy.atleast_1d", "numpy.atleast_2d", "numpy.atleast_3d")
def at_least(call: Call) -> AbstractValue:
    """``np.atleast_1d(x)``."""
    leave(call, *call.arguments.every())
    if len(call.arguments.positional) != 1:
        return TOP
    found = data_of(call.host, call.arguments.positional[0])
    if found is None:
        return TOP
    rank = int(call.name[-2])
    enough = found.shape.rank is not None and found.shape.rank >= rank
    return array(
        found.dtype, found.shape if enough else Shape((None,) * rank if found.shape.rank is not None else None)
    )


# scalar types and dtypes


@OVERLAY.function(*(f"numpy.{name}" for name in NAMES if name not in ("int", "float", "complex", "str", "bytes")))
def scalar_type(call: Call) -> AbstractValue:
    """``np.float32(x)``: a scalar, or an array of what is not one."""
    leave(call, *call.arguments.every())
    dtype = dtype_named(value_of(call.name))
    if not call.arguments.every():
        return array(dtype, is_scalar=True)
    found = data_of(call.host, call.argument(0)) or UNKNOWN_DATA
    return made(dtype, found.shape)


def value_of(name: str) -> AbstractValue:
    """Return the library object of this name as a value."""
    return value(Api(name))


@OVERLAY.function("numpy.dtype")
def dtype(call: Call) -> AbstractValue:
    """``np.dtype("float32")``."""
    named = dtype_named(call.argument(0, "dtype"))
    return value(Scalar(DTYPE, ANY if named is None else named))


@OVERLAY.function("numpy.result_type", "numpy.promote_types", "numpy.min_scalar_type")
def result_type(call: Call) -> AbstractValue:
    """Functions that return a dtype."""
    leave(call, *call.arguments.every())
    return value(Scalar(DTYPE))


for _cls in (DTYPE, f"builtins.{DTYPE}"):
    register_properties(OVERLAY, _cls, STR, "kind char str descr")
    register_properties(OVERLAY, _cls, INT, "itemsize num alignment")
    register_properties(OVERLAY, _cls, TOP, "names fields")

    @OVERLAY.property(_cls, "name")
    def dtype_name(call: Call) -> AbstractValue:
        """``x.dtype.name``."""
        named = dtype_named(call.receiver)
        return STR if named is None or named == "string" else constant(named)

    @OVERLAY.property(_cls, "type")
    def dtype_type(call: Call) -> AbstractValue:
        """``x.dtype.type``."""
        named = dtype_named(call.receiver)
        return TOP if named is None else value_of(f"numpy.{named}")


OVERLAY.cls("numpy.finfo", "numpy.iinfo", "numpy.errstate")
_FLOAT_LIMITS: Final = "max min eps tiny smallest_normal resolution epsneg"


@OVERLAY.function("numpy.finfo")
def finfo(call: Call) -> AbstractValue:
    """``np.finfo(dtype)``: limits, as scalars of the dtype asked for."""
    dtype = chosen_dtype(call, 0, None)
    limits = {} if dtype is None else {name: array(dtype, is_scalar=True) for name in _FLOAT_LIMITS.split()}
    return call.host.new_object("numpy.finfo", limits)


register(OVERLAY, harmless(an("numpy.iinfo")), "numpy.iinfo")
_FLOATS = value(*(atom for name in ("float16", "float32", "float64") for atom in array(name, is_scalar=True).atoms))
register_properties(OVERLAY, "numpy.finfo", _FLOATS, _FLOAT_LIMITS)
register_properties(OVERLAY, "numpy.finfo", INT, "bits precision nmant nexp")
register_properties(OVERLAY, "numpy.iinfo", INT, "max min bits")
register_methods(OVERLAY, "numpy.errstate", performing("numpy"), "__enter__ __exit__")

# files and settings

_LOADED: Final = "numpy.load numpy.loadtxt numpy.genfromtxt numpy.fromfile numpy.memmap numpy.fromregex"
register(OVERLAY, performing("file", TOP), _LOADED)
register(OVERLAY, performing("file"), "numpy.save numpy.savez numpy.savez_compressed numpy.savetxt")
_SETTINGS: Final = "set_printoptions seterr setbufsize seterrcall printoptions show_config info"
register(OVERLAY, performing("numpy", TOP), _SETTINGS, prefix="numpy.")
register(OVERLAY, harmless(a_dict_of(STR, STR)), "numpy.geterr numpy.get_printoptions")
register(OVERLAY, harmless(a_list_of(STR)), "numpy.get_include")
