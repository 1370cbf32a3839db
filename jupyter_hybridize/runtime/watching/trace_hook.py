"""The one place where TensorFlow's tracing is observed: its own callbacks for new graphs, never the path of a call.

TensorFlow calls each entry of ``CONCRETE_FUNCTION_CALLBACKS`` once for each graph that tracing has built. A call that
finds its graph among the existing ones never comes there, so watching costs it nothing; and since no frame of ours is
on the stack while the user's function is traced, an error in it has the traceback it would have had.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import FrameType
from typing import Any

BUILDER = "_create_concrete_function"  # the frames of TensorFlow that hold what a callback is not told
DEFINER = "_maybe_define_function"
FRAMES = 40  # from the callback out to the tf.function object; 4 to 7 were seen


class CannotWatchError(Exception):
    """This TensorFlow cannot be watched; the message says why, in one sentence."""


@dataclass(frozen=True, slots=True)
class Traced:
    """One new trace, before it is stored among the others; lives no longer than the observer's call."""

    function: Any  # the tf.function object
    function_type: Any  # the types of the arguments
    context: Any  # what else TensorFlow keeps traces apart by
    earlier: tuple[tuple[Any, Any], ...]  # (context, function type) of the traces this object had before
    caller: FrameType | None  # the frame that called the tf.function object


class TraceHook:
    """Tells one observer of every trace of a ``tf.function`` between :meth:`install` and :meth:`remove`."""

    def __init__(self, observer: Callable[[Traced], None]) -> None:
        self._observer = observer
        self._callbacks: list[Callable[[Any], None]] | None = None

    def install(self) -> None:
        """Begin; raises :class:`CannotWatchError` where TensorFlow is not built as expected."""
        if self._callbacks is None:
            callbacks = _callbacks_of_tensorflow()
            callbacks.append(self._on_graph)
            self._callbacks = callbacks

    def remove(self) -> None:
        """End; harmless where :meth:`install` was not called."""
        callbacks, self._callbacks = self._callbacks, None
        if callbacks is not None and self._on_graph in callbacks:
            callbacks.remove(self._on_graph)

    def _on_graph(self, concrete: Any) -> None:
        """Receive a new graph; whatever goes wrong in here must not reach the user's call."""
        try:
            traced = _traced(concrete, sys._getframe(1))
            if traced is not None:
                self._observer(traced)
        except Exception:  # an observer that fails loses one observation, and nothing of the user's
            return


def _callbacks_of_tensorflow() -> list[Callable[[Any], None]]:
    """Return TensorFlow's list of callbacks, having looked whether all that is read elsewhere is there."""
    try:
        import tensorflow as tf
        from tensorflow.python.eager.polymorphic_function import tracing_compilation as compilation
        from tensorflow.python.eager.polymorphic_function.transform import CONCRETE_FUNCTION_CALLBACKS as CALLBACKS

        untraced = tf.function(_do_nothing)
        found = (
            isinstance(CALLBACKS, list)
            and list(untraced._function_cache._primary) == []
            and "tracing_options" in getattr(compilation, BUILDER).__code__.co_varnames
            and "current_func_context" in getattr(compilation, DEFINER).__code__.co_varnames
        )
    except (ImportError, AttributeError) as error:
        raise CannotWatchError(f"traces cannot be watched: {_version()} ({type(error).__name__}: {error})") from error
    if not found:
        raise CannotWatchError(f"traces cannot be watched: {_version()}")
    callbacks: list[Callable[[Any], None]] = CALLBACKS
    return callbacks


def _do_nothing() -> None:
    """Be a function that is never traced."""


def _version() -> str:
    tensorflow = sys.modules.get("tensorflow")
    if tensorflow is None:
        return "TensorFlow could not be imported"
    return f"TensorFlow {getattr(tensorflow, '__version__', '?')} is built otherwise than the versions known"


def _traced(concrete: Any, frame: FrameType | None) -> Traced | None:
    """Return what TensorFlow's frames tell of the trace, or None for one that no ``tf.function`` object asked for."""
    frames = list(_outwards(frame))
    builder = _local(frames, BUILDER, "tracing_options")
    context = _local(frames, DEFINER, "current_func_context")
    cache = getattr(builder, "function_cache", None)
    owners = [index for index, outer in enumerate(frames) if _owns(outer, cache)]
    if cache is None or not owners:
        return None
    function = frames[owners[0]].f_locals["self"]
    return Traced(
        function, concrete.function_type, context, tuple(cache._primary), _first_outside(frames[owners[-1] + 1 :])
    )


def _outwards(frame: FrameType | None) -> Iterator[FrameType]:
    for _ in range(FRAMES):
        if frame is None:
            return
        yield frame
        frame = frame.f_back


def _local(frames: list[FrameType], function: str, name: str) -> Any:
    frame = next((frame for frame in frames if frame.f_code.co_name == function), None)
    return None if frame is None else frame.f_locals.get(name)


def _owns(frame: FrameType, cache: object) -> bool:
    if not frame.f_code.co_filename.endswith("polymorphic_function.py"):
        return False
    return getattr(frame.f_locals.get("self"), "_function_cache", None) is cache


def _first_outside(frames: list[FrameType]) -> FrameType | None:
    """Return the first frame that is not TensorFlow's filter of tracebacks."""
    return next((frame for frame in frames if not frame.f_code.co_filename.endswith("traceback_utils.py")), None)
