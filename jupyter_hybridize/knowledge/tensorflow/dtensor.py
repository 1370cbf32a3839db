"""DTensor: tensors laid out over a mesh of devices are tensors, and layouts and meshes are plain objects."""

from __future__ import annotations

from typing import Final

from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.value import NONE, AbstractValue, Array, Scalar, Tensor, scalar, tensor, tuple_of
from jupyter_hybridize.knowledge.host import Arguments, Call
from jupyter_hybridize.knowledge.overlay import Overlay
from jupyter_hybridize.knowledge.structures import every_leaf
from jupyter_hybridize.knowledge.tensorflow.control import as_tensors
from jupyter_hybridize.knowledge.tensorflow.tensors import needs_value
from jupyter_hybridize.knowledge.tensorflow.variables import make_variable

OVERLAY: Final = Overlay()
_PACKAGE: Final = "tensorflow.experimental.dtensor"
LAYOUT: Final = f"{_PACKAGE}.Layout"
MESH: Final = f"{_PACKAGE}.Mesh"
OVERLAY.cls(LAYOUT, MESH)


@OVERLAY.function(LAYOUT, f"{LAYOUT}.replicated", f"{LAYOUT}.batch_sharded", f"{LAYOUT}.inner_sharded")
@OVERLAY.method(LAYOUT, "delete", "to_parted")
@OVERLAY.function(f"{_PACKAGE}.fetch_layout")
def _layout(call: Call) -> AbstractValue:
    return call.host.new_object(LAYOUT)


@OVERLAY.property(LAYOUT, "rank", "size")
@OVERLAY.property(MESH, "size")
@OVERLAY.method(MESH, "dim_size", "num_local_devices", "rank")
def _number(call: Call) -> AbstractValue:
    return scalar("int")


@OVERLAY.property(LAYOUT, "sharding_specs")
@OVERLAY.property(MESH, "dim_names")
def _names(call: Call) -> AbstractValue:
    return call.host.new_list(None, scalar("str"))


@OVERLAY.property(LAYOUT, "shape")
def _sizes(call: Call) -> AbstractValue:
    return tuple_of(rest=scalar("int"), name="tf.TensorShape")


@OVERLAY.method(MESH, "local_device_locations")
def _locations(call: Call) -> AbstractValue:
    return call.host.new_list(None, call.host.new_dict(None, scalar("str"), scalar("int")))


@OVERLAY.property(LAYOUT, "mesh")
@OVERLAY.function(f"{_PACKAGE}.create_mesh", f"{_PACKAGE}.create_distributed_mesh")
def _mesh(call: Call) -> AbstractValue:
    return call.host.new_object(MESH)


@OVERLAY.function(f"{_PACKAGE}.initialize_accelerator_system", f"{_PACKAGE}.shutdown_accelerator_system")
def _system(call: Call) -> AbstractValue:
    call.host.effect(EffectKind.PERFORMS_IO, call.text, reason=call.name)
    return NONE


@OVERLAY.function(f"{_PACKAGE}.call_with_layout")
def _call_with_layout(call: Call) -> AbstractValue:
    given = call.arguments
    keywords = {name: item for name, item in given.keywords.items() if name not in ("fn", "layout")}
    passed = Arguments(given.positional[2:], keywords, given.star, given.double_star)
    return as_tensors(call.host, call.host.call(call.argument(0, "fn"), passed))


@OVERLAY.function(f"{_PACKAGE}.DVariable")
def _variable(call: Call) -> AbstractValue:
    return make_variable(call)


@OVERLAY.function(f"{_PACKAGE}.pack")
def _pack(call: Call) -> AbstractValue:
    """Take the pieces on each device for one tensor: only eagerly."""
    needs_value(call, "exists only eagerly")
    pieces = every_leaf(call.host, call.argument(0, "tensors"))
    kinds = {atom.dtype if isinstance(atom, Tensor | Array) else None for atom in pieces.atoms}
    return tensor(kinds.pop() if len(kinds) == 1 else None)


@OVERLAY.function(f"{_PACKAGE}.unpack")
def _unpack(call: Call) -> AbstractValue:
    needs_value(call, "exists only eagerly")
    kinds = {atom.dtype for atom in call.argument(0, "tensor").each(Tensor)}
    return call.host.new_list(None, tensor(kinds.pop() if len(kinds) == 1 else None))


@OVERLAY.function(f"{_PACKAGE}.relayout", f"{_PACKAGE}.copy_to_mesh", f"{_PACKAGE}.relayout_like")
def _relayout(call: Call) -> AbstractValue:
    call.host.tensor_op("Relayout")
    return as_tensors(call.host, call.argument(0, "tensor"))


@OVERLAY.function(f"{_PACKAGE}.num_local_devices", f"{_PACKAGE}.num_clients", f"{_PACKAGE}.client_id")
def _count(call: Call) -> AbstractValue:
    return scalar("int")


OVERLAY.constants[f"{_PACKAGE}.UNSHARDED"] = AbstractValue(frozenset({Scalar("str", "unsharded")}))
OVERLAY.constants[f"{_PACKAGE}.MATCH"] = AbstractValue(frozenset({Scalar("str", "match")}))
