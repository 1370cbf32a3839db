"""``tf.distribute``: a strategy runs a function on each replica, in the mode it is called in."""

from __future__ import annotations

from typing import Final

from jupyter_hybridize.domain.shape import Shape
from jupyter_hybridize.domain.value import (
    BOTTOM,
    NONE,
    TOP,
    AbstractValue,
    Atom,
    Container,
    Dataset,
    Tensor,
    scalar,
    tensor,
    tuple_of,
    value,
)
from jupyter_hybridize.knowledge.host import Arguments, Call
from jupyter_hybridize.knowledge.names import canonical
from jupyter_hybridize.knowledge.overlay import Overlay
from jupyter_hybridize.knowledge.structures import map_structure
from jupyter_hybridize.knowledge.tensorflow.contexts import context
from jupyter_hybridize.knowledge.tensorflow.control import as_tensor

OVERLAY: Final = Overlay()
STRATEGY: Final = "tensorflow.distribute.Strategy"
CONTEXT: Final = "tensorflow.distribute.ReplicaContext"
_STRATEGIES: Final = tuple(
    f"tensorflow.distribute.{name}"
    for name in (
        "MirroredStrategy", "OneDeviceStrategy", "MultiWorkerMirroredStrategy", "TPUStrategy",
        "ParameterServerStrategy", "experimental.CentralStorageStrategy", "experimental.TPUStrategy",
    )
)  # fmt: skip
OVERLAY.cls(STRATEGY, CONTEXT)
OVERLAY.cls(*_STRATEGIES, bases=(STRATEGY,))


@OVERLAY.function(*_STRATEGIES)
def _make(call: Call) -> AbstractValue:
    return call.host.new_object(canonical(call.name))


@OVERLAY.function("tensorflow.distribute.get_strategy")
def _get_strategy(call: Call) -> AbstractValue:
    return call.host.new_object(STRATEGY)


@OVERLAY.function("tensorflow.distribute.get_replica_context")
def _get_replica_context(call: Call) -> AbstractValue:
    return call.host.new_object(CONTEXT)


@OVERLAY.function("tensorflow.distribute.has_strategy", "tensorflow.distribute.in_cross_replica_context")
def _question(call: Call) -> AbstractValue:
    return scalar("bool")


@OVERLAY.method(STRATEGY, "scope")
def _scope(call: Call) -> AbstractValue:
    return context(call.host, NONE)


@OVERLAY.method(STRATEGY, "run", "experimental_run_v2")
def _run(call: Call) -> AbstractValue:
    given = call.argument(1, "args")
    items = () if given.is_bottom or given == NONE else call.host.items(given)
    keywords = _keywords(call)
    star = TOP if items is None else BOTTOM
    double_star = TOP if keywords is None else BOTTOM
    passed = Arguments(items or (), keywords or {}, star, double_star)
    return call.host.call(call.argument(0, "fn"), passed, call.host.mode)


def _keywords(call: Call) -> dict[str, AbstractValue] | None:
    given = call.argument(2, "kwargs")
    if given.is_bottom or given == NONE:
        return {}
    atom = given.only()
    held = call.host.load(atom.site) if isinstance(atom, Container) else None
    if held is None or held.entries is None:
        return None
    return {str(key): item for key, item in held.entries.items()}


@OVERLAY.method(STRATEGY, "reduce")
def _reduce(call: Call) -> AbstractValue:
    call.host.tensor_op("Reduce")
    axis = call.argument(2, "axis")
    if axis == NONE or axis.is_bottom:
        return map_structure(call.host, lambda atom: as_tensor(call.host, atom), call.argument(1, "value"))

    def reduced(atom: Atom) -> AbstractValue:
        position = axis.constant()
        if not isinstance(atom, Tensor) or not isinstance(position, int):
            return tensor()
        return tensor(atom.dtype, atom.shape.without([position]) if atom.shape.dims else Shape(None))

    return map_structure(call.host, reduced, call.argument(1, "value"))


@OVERLAY.method(STRATEGY, "experimental_distribute_dataset")
def _distribute(call: Call) -> AbstractValue:
    return call.argument(0, "dataset")


@OVERLAY.method(STRATEGY, "distribute_datasets_from_function", "experimental_distribute_datasets_from_function")
def _distribute_from_function(call: Call) -> AbstractValue:
    return call.host.call(call.argument(0, "dataset_fn"), Arguments((TOP,)))


@OVERLAY.method(STRATEGY, "experimental_local_results", "gather")
def _local_results(call: Call) -> AbstractValue:
    if call.name.endswith("gather"):
        return map_structure(call.host, _opened, call.argument(0, "value"))
    return tuple_of(rest=call.argument(0, "value"))


def _opened(atom: Atom) -> AbstractValue:
    return tensor(atom.dtype, atom.shape.opened()) if isinstance(atom, Tensor) else value(atom)


@OVERLAY.property(STRATEGY, "num_replicas_in_sync")
@OVERLAY.property(CONTEXT, "num_replicas_in_sync")
def _replicas(call: Call) -> AbstractValue:
    return scalar("int")


@OVERLAY.property(STRATEGY, "cluster_resolver")
def _resolver(call: Call) -> AbstractValue:
    return TOP


@OVERLAY.method(CONTEXT, "merge_call")
def _merge_call(call: Call) -> AbstractValue:
    items = call.host.items(call.argument(1, "args"))
    strategy = call.host.new_object(STRATEGY)
    star = TOP if items is None else BOTTOM
    passed = Arguments((strategy, *(items or ())), star=star)
    return call.host.call(call.argument(0, "merge_fn"), passed, call.host.mode)


@OVERLAY.method(CONTEXT, "all_reduce", "all_gather")
def _all_reduce(call: Call) -> AbstractValue:
    call.host.tensor_op("CollectiveReduce")
    return map_structure(call.host, lambda atom: as_tensor(call.host, atom), call.argument(1, "value"))


# parameter servers: a coordinator hands calls to workers

COORDINATOR: Final = "tensorflow.distribute.coordinator.ClusterCoordinator"
REMOTE: Final = "tensorflow.distribute.coordinator.RemoteValue"
OVERLAY.cls(COORDINATOR, REMOTE)


@OVERLAY.function(COORDINATOR, "tensorflow.distribute.experimental.coordinator.ClusterCoordinator")
def _coordinator(call: Call) -> AbstractValue:
    return call.host.new_object(COORDINATOR, {"strategy": call.argument(0, "strategy")})


@OVERLAY.method(COORDINATOR, "create_per_worker_dataset")
def _per_worker(call: Call) -> AbstractValue:
    given = call.argument(0, "dataset_fn")
    return given if given.has(Dataset) else call.host.call(given, Arguments())


@OVERLAY.method(COORDINATOR, "schedule")
def _schedule(call: Call) -> AbstractValue:
    return call.host.new_object(REMOTE, {"held": _run(call)})


@OVERLAY.method(COORDINATOR, "join")
def _join(call: Call) -> AbstractValue:
    return NONE


@OVERLAY.method(COORDINATOR, "done")
def _is_done(call: Call) -> AbstractValue:
    return scalar("bool")


@OVERLAY.method(REMOTE, "get")
def _get(call: Call) -> AbstractValue:
    return call.host.attribute(call.receiver, "held")


@OVERLAY.method(COORDINATOR, "fetch")
@OVERLAY.method(REMOTE, "fetch")
def _fetch(call: Call) -> AbstractValue:
    return TOP
