"""Seeds and generators: ``tf.random.set_seed`` and ``tf.random.Generator``."""

from __future__ import annotations

from typing import Final

from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.shape import UNKNOWN_SHAPE, Shape
from jupyter_hybridize.domain.value import NONE, AbstractValue, Array, Form, Tensor, tensor
from jupyter_hybridize.knowledge.families.dtype_names import dtype_of
from jupyter_hybridize.knowledge.host import Call
from jupyter_hybridize.knowledge.overlay import Overlay
from jupyter_hybridize.knowledge.tensorflow.variables import creates_variable

OVERLAY: Final = Overlay()
GENERATOR: Final = "tensorflow.random.Generator"
OVERLAY.cls(GENERATOR)


@OVERLAY.function("tensorflow.random.set_seed", "tensorflow.compat.v1.set_random_seed", "keras.utils.set_random_seed")
def _set_seed(call: Call) -> AbstractValue:
    call.host.effect(EffectKind.READS_CLOCK_OR_RNG, call.text, reason=call.name)
    return NONE


@OVERLAY.function(
    GENERATOR,
    f"{GENERATOR}.from_seed", f"{GENERATOR}.from_state", f"{GENERATOR}.from_key_counter",
    f"{GENERATOR}.from_non_deterministic_state",
)  # fmt: skip
def _make(call: Call) -> AbstractValue:
    creates_variable(call, "generator")
    return call.host.new_object(GENERATOR)


@OVERLAY.function("tensorflow.random.get_global_generator")
def _global_generator(call: Call) -> AbstractValue:
    return call.host.new_object(GENERATOR)


@OVERLAY.function("tensorflow.random.set_global_generator")
def _set_global(call: Call) -> AbstractValue:
    call.host.effect(EffectKind.WRITES_GLOBAL, call.text, reason=call.name)
    return NONE


def _shape(call: Call) -> Shape:
    asked = call.argument(0, "shape")
    items = call.host.items(asked)
    if items is not None:
        sizes = [each.constant() for each in items]
        return Shape(tuple(size if isinstance(size, int) else None for size in sizes))
    atom = asked.only()
    if isinstance(atom, Tensor | Array) and atom.shape.dims and isinstance(atom.shape.dims[0], int):
        return Shape((None,) * atom.shape.dims[0])
    return UNKNOWN_SHAPE


def _dtype(call: Call, position: int, default: str) -> str | None:
    asked = call.argument(position, "dtype")
    if asked.is_bottom:
        return default
    names = {dtype_of(atom) for atom in asked.atoms}
    return names.pop() if len(names) == 1 else None


_DTYPE_AT: Final = {
    "normal": (3, "float32"), "uniform": (3, "float32"), "truncated_normal": (3, "float32"),
    "uniform_full_int": (1, "uint64"), "binomial": (3, "int32"),
}  # fmt: skip


@OVERLAY.method(GENERATOR, *_DTYPE_AT)
def _draw(call: Call) -> AbstractValue:
    call.host.tensor_op("StatefulRandom")
    return tensor(_dtype(call, *_DTYPE_AT[call.name.rpartition(".")[2]]), _shape(call))


@OVERLAY.method(GENERATOR, "make_seeds")
def _make_seeds(call: Call) -> AbstractValue:
    call.host.tensor_op("StatefulRandom")
    count = call.argument(0, "count").constant()
    return tensor(
        "int64", Shape((2, 1 if call.argument(0, "count").is_bottom else count if isinstance(count, int) else None))
    )


@OVERLAY.method(GENERATOR, "split")
def _split(call: Call) -> AbstractValue:
    creates_variable(call, "generator")
    return call.host.new_list(None, call.host.new_object(GENERATOR))


@OVERLAY.method(GENERATOR, "skip", "reset", "reset_from_seed", "reset_from_key_counter")
def _move(call: Call) -> AbstractValue:
    call.host.tensor_op("RngSkip")
    return NONE


@OVERLAY.property(GENERATOR, "state")
def _state(call: Call) -> AbstractValue:
    return tensor("int64", Shape((None,)), Form.VARIABLE)


@OVERLAY.property(GENERATOR, "key")
def _key(call: Call) -> AbstractValue:
    return tensor(None, Shape(()))
