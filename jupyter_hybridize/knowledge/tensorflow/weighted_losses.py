"""``tf.compat.v1.losses``: losses that weigh and reduce, and cast what they are given themselves."""

from __future__ import annotations

from typing import Final

from jupyter_hybridize.domain.shape import UNKNOWN_SHAPE, Shape
from jupyter_hybridize.domain.value import AbstractValue, tensor
from jupyter_hybridize.knowledge.host import Call
from jupyter_hybridize.knowledge.keras import values as k
from jupyter_hybridize.knowledge.overlay import Overlay
from jupyter_hybridize.knowledge.python.arguments import unknown_call

OVERLAY: Final = Overlay()
_MODULE: Final = "tensorflow.compat.v1.losses."
_REDUCTION: Final = {  # where the reduction stands among the arguments
    "absolute_difference": 5,
    "compute_weighted_loss": 4,
    "cosine_distance": 6,
    "hinge_loss": 5,
    "huber_loss": 6,
    "log_loss": 6,
    "mean_squared_error": 5,
    "sigmoid_cross_entropy": 6,
    "softmax_cross_entropy": 6,
    "sparse_softmax_cross_entropy": 5,
}
_OPS: Final = 15  # counted in the graph of `softmax_cross_entropy`


@OVERLAY.function(*(_MODULE + name for name in _REDUCTION))
def weighted(call: Call) -> AbstractValue:
    """Give one number in float32, or in the dtype of the logits; a graph keeps its losses to itself."""
    name = call.name.rpartition(".")[2]
    if k.has_symbolic(call.host, *call.arguments.every()):
        return unknown_call(call)
    call.host.tensor_op(call.name, _OPS)
    shape = Shape(()) if call.arguments.is_exact and call.argument(_REDUCTION[name], "reduction").is_bottom else None
    return tensor(_dtype(call, name), UNKNOWN_SHAPE if shape is None else shape)


def _dtype(call: Call, name: str) -> str | None:
    if name == "compute_weighted_loss":
        kept = call.argument(0, "losses")
    elif name.endswith("_cross_entropy"):
        kept = call.argument(1, "logits")
    else:
        return "float32"
    atom = kept.only()
    found = None if atom is None else k.as_tensor(atom)
    return None if found is None else found.dtype
