"""``math``, ``statistics``, ``random`` and the clock."""

from __future__ import annotations

import math
from collections.abc import Callable

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.heap import HeapObject
from jupyter_hybridize.domain.value import NONE, AbstractValue, Container, constant, tuple_of
from jupyter_hybridize.knowledge.host import Call
from jupyter_hybridize.knowledge.operators import binary
from jupyter_hybridize.knowledge.overlay import Overlay
from jupyter_hybridize.knowledge.python.arguments import (
    BOOL,
    BYTES,
    FLOAT,
    INT,
    STR,
    atoms,
    dunder,
    happens,
    has_special,
    known,
    needs_value,
    note_unknown,
)
from jupyter_hybridize.knowledge.stdlib.registration import (
    an,
    drawing,
    given,
    harmless,
    performing,
    pure,
    register,
    register_methods,
    register_properties,
)

OVERLAY = Overlay()
_FLOATS = (
    "acos acosh asin asinh atan atan2 atanh cbrt copysign cos cosh degrees erf erfc exp exp2 expm1 fabs fmod gamma "
    "hypot ldexp lgamma log log10 log1p log2 nextafter pow radians remainder sin sinh sqrt tan tanh ulp"
)
_INTS = "ceil comb factorial floor gcd isqrt lcm perm trunc"
_BOOLS = "isclose isfinite isinf isnan"
_LARGEST = 1000

for _name in ("pi", "e", "tau", "inf"):
    OVERLAY.constants[f"math.{_name}"] = constant(getattr(math, _name))
OVERLAY.constants["math.nan"] = FLOAT


def _scalar_function(result: AbstractValue) -> Callable[[Call], AbstractValue]:
    def transfer(call: Call) -> AbstractValue:
        needs_value(call, *call.arguments.every(), reason="math")
        _special(call)
        folded = _folded(call)
        return result if folded is None else folded

    return transfer


def _special(call: Call) -> None:
    name = call.name.rpartition(".")[2]
    for item in call.arguments.every():
        note_unknown(call, item)
        for atom in atoms(item):
            for special in (f"__{name}__", "__float__", "__index__"):
                if has_special(call, atom, special):
                    dunder(call, atom, special)


def _folded(call: Call) -> AbstractValue | None:
    found = known(call.arguments.positional)
    if not found or call.arguments.keywords or not call.arguments.is_exact:
        return None
    numbers = [each for each in found if isinstance(each, int | float) and abs(each) <= _LARGEST]
    if len(numbers) != len(found):
        return None
    function: Callable[..., object] | None = getattr(math, call.name.rpartition(".")[2], None)
    try:
        result = function(*numbers) if function is not None else None
    except (ArithmeticError, TypeError, ValueError):
        return None
    return constant(result) if isinstance(result, bool | int | float) else None


register(OVERLAY, _scalar_function(FLOAT), _FLOATS, prefix="math.")
register(OVERLAY, _scalar_function(INT), _INTS, prefix="math.")
register(OVERLAY, _scalar_function(BOOL), _BOOLS, prefix="math.")
register(OVERLAY, _scalar_function(tuple_of(FLOAT, FLOAT)), "modf", prefix="math.")
register(OVERLAY, _scalar_function(tuple_of(FLOAT, INT)), "frexp", prefix="math.")


@OVERLAY.function(
    "math.fsum", "math.dist", "math.sumprod", "statistics.mean", "statistics.fmean", "statistics.median",
    "statistics.stdev", "statistics.pstdev", "statistics.variance", "statistics.pvariance", "statistics.mode",
)  # fmt: skip
def of_numbers(call: Call) -> AbstractValue:
    """Functions that want the numbers in what they iterate."""
    for item in call.arguments.positional:
        element = call.host.iterate(item)
        needs_value(call, element, reason="math")
        note_unknown(call, element)
    return FLOAT if call.name.startswith("math.") else FLOAT.join(INT)


@OVERLAY.function("math.prod")
def product(call: Call) -> AbstractValue:
    """``math.prod`` multiplies as ``*`` does."""
    source, start = call.argument(0), call.argument(None, "start")
    items = call.host.items(source)
    element = call.host.iterate(source)
    total = constant(1) if start.is_bottom else start
    if items is not None:
        for item in items:
            total = binary(call.host, "*", total, item, call.text)
        return total
    for _round in range(3):
        total = total.join(binary(call.host, "*", total, element, call.text))
    return total


# random numbers


def _element(call: Call) -> AbstractValue:
    return call.host.iterate(call.argument(0, "seq", "population"), by_python=False)


def _elements(call: Call) -> AbstractValue:
    return call.host.new_list(None, _element(call))


def _shuffled(call: Call) -> AbstractValue:
    for each in call.argument(0).each(Container):
        content: HeapObject = call.host.load(each.site)
        call.host.store(each.site, content.with_element(content.element), call.text, "shuffle")
    if call.argument(0).is_unknown:
        happens(call, EffectKind.MUTATES_OBJECT, Answer.UNKNOWN, reason="shuffle")
    return NONE


_RANDOM: dict[str, AbstractValue | Callable[[Call], AbstractValue]] = {
    "random uniform gauss normalvariate expovariate betavariate gammavariate lognormvariate triangular vonmisesvariate "
    "paretovariate weibullvariate": FLOAT,
    "randint randrange getrandbits binomialvariate": INT,
    "choice": _element,
    "choices sample": _elements,
    "shuffle": _shuffled,
    "seed setstate": NONE,
    "getstate": tuple_of(rest=INT),
    "randbytes": BYTES,
}
for _names, _result in _RANDOM.items():
    register(OVERLAY, drawing("random", _result), _names, prefix="random.")
    register_methods(OVERLAY, "random.Random", drawing("random", _result), _names)
OVERLAY.cls("random.Random")
OVERLAY.cls("random.SystemRandom", bases=("random.Random",))
register(OVERLAY, drawing("random", an("random.Random")), "random.Random random.SystemRandom")
register(OVERLAY, drawing("random", BYTES), "os.urandom secrets.token_bytes")
register(OVERLAY, drawing("random", STR), "secrets.token_hex secrets.token_urlsafe")
register(OVERLAY, drawing("random", INT), "secrets.randbelow secrets.randbits")
register(OVERLAY, drawing("random", _element), "secrets.choice")
register(OVERLAY, drawing("uuid", an("uuid.UUID")), "uuid.uuid1 uuid.uuid4")
register(OVERLAY, pure(an("uuid.UUID")), "uuid.UUID uuid.uuid3 uuid.uuid5")
register_properties(OVERLAY, "uuid.UUID", STR, "hex urn")
register_properties(OVERLAY, "uuid.UUID", INT, "int")
register_methods(OVERLAY, "uuid.UUID", harmless(STR), "__str__ __repr__")

# the clock

_TIME = "time perf_counter monotonic process_time thread_time"
register(OVERLAY, drawing("time", FLOAT), _TIME, prefix="time.")
register(OVERLAY, drawing("time", INT), "time_ns perf_counter_ns monotonic_ns process_time_ns", prefix="time.")
register(OVERLAY, drawing("time", STR), "time.ctime time.asctime time.strftime")
register(OVERLAY, drawing("time", an("time.struct_time")), "time.localtime time.gmtime")
register(OVERLAY, pure(an("time.struct_time")), "time.strptime")
register(OVERLAY, pure(FLOAT), "time.mktime")
register(OVERLAY, performing("sleep"), "time.sleep")
register(OVERLAY, drawing("time", FLOAT), "timeit.default_timer")
register_properties(OVERLAY, "time.struct_time", INT, "tm_year tm_mon tm_mday tm_hour tm_min tm_sec tm_wday tm_yday")

_NOW = "datetime.datetime.now datetime.datetime.today datetime.datetime.utcnow datetime.date.today"
register(OVERLAY, drawing("time", an("datetime.datetime")), _NOW)
_DATES = "datetime.datetime datetime.datetime.fromtimestamp datetime.datetime.strptime datetime.datetime.fromisoformat"
register(OVERLAY, pure(an("datetime.datetime")), _DATES + " datetime.datetime.combine")
register(OVERLAY, pure(an("datetime.date")), "datetime.date datetime.date.fromisoformat")
register(OVERLAY, pure(an("datetime.time")), "datetime.time")
register(OVERLAY, pure(an("datetime.timedelta")), "datetime.timedelta")
for _cls in ("datetime.datetime", "datetime.date", "datetime.time", "datetime.timedelta"):
    OVERLAY.cls(_cls)
    register_methods(OVERLAY, _cls, harmless(STR), "strftime isoformat ctime __str__ __repr__ __format__")
    register_methods(OVERLAY, _cls, harmless(FLOAT), "timestamp total_seconds")
    register_methods(OVERLAY, _cls, harmless(INT), "weekday isoweekday toordinal")
    register_methods(
        OVERLAY, _cls, harmless(lambda call: call.host.new_object("datetime.datetime")), "replace date time"
    )
    register_properties(OVERLAY, _cls, INT, "year month day hour minute second microsecond days seconds microseconds")


def _difference(call: Call) -> AbstractValue:
    made = given(an("datetime.timedelta"), call)
    return made.join(given(an("datetime.datetime"), call))


for _cls in ("datetime.datetime", "datetime.date"):
    register_methods(OVERLAY, _cls, harmless(_difference), "__sub__")
    register_methods(OVERLAY, _cls, harmless(an(_cls)), "__add__ __radd__")
    register_methods(OVERLAY, _cls, harmless(BOOL), "__lt__ __le__ __gt__ __ge__ __eq__ __ne__")
register_methods(OVERLAY, "datetime.timedelta", harmless(BOOL), "__lt__ __le__ __gt__ __ge__ __eq__ __ne__")
register_methods(OVERLAY, "datetime.timedelta", harmless(an("datetime.timedelta")), "__add__ __sub__ __mul__ __rmul__")
