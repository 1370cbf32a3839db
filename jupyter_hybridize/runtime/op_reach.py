"""Finds the ops that a function of TensorFlow may run, by following the names in its bytecode."""

from __future__ import annotations

import dis
import inspect
import re
import types
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

_GENERATED = re.compile(r"(^|\.)gen_\w+$")
_DEEPEST = 8
# What runs below these decides nothing about what a function does: conversion, devices, tracing.
_PLUMBING = tuple(
    f"tensorflow.python.{name}"
    for name in (
        "framework.", "util", "eager", "ops.resource_variable", "saved", "trackable", "distribute", "client",
        "platform", "autograph", "types", "data",
    )
)  # fmt: skip


@dataclass
class Reach:
    """The walk over the call graph of TensorFlow's own Python code; ``op_types`` maps snake case to op types."""

    op_types: Mapping[str, str]
    _known: dict[object, frozenset[str]] = field(default_factory=dict)

    def ops(self, function: object) -> frozenset[str]:
        """Return the types of the ops that *function* may run."""
        return self._ops(inspect.unwrap(function) if callable(function) else function, ())

    def _ops(self, function: object, above: tuple[object, ...]) -> frozenset[str]:
        if not isinstance(function, types.FunctionType) or function in above or len(above) > _DEEPEST:
            return frozenset()
        if function not in self._known:
            self._known[function] = self._fresh(function, above)
        return self._known[function]

    def _fresh(self, function: types.FunctionType, above: tuple[object, ...]) -> frozenset[str]:
        module = function.__module__ or ""
        if _GENERATED.search(module):
            name = function.__name__.strip("_")
            return frozenset(filter(None, [self.op_types.get(name) or self.op_types.get(name.replace("_", ""))]))
        if module.startswith(_PLUMBING):
            return frozenset()
        found = (self._ops(inspect.unwrap(each), (*above, function)) for each in _called(function, function.__code__))
        return frozenset().union(*found)


def op_types(names: Iterator[str]) -> dict[str, str]:
    """Return the op types by the names that generated functions have for them."""
    found: dict[str, str] = {}
    for name in sorted(names):
        split = re.sub(r"([a-z0-9])([A-Z])", r"\1_\2", re.sub(r"(.)([A-Z][a-z]+)", r"\1_\2", name)).lower()
        found.setdefault(split, name)
        found.setdefault(name.lower(), name)
    return found


def _called(function: types.FunctionType, code: types.CodeType) -> Iterator[Callable[..., object]]:
    """Yield the functions that the names in *code* lead to."""
    owner: object = None
    for step in dis.get_instructions(code):
        if step.opname in ("LOAD_GLOBAL", "LOAD_NAME"):
            owner = function.__globals__.get(step.argval)
        elif step.opname in ("LOAD_ATTR", "LOAD_METHOD") and isinstance(owner, types.ModuleType):
            owner = getattr(owner, step.argval, None)
        else:
            owner = None
        if callable(owner) and not inspect.isclass(owner):
            yield owner
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            yield from _called(function, constant)
