"""``model.variables`` of a model that is known layer by layer: without random state, its variables are floats."""

from __future__ import annotations

import re
from typing import Final

from jupyter_hybridize.domain.value import AbstractValue, Instance
from jupyter_hybridize.knowledge.host import Call
from jupyter_hybridize.knowledge.keras import values as k
from jupyter_hybridize.knowledge.keras.layer_classes import KINDS
from jupyter_hybridize.knowledge.keras.layers import variables, variables_of
from jupyter_hybridize.knowledge.keras.models import SEQUENTIAL, STEPS
from jupyter_hybridize.knowledge.keras.policies import is_mixed
from jupyter_hybridize.knowledge.overlay import Overlay

OVERLAY: Final = Overlay()
_LAYERS: Final = "keras.layers."
_OF_FLOATS: Final = re.compile(r"Dense|EinsumDense|Embedding|PReLU|\w*Conv\dD\w*|(Batch|Layer|Group|RMS)Normalization")


@OVERLAY.property(SEQUENTIAL, "variables")
def sequential_variables(call: Call) -> AbstractValue:
    """Return the variables; those of layers that draw numbers or count are no floats."""
    if is_mixed(call.host) or not _holds_floats(call, call.receiver):
        return variables(call)
    return variables_of(call, trainable=False)


def _holds_floats(call: Call, item: AbstractValue) -> bool:
    """Return whether every variable of the layers *item* is a float32."""
    found = list(k.leaves(call.host, item))
    return bool(found) and all(isinstance(atom, Instance) and _is_of_floats(call, atom) for atom in found)


def _is_of_floats(call: Call, layer: Instance) -> bool:
    held = call.host.load(layer.site).attributes
    if layer.cls == SEQUENTIAL:
        steps = held.get(STEPS)
        return steps is not None and _holds_floats(call, steps)
    name = layer.cls.removeprefix(_LAYERS)
    kind = KINDS.get(name) if layer.cls.startswith(_LAYERS) else None
    is_plain = kind is not None and (not kind.state or _OF_FLOATS.fullmatch(name) is not None)
    return is_plain and k.Config(call.host, layer).dtype == "float32"
