"""What a running kernel is known to hold, where the code leaves it open: names, and the arguments of calls it made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from jupyter_hybridize.domain.heap import HeapObject
from jupyter_hybridize.domain.value import AbstractValue, Origin, Site
from jupyter_hybridize.interpreter.syntax.last_bindings import LastBindings

KERNEL: Final = "kernel:"  # begins the origins of what only the kernel tells
_NAMES: Mapping[str, AbstractValue] = MappingProxyType({})
_HEAP: Mapping[Site, HeapObject] = MappingProxyType({})
_TOLD: Mapping[Origin, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class RecordedCall:
    """One call that the kernel was seen to make, with the arguments by parameter."""

    arguments: Mapping[str, AbstractValue]


@dataclass(frozen=True, slots=True)
class KernelFacts:
    """What the kernel tells; each value has an origin, and ``told`` says it to people."""

    names: Mapping[str, AbstractValue] = field(default_factory=lambda: _NAMES)
    heap: Mapping[Site, HeapObject] = field(default_factory=lambda: _HEAP)  # of the containers and objects among them
    calls: Mapping[tuple[str, str], tuple[RecordedCall, ...]] = field(default_factory=dict)  # by name and digest
    told: Mapping[Origin, str] = field(default_factory=lambda: _TOLD)
    absent: frozenset[str] = frozenset()  # names that the kernel does not bind
    same: tuple[frozenset[str], ...] = ()  # names that hold one object
    held: frozenset[str] = frozenset()  # every name that it binds, to whatever


@dataclass(frozen=True, slots=True)
class Kernel:
    """The facts, the unit that the kernel runs, and where its names were bound last."""

    facts: KernelFacts
    unit: str
    bindings: LastBindings


def from_kernel(item: AbstractValue) -> frozenset[Origin]:
    """Return the origins that say what *item* owes to the kernel."""
    if not item.origins:
        return item.origins
    return frozenset(origin for origin in item.origins if origin.startswith(KERNEL))
