"""``tf.print``: an op that prints at each call."""

from __future__ import annotations

from typing import Final

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.value import NONE, AbstractValue
from jupyter_hybridize.knowledge.host import Call
from jupyter_hybridize.knowledge.overlay import Overlay

OVERLAY: Final = Overlay()


@OVERLAY.function("tensorflow.print")
def print_(call: Call) -> AbstractValue:
    """Give None eagerly, and an operation in a graph; where it prints to is told by a constant text only."""
    call.host.tensor_op("tensorflow.print")
    stream = call.arguments.keywords.get("output_stream")
    if stream is not None and not isinstance(stream.constant(), str):
        call.host.effect(EffectKind.UNKNOWN_VALUE, call.text, answer=Answer.UNKNOWN, detail="its output stream")
    if any(item.is_unknown for item in call.arguments.every()):
        call.host.effect(EffectKind.UNKNOWN_VALUE, call.text, answer=Answer.UNKNOWN)
    return NONE.join(call.host.new_object("tensorflow.Operation")) if call.host.mode.is_traced else NONE
