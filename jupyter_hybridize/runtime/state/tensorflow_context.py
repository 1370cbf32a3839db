"""Gives a trial random streams of its own, and puts back TensorFlow's stacks where an interrupt cut through them."""

from __future__ import annotations

import gc
import random
import secrets
from typing import Any  # TensorFlow has no types of its own

import tensorflow as tf
from tensorflow.python import pywrap_tfe
from tensorflow.python.autograph.core import ag_ctx
from tensorflow.python.eager import context
from tensorflow.python.framework import ops

from jupyter_hybridize.runtime.state.snapshot import same_objects

_ABSENT: Any = object()
_THREAD_FIELDS = ("is_eager", "device_name", "device_spec", "scope_name", "invoking_op_callbacks")
_GRAPH_FIELDS = ("_name_stack", "_distribution_strategy_stack", "_colocation_stack", "_control_dependencies_stack")


class ShadowSeeds:
    """The global seed, exchanged for a random one while a trial runs.

    An eager random operation keeps its stream in a kernel that is cached by both of its seeds, and nothing but the
    emptying of the whole cache rewinds it, which restarts every other stream of the notebook. Under a global seed that
    nobody else has, the trial never advances a kernel of the user's.
    """

    def __init__(self) -> None:
        self._context = context.context()
        self._kept = self._read()
        self._seed = secrets.randbelow(2**31 - 2) + 1

    def is_changed(self) -> bool:
        """Return whether the user's seed, or the stream that it feeds, is not the one there was."""
        seed, stream, state = self._kept
        now_seed, now_stream, now_state = self._read()
        return seed is not now_seed or stream is not now_stream or state != now_state

    def exchange(self) -> None:
        """Put the trial's seed in place, at the beginning of its stream."""
        self._context._seed = self._seed
        self._context._rng = random.Random(self._seed)

    def restore(self) -> None:
        """Put the user's seed and stream back."""
        seed, stream, state = self._kept
        self._context._seed = seed
        if stream is not _ABSENT:
            self._context._rng = stream
            if state is not None and stream.getstate() != state:
                stream.setstate(state)
        elif hasattr(self._context, "_rng"):
            del self._context._rng

    def _read(self) -> tuple[Any, Any, Any]:
        stream = getattr(self._context, "_rng", _ABSENT)
        return self._context._seed, stream, stream.getstate() if type(stream) is random.Random else None


class ThreadStacks:
    """What TensorFlow keeps for this thread: eager or graph, the device, the open graphs, names and tapes."""

    def __init__(self) -> None:
        ctx = context.context()
        ctx.ensure_initialized()
        self._thread = ctx._thread_local_data
        self._fields = {name: getattr(self._thread, name) for name in _THREAD_FIELDS}
        self._lists = [(each, list(each)) for each in (*self._stacks(ctx), self._thread.op_callbacks)]
        graph = ops.get_default_graph()
        self._dicts = [(each, dict(each)) for each in (vars(graph._thread_local),)]
        self._graph = graph
        self._graph_fields = {name: getattr(graph, name) for name in _GRAPH_FIELDS if hasattr(graph, name)}
        self._had_tapes = not pywrap_tfe.TFE_Py_TapeSetIsEmpty()

    @staticmethod
    def _stacks(ctx: Any) -> tuple[list[Any], ...]:
        return ops._default_graph_stack.stack, ctx.context_switches.stack, ag_ctx._control_ctx()

    def restore(self) -> None:
        """Put everything back that differs."""
        for name, item in self._fields.items():
            if getattr(self._thread, name) != item:
                setattr(self._thread, name, item)
        for stack, items in self._lists:
            if len(stack) != len(items) or not same_objects(stack, items):
                stack[:] = items
        for found, kept in self._dicts:
            if found.keys() != kept.keys() or any(found[key] is not kept[key] for key in kept):
                found.clear()
                found.update(kept)
        for name, item in self._graph_fields.items():
            setattr(self._graph, name, item)
        if not self._had_tapes and not pywrap_tfe.TFE_Py_TapeSetIsEmpty():
            _stop_tapes()


def _stop_tapes() -> None:
    for each in gc.get_objects():
        if type(each) is tf.GradientTape and each._recording:
            each._pop_tape()
