"""What asks for or changes the state of the whole program: the mode, switches, devices."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.heap import HeapObject
from jupyter_hybridize.domain.shape import UNKNOWN_SHAPE
from jupyter_hybridize.domain.value import (
    NONE,
    AbstractValue,
    Array,
    Atom,
    Constant,
    Container,
    Form,
    Instance,
    Scalar,
    Tensor,
    Unknown,
    constant,
    join_all,
    scalar,
    value,
)
from jupyter_hybridize.knowledge.host import Call
from jupyter_hybridize.knowledge.keras.policies import MIXED, POLICY, policy_names
from jupyter_hybridize.knowledge.overlay import Overlay

OVERLAY: Final = Overlay()
_SWITCHES: Final = (
    "tensorflow.config.run_functions_eagerly",
    "tensorflow.config.experimental_run_functions_eagerly",
    "tensorflow.data.experimental.enable_debug_mode",
    "tensorflow.config.optimizer.set_jit",
    "tensorflow.config.experimental.enable_op_determinism",
    "tensorflow.experimental.numpy.experimental_enable_numpy_behavior",
    "tensorflow.compat.v1.disable_eager_execution",
    "tensorflow.compat.v1.disable_v2_behavior",
    "tensorflow.compat.v1.disable_v2_tensorshape",
    "tensorflow.compat.v1.disable_tensor_equality",
    "tensorflow.compat.v1.disable_control_flow_v2",
    "tensorflow.compat.v1.disable_resource_variables",
    "tensorflow.debugging.enable_check_numerics",
    "keras.config.set_epsilon",
    "keras.backend.set_epsilon",
    "keras.config.set_image_data_format",
    "keras.backend.set_image_data_format",
    "keras.config.set_floatx",
    "keras.backend.set_floatx",
    "keras.config.set_dtype_policy",
    "keras.mixed_precision.set_dtype_policy",
    "keras.mixed_precision.set_global_policy",
)
_SWITCHED_OFF_BY_FALSE: Final = ("run_functions_eagerly", "experimental_run_functions_eagerly", "set_jit")


_DEFAULTS: Final = ("float32", "channels_last", 1e-7)  # which change nothing
_POLICY_SETTERS: Final = ("set_dtype_policy", "set_global_policy")


def _is_mixed(call: Call) -> bool:
    """Return whether layers are told to compute in half precision, while their variables stay float32."""
    given = call.argument(0, "dtype_policy", "policy")
    names = (
        {given.constant()} if not given.has(Instance) else {name.constant() for name in policy_names(call.host, given)}
    )
    return bool(names) and names <= {"mixed_float16", "mixed_bfloat16"}


@OVERLAY.function(*_SWITCHES)
def _switch(call: Call) -> AbstractValue:
    name = call.name.rpartition(".")[2]
    if name in _SWITCHED_OFF_BY_FALSE and call.argument(0, "run_eagerly", "enabled").constant() in (False, None):
        call.host.effect(EffectKind.UNKNOWN_CALL, call.text, answer=Answer.UNKNOWN, reason=f"switch-off:{name}")
        return NONE
    if name.startswith("set_") and call.argument(0, "value", "policy", "data_format").constant() in _DEFAULTS:
        return NONE
    if name in _POLICY_SETTERS and not call.host.mode.is_traced and _is_mixed(call):
        call.host.store(POLICY, HeapObject({MIXED: constant(True)}), call.text, "new")
        return NONE
    call.host.effect(EffectKind.UNKNOWN_CALL, call.text, answer=Answer.UNKNOWN, reason=f"switch:{name}")
    return NONE


@OVERLAY.function(
    "tensorflow.compat.v1.enable_eager_execution", "tensorflow.compat.v1.enable_v2_behavior",
    "tensorflow.compat.v2.enable_v2_behavior", "tensorflow.compat.v1.enable_tensor_equality",
    "tensorflow.compat.v1.enable_v2_tensorshape", "tensorflow.compat.v1.enable_resource_variables",
    "tensorflow.compat.v1.enable_control_flow_v2",
)  # fmt: skip
def _default_already(call: Call) -> AbstractValue:
    return NONE


@OVERLAY.function("tensorflow.executing_eagerly", "tensorflow.inside_function")
def _executing_eagerly(call: Call) -> AbstractValue:
    is_traced = call.host.mode.is_traced
    if is_traced:
        call.host.effect(EffectKind.ASKS_MODE, call.text, reason=call.name)
    return constant(is_traced is call.name.endswith("inside_function"))


@OVERLAY.function("tensorflow.is_symbolic_tensor")
def _is_symbolic(call: Call) -> AbstractValue:
    if call.host.mode.is_traced:
        call.host.effect(EffectKind.ASKS_MODE, call.text, reason=call.name)
    return scalar("bool") if call.host.mode.is_traced else constant(False)


@OVERLAY.function("tensorflow.is_tensor")
def _is_tensor(call: Call) -> AbstractValue:
    answers = {_tensor_like(atom) for atom in call.argument(0, "x").atoms}
    if not call.host.mode.is_traced and call.argument(0, "x").has(Array):
        detail = "an array argument is a tensor when traced"
        call.host.effect(EffectKind.ASKS_MODE, call.text, answer=Answer.UNKNOWN, detail=detail, reason=call.name)
    known = answers.pop() if len(answers) == 1 else None
    return scalar("bool") if known is None else constant(known)


def _tensor_like(atom: Atom) -> bool | None:
    match atom:
        case Tensor(form=Form.KERAS_SYMBOLIC):
            return None
        case Tensor():
            return True
        case Scalar() | Array():
            return False
        case Unknown():
            return None
    return None


@OVERLAY.function("tensorflow.get_static_value")
def _static_value(call: Call) -> AbstractValue:
    if call.host.mode.is_traced:
        call.host.effect(EffectKind.ASKS_MODE, call.text, reason=call.name)
    arrays = [Array(atom.dtype, atom.shape) for atom in call.argument(0, "tensor").each(Tensor)]
    return join_all([NONE, *(value(each) for each in arrays), value(Array(None, UNKNOWN_SHAPE))])


@OVERLAY.function(
    "tensorflow.config.list_physical_devices", "tensorflow.config.list_logical_devices",
    "tensorflow.config.experimental.list_physical_devices", "tensorflow.config.experimental.list_logical_devices",
    "tensorflow.config.get_visible_devices",
)  # fmt: skip
def _devices(call: Call) -> AbstractValue:
    return call.host.new_list(None, call.host.new_object("tensorflow.config.PhysicalDevice", {"name": scalar("str")}))


OVERLAY.cls("tensorflow.config.PhysicalDevice")


@OVERLAY.property("tensorflow.config.PhysicalDevice", "name", "device_type")
def _device_name(call: Call) -> AbstractValue:
    return scalar("str")


@OVERLAY.function(
    "tensorflow.config.set_visible_devices", "tensorflow.config.set_soft_device_placement",
    "tensorflow.config.set_logical_device_configuration", "tensorflow.config.experimental_connect_to_cluster",
    "tensorflow.config.experimental.set_memory_growth",
    "tensorflow.config.experimental.set_virtual_device_configuration",
    "tensorflow.config.threading.set_inter_op_parallelism_threads",
    "tensorflow.config.threading.set_intra_op_parallelism_threads", "tensorflow.debugging.set_log_device_placement",
    "tensorflow.tpu.experimental.initialize_tpu_system", "tensorflow.compat.v1.logging.set_verbosity",
    "tensorflow.profiler.experimental.start", "tensorflow.profiler.experimental.stop",
)  # fmt: skip
def _configure(call: Call) -> AbstractValue:
    call.host.effect(EffectKind.PERFORMS_IO, call.text, reason="configuration")
    return NONE


_CHANGING_OPTIONS: Final = (
    *("debug_stripper", "auto_mixed_precision", "auto_mixed_precision_cpu", "auto_mixed_precision_mkl"),
    "auto_mixed_precision_onednn_bfloat16",
)  # the first leaves out what checks or prints, the others round


@OVERLAY.function("tensorflow.config.optimizer.set_experimental_options")
def _optimize(call: Call) -> AbstractValue:
    """Graphs alone are optimized: an option that is to change more than their speed makes them differ."""
    entries = _known_entries(call, call.argument(0, "options"))
    may_change = entries is None or any(
        entries[name].constant() is not False for name in _CHANGING_OPTIONS if name in entries
    )
    if not may_change:
        return _configure(call)
    reason = f"switch:{call.name.rpartition('.')[2]}"
    call.host.effect(EffectKind.UNKNOWN_CALL, call.text, answer=Answer.UNKNOWN, reason=reason)
    return NONE


def _known_entries(call: Call, given: AbstractValue) -> Mapping[Constant, AbstractValue] | None:
    match given.only():
        case Container(type="dict", site=site):
            content = call.host.load(site)
            return None if content.is_open else content.entries
    return None


@OVERLAY.function("tensorflow.test.gpu_device_name")
def _device_text(call: Call) -> AbstractValue:
    return scalar("str")


@OVERLAY.function("tensorflow.test.is_gpu_available", "tensorflow.test.is_built_with_cuda")
def _has_device(call: Call) -> AbstractValue:
    return scalar("bool")


OVERLAY.cls("tensorflow.config.LogicalDeviceConfiguration")
