"""The ways of running one function: as it is written, as a graph, and compiled."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import tensorflow as tf

from jupyter_hybridize.runtime.measurement.input_signature import Signature

VARIANTS = ("eager", "graph", "xla")


def python_function(function: Callable[..., object]) -> Callable[..., object]:
    """Return what a ``tf.function`` was made of, and any other function itself."""
    found: Callable[..., object] = getattr(function, "python_function", function)
    return found


def is_graph(function: object) -> bool:
    """Return whether *function* is a ``tf.function`` already."""
    return hasattr(function, "python_function") and hasattr(function, "get_concrete_function")


def is_compiled(function: object) -> bool:
    """Return whether *function* is a ``tf.function`` with ``jit_compile=True``."""
    return is_graph(function) and bool(getattr(function, "_jit_compile", False))


def as_graph(function: Callable[..., object], variant: str, signature: Signature | None) -> Any:
    """Return a new ``tf.function`` of *function*, which has not been traced.

    One that the user made is copied with its options and not used itself: a trace of it would stay when everything
    that this trace captured is gone.
    """
    plain = python_function(function)
    jit_compile = True if variant == "xla" else None
    if not is_graph(function):
        return tf.function(plain, input_signature=signature, jit_compile=jit_compile)
    options = {"input_signature": getattr(function, "input_signature", None) or signature}
    options |= {name: getattr(function, f"_{name}", None) for name in ("autograph", "reduce_retracing")}
    return tf.function(plain, jit_compile=jit_compile or getattr(function, "_jit_compile", None), **options)
