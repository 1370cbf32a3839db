"""``tf.data.experimental``: functions for ``Dataset.apply``, each what a method of data sets does."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from jupyter_hybridize.domain.value import TOP, AbstractValue, Api, Dataset, Partial, constant, value
from jupyter_hybridize.knowledge.host import Arguments, Call
from jupyter_hybridize.knowledge.overlay import Overlay
from jupyter_hybridize.knowledge.python.arguments import unknown_call

OVERLAY: Final = Overlay()
_EXPERIMENTAL: Final = "tensorflow.data.experimental"
_APPLIED: Final = f"{_EXPERIMENTAL}.applied"
_METHODS: Final = {
    "assert_cardinality": "take",  # it keeps the elements, and so do the next three
    "copy_to_device": "prefetch",
    "prefetch_to_device": "prefetch",
    "shuffle_and_repeat": "shuffle",
    "bucket_by_sequence_length": "bucket_by_sequence_length",
    "dense_to_ragged_batch": "ragged_batch",
    "enumerate_dataset": "enumerate",
    "group_by_window": "group_by_window",
    "ignore_errors": "ignore_errors",
    "parallel_interleave": "interleave",
    "scan": "scan",
    "snapshot": "snapshot",
    "take_while": "take_while",
    "unbatch": "unbatch",
    "unique": "unique",
}


@OVERLAY.function(*(f"{_EXPERIMENTAL}.{name}" for name in _METHODS))
def method(call: Call) -> AbstractValue:
    """Return what calls the method on the data set it gets."""
    return _later(call, _METHODS[call.name.rpartition(".")[2]], call.arguments)


@OVERLAY.function(f"{_EXPERIMENTAL}.map_and_batch")
def map_and_batch(call: Call) -> AbstractValue:
    """Return what maps the data set it gets and cuts it into batches."""
    named = {"batch_size": call.argument(1, "batch_size"), "drop_remainder": call.argument(3, "drop_remainder")}
    given = {name: item for name, item in named.items() if not item.is_bottom}
    return _later(call, "map", replace(call.arguments, positional=(call.argument(0, "map_func"),), keywords=given))


def _later(call: Call, name: str, arguments: Arguments) -> AbstractValue:
    if not arguments.is_exact:
        return unknown_call(call)
    named = tuple(sorted(arguments.keywords.items()))
    return value(Partial(value(Api(_APPLIED)), (constant(name), *arguments.positional), named))


@OVERLAY.function(_APPLIED)
def applied(call: Call) -> AbstractValue:
    """Call the method on the data set, the last argument."""
    name, *given = call.arguments.positional[:-1]
    receiver, named = call.arguments.positional[-1], dict(call.arguments.keywords)
    if not receiver.atoms or not all(isinstance(atom, Dataset) for atom in receiver.atoms):
        return TOP if receiver.is_unknown else unknown_call(call)
    batching = {} if name.constant() != "map" else {key: named.pop(key) for key in tuple(named)}
    made = call.host.call(call.host.attribute(receiver, str(name.constant())), Arguments(tuple(given), named))
    return made if not batching else call.host.call(call.host.attribute(made, "batch"), Arguments((), batching))
