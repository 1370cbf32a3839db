"""``tf.summary``: what is written goes to the writer that is the default while it is traced."""

from __future__ import annotations

from typing import Final

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.shape import SCALAR_SHAPE
from jupyter_hybridize.domain.value import NONE, TOP, AbstractValue, Scalar, tensor
from jupyter_hybridize.knowledge.host import Call
from jupyter_hybridize.knowledge.overlay import Overlay
from jupyter_hybridize.knowledge.tensorflow.contexts import CONTEXT, NAME_SCOPE, enter_as

OVERLAY: Final = Overlay()
WRITER: Final = "tensorflow.summary.SummaryWriter"
DEFAULT: Final = "tensorflow.summary.DefaultWriter"  # the context of `writer.as_default()`
RECORD_IF: Final = "tensorflow.summary.RecordIf"
OVERLAY.cls(WRITER)
OVERLAY.cls(DEFAULT, RECORD_IF, bases=(CONTEXT,))
_STEP_AT: Final = {"scalar": 2, "image": 2, "histogram": 2, "text": 2, "audio": 3, "write": 2}


@OVERLAY.function("tensorflow.summary.create_file_writer", "tensorflow.summary.create_noop_writer")
def _make_writer(call: Call) -> AbstractValue:
    call.host.effect(EffectKind.PERFORMS_IO, call.text, reason=call.name)
    return call.host.new_object(WRITER)


@OVERLAY.method(WRITER, "as_default")
def _as_default(call: Call) -> AbstractValue:
    step = call.argument(0, "step")
    return call.host.new_object(DEFAULT, {"entered": call.receiver, "step": NONE if step.is_bottom else step})


@OVERLAY.method(WRITER, "set_as_default")
@OVERLAY.function("tensorflow.summary.experimental.set_step")
def _set_default(call: Call) -> AbstractValue:
    call.host.effect(EffectKind.WRITES_GLOBAL, call.text, reason=call.name)
    return NONE


@OVERLAY.function("tensorflow.summary.experimental.get_step")
def _get_step(call: Call) -> AbstractValue:
    _asks(call, "is the step that stands while it is traced")
    return TOP


@OVERLAY.method(WRITER, "flush", "close", "init")
@OVERLAY.function("tensorflow.summary.flush")
def _flush(call: Call) -> AbstractValue:
    call.host.tensor_op("FlushSummaryWriter")
    return NONE


@OVERLAY.function(*(f"tensorflow.summary.{name}" for name in _STEP_AT))
def _summarize(call: Call) -> AbstractValue:
    call.host.tensor_op("WriteSummary")
    if call.host.mode.is_traced:
        _note_defaults(call)
    return tensor("bool", SCALAR_SHAPE)


def _note_defaults(call: Call) -> None:
    """Record what a graph keeps of the moment it was traced: the writer, the step, whether and as what to record."""
    writers = call.host.entered(DEFAULT)
    if not writers:
        _asks(call, "goes to the writer that is the default while it is traced")
    steps = [call.argument(_STEP_AT[call.name.rpartition(".")[2]], "step")]
    steps += [call.host.attribute(writer, "step") for writer in writers[-1:]]
    if not any(_is_given(step) for step in steps):
        _asks(call, "takes the step that stands while it is traced")
    if call.host.entered(RECORD_IF, while_tracing=False) or call.host.entered(NAME_SCOPE, while_tracing=False):
        _asks(call, "is not told of the context it is called in")


def _is_given(step: AbstractValue) -> bool:
    return not step.is_bottom and not any(isinstance(a, Scalar) and a.type == "NoneType" for a in step.atoms)


def _asks(call: Call, detail: str) -> None:
    if call.host.mode.is_traced:
        call.host.effect(EffectKind.ASKS_MODE, call.text, answer=Answer.UNKNOWN, detail=detail, reason="default writer")


@OVERLAY.function("tensorflow.summary.trace_on", "tensorflow.summary.trace_off", "tensorflow.summary.trace_export")
def _trace(call: Call) -> AbstractValue:
    call.host.effect(EffectKind.PERFORMS_IO, call.text, reason=call.name)
    return NONE


@OVERLAY.function("tensorflow.summary.record_if")
def _record_if(call: Call) -> AbstractValue:
    return enter_as(call.host, RECORD_IF, NONE)


@OVERLAY.function("tensorflow.summary.experimental.summary_scope")
def _scope(call: Call) -> AbstractValue:
    return enter_as(call.host, NAME_SCOPE, TOP)
