"""``tf.saved_model.load``: nobody knows what stands in the file, but its signatures are graphs of tensors.

Given tensors, a signature does the same eagerly and within a graph (seen on 2.21, the gradients of its variables too);
it takes neither arrays nor variables by position eagerly, and both in a graph. An object that was loaded converts
arrays to the dtype it was saved with, which a graph that got them as tensors does not: so it stays unknown.
"""

from __future__ import annotations

from typing import Final

from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.value import TOP, AbstractValue, Form, Tensor, scalar, tensor
from jupyter_hybridize.knowledge.host import Call
from jupyter_hybridize.knowledge.overlay import Overlay
from jupyter_hybridize.knowledge.python.arguments import unknown_call
from jupyter_hybridize.knowledge.stdlib.registration import an, harmless, register_properties
from jupyter_hybridize.knowledge.tensorflow.concrete_functions import CONCRETE

OVERLAY: Final = Overlay()
LOADED: Final = "tensorflow.saved_model.Loaded"
_SIGNATURES: Final = "tensorflow.saved_model.Signatures"
_SIGNATURE: Final = "tensorflow.saved_model.Signature"
OVERLAY.cls(LOADED, _SIGNATURES)
OVERLAY.cls(_SIGNATURE, bases=(CONCRETE,))


@OVERLAY.function("tensorflow.saved_model.load", "tensorflow_hub.load")
def load(call: Call) -> AbstractValue:
    """``tf.saved_model.load(path)``, ``hub.load(url)`` read files and make variables."""
    call.host.effect(EffectKind.PERFORMS_IO, call.text, reason=call.name)
    return call.host.new_object(LOADED)


@OVERLAY.method(LOADED, "__call__")
def run(call: Call) -> AbstractValue:
    """``loaded(x)``."""
    return unknown_call(call, "saved model")


register_properties(OVERLAY, LOADED, an(_SIGNATURES), "signatures")
OVERLAY.method(_SIGNATURES, "__getitem__", "get")(harmless(an(_SIGNATURE)))
OVERLAY.method(_SIGNATURES, "keys")(harmless(TOP))


@OVERLAY.method(_SIGNATURE, "__call__")
def call_signature(call: Call) -> AbstractValue:
    """``loaded.signatures["serving_default"](x)`` gives a dict of tensors."""
    if not call.arguments.is_exact or not all(map(_are_tensors, call.arguments.every())):
        return unknown_call(call, "saved model")
    call.host.tensor_op("PartitionedCall")
    return call.host.new_dict(None, scalar("str"), tensor())


def _are_tensors(item: AbstractValue) -> bool:
    return bool(item.atoms) and all(
        isinstance(atom, Tensor) and atom.form is Form.DENSE and not atom.staged for atom in item.atoms
    )
