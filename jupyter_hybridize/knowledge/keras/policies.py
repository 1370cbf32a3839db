"""Keras' dtype policies: what layers compute in, and what their variables are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from jupyter_hybridize.domain.value import TOP, AbstractValue, Instance, constant, scalar
from jupyter_hybridize.knowledge.host import Call, Host
from jupyter_hybridize.knowledge.overlay import Overlay

OVERLAY = Overlay()
POLICY: Final = "keras.config.dtype_policy"  # where the heap holds that the program sets one that is mixed
MIXED: Final = "mixed"
_CLASS: Final = "keras.DTypePolicy"
_NAME: Final = "config.name"  # under a name that no program can use
_COMPUTED: Final = {"mixed_float16": "float16", "mixed_bfloat16": "bfloat16"}

OVERLAY.cls(_CLASS)


def is_mixed(host: Host) -> bool:
    """Return whether layers may compute in half precision: once they do, what was made under which policy is open."""
    return MIXED in host.load(POLICY).attributes


def policy_names(host: Host, policy: AbstractValue) -> Iterator[AbstractValue]:
    """Yield the name of each policy that *policy* may be."""
    for instance in policy.each(Instance):
        yield host.load(instance.site).attributes.get(_NAME, TOP)


@OVERLAY.function(_CLASS)
def make(call: Call) -> AbstractValue:
    """Keep the name."""
    return call.host.new_object(_CLASS, {_NAME: call.argument(0, "name")})


@OVERLAY.property(_CLASS, "name", "compute_dtype", "variable_dtype")
def dtype(call: Call) -> AbstractValue:
    """Return the name of the policy or of a dtype."""
    names = {name.constant() for name in policy_names(call.host, call.receiver)}
    known = names.pop() if len(names) == 1 else None
    if not isinstance(known, str):
        return scalar("str")
    if call.name == "name":
        return constant(known)
    computed = _COMPUTED.get(known)
    if computed is None:
        return constant(known)
    return constant(computed if call.name == "compute_dtype" else "float32")
