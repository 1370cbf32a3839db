"""``numpy.random``: module functions, ``RandomState`` and ``Generator``."""

from __future__ import annotations

from typing import Final

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.shape import UNKNOWN_SHAPE, Shape
from jupyter_hybridize.domain.value import (
    NONE,
    TOP,
    AbstractValue,
    Instance,
    array,
)
from jupyter_hybridize.knowledge.host import Call
from jupyter_hybridize.knowledge.numpy.data import (
    anything,
    data_of,
    dimension,
    dtype_named,
    leave,
    made,
    shape_named,
)
from jupyter_hybridize.knowledge.overlay import Overlay
from jupyter_hybridize.knowledge.python.arguments import BYTES, FLOAT, INT
from jupyter_hybridize.knowledge.stdlib.registration import drawing, register, register_methods

OVERLAY = Overlay()
_SEED: Final = "config.seed"  # a name no program can use


@OVERLAY.function("numpy.random.default_rng", "numpy.random.RandomState", "numpy.random.Generator")
def generator(call: Call) -> AbstractValue:
    """``np.random.default_rng(seed)``."""
    if not call.arguments.every() or call.argument(0) == NONE:
        _draw(call)
    kind = "numpy.random.RandomState" if call.name.endswith("State") else "numpy.random.Generator"
    seed = call.argument(0)
    return call.host.new_object(kind, {_SEED: seed} if isinstance(seed.constant(), int) else {})


OVERLAY.cls("numpy.random.RandomState", "numpy.random.Generator", "numpy.random.SeedSequence", "numpy.random.PCG64")


def _draw(call: Call) -> None:
    """Record a draw; the host leaves out those from a generator that each call makes anew with one seed."""
    only = call.receiver.only()
    is_seeded = isinstance(only, Instance) and _SEED in call.host.load(only.site).attributes
    reason = only.site if isinstance(only, Instance) and is_seeded else "numpy.random"
    call.host.effect(EffectKind.READS_CLOCK_OR_RNG, call.text, reason=reason)


_GENERATORS: Final = ("numpy.random.RandomState", "numpy.random.Generator")
_SIZES: Final = {
    0: "random random_sample ranf sample standard_cauchy standard_exponential standard_normal",
    1: "chisquare exponential geometric logseries pareto poisson power rayleigh standard_gamma standard_t weibull zipf",
    2: "beta binomial f gamma gumbel laplace logistic lognormal negative_binomial noncentral_chisquare normal uniform "
       "vonmises wald random_integers randint integers",
    3: "hypergeometric noncentral_f triangular",
}  # fmt: skip
_WHOLE: Final = (
    "geometric logseries poisson zipf binomial negative_binomial hypergeometric randint integers random_integers"
).split()


def _sized(position: int, name: str) -> None:
    whole = name in _WHOLE

    def transfer(call: Call) -> AbstractValue:
        _draw(call)
        leave(call, *call.arguments.every())
        return drawn(call, position, whole=whole)

    OVERLAY.function(f"numpy.random.{name}")(transfer)
    for cls in _GENERATORS:
        OVERLAY.method(cls, name)(transfer)


def drawn(call: Call, position: int, *, whole: bool) -> AbstractValue:
    """Return random numbers of the shape that the ``size`` argument at *position* names."""
    asked = call.argument(None, "dtype")
    dtype = ("int64" if whole else "float64") if asked.is_bottom else dtype_named(asked)
    size = call.argument(position, "size")
    if not size.is_bottom and size != NONE:
        return made(dtype, shape_named(call.host, size)) if size.only() is not None else _either(dtype, whole)
    parameters = [data_of(call.host, item) for item in call.arguments.positional[:position]]
    parameters += [data_of(call.host, item) for name, item in call.arguments.keywords.items() if name != "dtype"]
    if all(part is not None and part.shape.rank == 0 for part in parameters):
        return (INT if whole else FLOAT).join(array(dtype, is_scalar=True))
    return _either(dtype, whole)


def _either(dtype: str | None, whole: bool) -> AbstractValue:
    return (INT if whole else FLOAT).join(made(dtype, UNKNOWN_SHAPE))


for _position, _names in _SIZES.items():
    for _name in _names.split():
        _sized(_position, _name)


def _standard(call: Call) -> AbstractValue:
    _draw(call)
    leave(call, *call.arguments.every())
    if not call.arguments.is_exact:
        return _either("float64", False)
    dims = tuple(dimension(each) for each in call.arguments.positional)
    return array("float64", Shape(dims)) if dims else FLOAT


def _chosen(call: Call) -> AbstractValue:
    _draw(call)
    leave(call, *call.arguments.every())
    found, size = data_of(call.host, call.argument(0, "a")), call.argument(1, "size")
    if found is None:
        return TOP
    dtype = "int64" if found.shape.rank == 0 else found.dtype
    if not size.is_bottom and size != NONE:
        tail = shape_named(call.host, size)
        return made(
            dtype, tail if found.shape.rank in (0, 1) and "axis" not in call.arguments.keywords else UNKNOWN_SHAPE
        )
    if found.shape.rank == 0:
        return INT.join(array(dtype, is_scalar=True))
    return array(dtype, is_scalar=True) if found.shape.rank == 1 else anything()


def _permuted(call: Call) -> AbstractValue:
    _draw(call)
    leave(call, *call.arguments.every())
    found = data_of(call.host, call.argument(0, "x"))
    if found is None:
        return TOP
    return array(found.dtype, Shape((dimension(call.argument(0, "x")),)) if found.shape.rank == 0 else found.shape)


def _shuffled(call: Call) -> AbstractValue:
    _draw(call)
    leave(call, *call.arguments.every())
    call.host.effect(EffectKind.MUTATES_OBJECT, call.text, answer=Answer.UNKNOWN, reason="array")
    call.host.escape(call.argument(0, "x"))
    return NONE


def _several(call: Call) -> AbstractValue:
    _draw(call)
    leave(call, *call.arguments.every())
    return array(None)


def _seeded(call: Call) -> AbstractValue:
    _draw(call)
    return NONE


for _names, _transfer in {
    "rand randn": _standard, "choice": _chosen, "permutation permuted": _permuted, "shuffle": _shuffled,
    "multinomial multivariate_normal dirichlet multivariate_hypergeometric tomaxint": _several,
    "seed set_state": _seeded, "get_state spawn": drawing("numpy.random", TOP),
    "bytes": drawing("numpy.random", BYTES),
}.items():  # fmt: skip
    register(OVERLAY, _transfer, _names, prefix="numpy.random.")
    for _cls in _GENERATORS:
        register_methods(OVERLAY, _cls, _transfer, _names)
