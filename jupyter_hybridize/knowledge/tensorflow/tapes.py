"""``tf.GradientTape``: gradients have the structure, dtypes and shapes of what they are taken with respect to."""

from __future__ import annotations

from typing import Final

from jupyter_hybridize.domain import dtype as dtypes
from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.shape import UNKNOWN_SHAPE, Shape
from jupyter_hybridize.domain.value import (
    NONE,
    TOP,
    AbstractValue,
    Array,
    Atom,
    Container,
    Form,
    Scalar,
    Tensor,
    Tuple,
    join_all,
    tensor,
    tuple_of,
)
from jupyter_hybridize.knowledge.host import Call, Host
from jupyter_hybridize.knowledge.keras.passed import note_use
from jupyter_hybridize.knowledge.overlay import Overlay
from jupyter_hybridize.knowledge.structures import map_structure
from jupyter_hybridize.knowledge.tensorflow.contexts import context

OVERLAY: Final = Overlay()
TAPE: Final = "tensorflow.GradientTape"
ACCUMULATOR: Final = "tensorflow.autodiff.ForwardAccumulator"
OVERLAY.cls(TAPE, ACCUMULATOR)


@OVERLAY.method(TAPE, "__enter__")
@OVERLAY.method(ACCUMULATOR, "__enter__")
def _enter(call: Call) -> AbstractValue:
    return call.receiver


@OVERLAY.method(TAPE, "__exit__", "reset")
@OVERLAY.method(ACCUMULATOR, "__exit__")
def _exit(call: Call) -> AbstractValue:
    return NONE


@OVERLAY.method(TAPE, "watch")
def _watch(call: Call) -> AbstractValue:
    for atom in call.argument(0, "tensor").atoms:
        if isinstance(atom, Array | Scalar):
            call.host.effect(EffectKind.RAISES, call.text, answer=Answer.UNKNOWN, detail=f"watches {atom}")
    return NONE


@OVERLAY.method(TAPE, "watched_variables")
def _watched(call: Call) -> AbstractValue:
    return tuple_of(rest=tensor(form=Form.VARIABLE))


@OVERLAY.method(TAPE, "stop_recording")
def _stop_recording(call: Call) -> AbstractValue:
    return context(call.host, NONE)


@OVERLAY.method(TAPE, "gradient")
def _gradient(call: Call) -> AbstractValue:
    call.host.tensor_op("gradient", _leaves(call.host, call.argument(1, "sources")))
    note_use(call.host, call.argument(1, "sources"), call.text, "its gradient")
    may_be_none = not _gives_zeros(call.argument(3, "unconnected_gradients"))

    def of(atom: Atom) -> AbstractValue:
        return _gradient_of(atom, lambda found: found.shape, may_be_none=may_be_none)

    sources = call.argument(1, "sources")
    return map_structure(call.host, of, sources).with_origins(sources.origins | call.argument(0, "target").origins)


def _leaves(host: Host, sources: AbstractValue) -> int:
    items = host.items(sources)
    return 4 if items is None else max(1, len(items))


def _gives_zeros(asked: AbstractValue) -> bool:
    atom = asked.only()
    return (isinstance(atom, Scalar) and atom.constant == "zero") or str(atom).endswith("UnconnectedGradients.ZERO")


def _gradient_of(atom: Atom, shape_of: object, *, may_be_none: bool) -> AbstractValue:
    if not isinstance(atom, Tensor):
        return NONE if isinstance(atom, Scalar) else TOP
    if atom.dtype is not None and not dtypes.is_floating(atom.dtype) and atom.dtype not in dtypes.COMPLEX:
        return NONE
    shape = shape_of(atom) if callable(shape_of) else UNKNOWN_SHAPE
    found = tensor(atom.dtype, shape if isinstance(shape, Shape) else UNKNOWN_SHAPE)
    return found.join(NONE) if may_be_none else found


@OVERLAY.method(TAPE, "jacobian", "batch_jacobian")
def _jacobian(call: Call) -> AbstractValue:
    call.host.tensor_op(call.name)
    note_use(call.host, call.argument(1, "sources", "source"), call.text, "its gradient")
    targets = [atom.shape for atom in call.argument(0, "target").each(Tensor)]
    target = targets[0] if len(targets) == 1 else UNKNOWN_SHAPE
    asked = call.argument(2, "unconnected_gradients")

    def shape_of(source: Tensor) -> Shape:
        if target.dims is None or source.shape.dims is None:
            return UNKNOWN_SHAPE
        batched = call.name == "batch_jacobian"
        return Shape((*target.dims, *source.shape.dims[1 if batched else 0 :]))

    def of(atom: Atom) -> AbstractValue:
        return _gradient_of(atom, shape_of, may_be_none=not _gives_zeros(asked))

    sources = call.argument(1, "sources", "source")
    return map_structure(call.host, of, sources).with_origins(sources.origins | call.argument(0, "target").origins)


@OVERLAY.method(ACCUMULATOR, "jvp")
def _jvp(call: Call) -> AbstractValue:
    call.host.tensor_op("jvp")
    primals = call.argument(0, "primals")
    return map_structure(
        call.host, lambda atom: _gradient_of(atom, lambda found: found.shape, may_be_none=True), primals
    )


@OVERLAY.function("tensorflow.gradients", "tensorflow.hessians")
def _gradients(call: Call) -> AbstractValue:
    if not call.host.mode.is_traced:
        call.host.effect(EffectKind.RAISES, call.text, detail="exists only in a graph", reason=call.name)
    else:
        call.host.effect(EffectKind.ASKS_MODE, call.text, detail="exists only in a graph", reason=call.name)
    sources = call.argument(1, "xs")
    inner = call.host.items(sources) if any(isinstance(a, Container | Tuple) for a in sources.atoms) else (sources,)
    element = join_all(tensor(atom.dtype, atom.shape) for each in inner or () for atom in each.each(Tensor))
    return call.host.new_list(None, (element if inner else TOP).join(NONE))
