"""Context managers of TensorFlow: name scopes, devices, control dependencies, and the like."""

from __future__ import annotations

from typing import Final

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.value import NONE, AbstractValue, scalar
from jupyter_hybridize.knowledge.host import Call, Host
from jupyter_hybridize.knowledge.overlay import Overlay

OVERLAY: Final = Overlay()
CONTEXT: Final = "tensorflow.ContextManager"
NAME_SCOPE: Final = "tensorflow.name_scope.Context"
OVERLAY.cls(CONTEXT)
OVERLAY.cls(NAME_SCOPE, bases=(CONTEXT,))


def enter_as(host: Host, cls: str, entered: AbstractValue) -> AbstractValue:
    """Return a context manager of class *cls*, whose ``as`` gives *entered*."""
    return host.new_object(cls, {"entered": entered})


def context(host: Host, entered: AbstractValue) -> AbstractValue:
    """Return a context manager whose ``as`` gives *entered* and which does nothing else that could be noticed."""
    return enter_as(host, CONTEXT, entered)


@OVERLAY.method(CONTEXT, "__enter__")
def _enter(call: Call) -> AbstractValue:
    return call.host.attribute(call.receiver, "entered")


@OVERLAY.method(CONTEXT, "__exit__")
def _exit(call: Call) -> AbstractValue:
    return NONE


@OVERLAY.function("tensorflow.name_scope", "tensorflow.compat.v1.name_scope")
def _name_scope(call: Call) -> AbstractValue:
    return enter_as(call.host, NAME_SCOPE, scalar("str"))


@OVERLAY.function(
    "tensorflow.device",
    "tensorflow.control_dependencies",
    "tensorflow.compat.v1.device",
    "tensorflow.autodiff.stop_recording",
)
def _plain(call: Call) -> AbstractValue:
    return context(call.host, NONE)


@OVERLAY.function("tensorflow.init_scope")
def _init_scope(call: Call) -> AbstractValue:
    if call.host.mode.is_traced:  # what stands in it runs eagerly, while tracing
        call.host.effect(EffectKind.UNKNOWN_CALL, call.text, answer=Answer.UNKNOWN, reason=call.name)
    return context(call.host, NONE)
