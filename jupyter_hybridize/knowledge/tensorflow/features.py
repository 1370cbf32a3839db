"""The descriptions of what a ``tf.train.Example`` holds: ``tf.io.FixedLenFeature`` and its kin."""

from __future__ import annotations

from typing import Final

from jupyter_hybridize.domain.value import NONE, TOP, AbstractValue
from jupyter_hybridize.knowledge.host import Call
from jupyter_hybridize.knowledge.overlay import Overlay, Transfer

OVERLAY: Final = Overlay()
_FIELDS: Final = {
    "tensorflow.io.FixedLenFeature": "shape dtype default_value",
    "tensorflow.io.FixedLenSequenceFeature": "shape dtype allow_missing default_value",
    "tensorflow.io.VarLenFeature": "dtype",
    "tensorflow.io.RaggedFeature": "dtype value_key partitions row_splits_dtype validate",
    "tensorflow.io.SparseFeature": "index_key value_key dtype size already_sorted",
}


def _described(fields: str) -> Transfer:
    """Return the transfer function of a class of descriptions, whose options are named *fields*."""

    def transfer(call: Call) -> AbstractValue:
        if not call.arguments.is_exact:
            return call.host.new_object(call.name, dict.fromkeys(fields.split(), TOP))
        given = {name: call.argument(at, name) for at, name in enumerate(fields.split())}
        return call.host.new_object(call.name, {name: NONE if item.is_bottom else item for name, item in given.items()})

    return transfer


OVERLAY.cls(*_FIELDS)
for _name, _fields in _FIELDS.items():
    OVERLAY.function(_name)(_described(_fields))
