"""Traces a function in a forked child, as tf.function would, and tells what its Python did meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from jupyter_hybridize.runtime.isolation.effect_log import Effect
from jupyter_hybridize.runtime.isolation.isolated import Ending, Isolated, Limits, run_isolated
from jupyter_hybridize.runtime.isolation.user_frames import Frame

TRACED: Final = "traced"
RAISED: Final = "raised"
HUNG: Final = "hung"
CRASHED: Final = "crashed"
IMPOSSIBLE: Final = "impossible"


@dataclass(frozen=True, slots=True)
class TracedError:
    """What tracing raised, told of the user's code."""

    type: str  # the class's name
    message: str  # without the stack that AutoGraph writes into it
    frames: tuple[Frame, ...]  # of the user's code, outermost first; the lines are those the user wrote


@dataclass(frozen=True, slots=True)
class TrialTrace:
    """What came of tracing a function; nothing of it was executed, and this process is as it was.

    A function that creates variables was traced twice, as its first call would.
    """

    status: str  # "traced" "raised" "hung" "crashed" "impossible"
    error: TracedError | None = None  # if it raised
    effects: tuple[Effect, ...] = ()  # up to the error, if it raised; known also when an effect had to be prevented
    created_variables: int = 0
    operations: int = 0  # in the graph and the functions it calls
    random_ops: tuple[str, ...] = ()  # types of operations with hidden random state
    io_ops: tuple[str, ...] = ()  # types of operations that touch files, run Python or take from an iterator
    reason: str = ""  # a clause, unless traced or raised
    is_watched: bool = True  # False: the function reaches more state than was watched
    seconds: float = 0.0


def trial_trace(
    function: Callable[..., object],
    args: Sequence[object] = (),
    kwargs: Mapping[str, object] | None = None,
    *,
    timeout: float = 20.0,
    watched: int | None = None,
) -> TrialTrace:
    """Trace *function* for these arguments in isolation; *timeout* is in seconds.

    It is given up as soon as there is something to read on the descriptor *watched*.
    A tf.function is traced anew, with its own options. No exception of the function's is raised here.
    """
    from jupyter_hybridize.runtime.isolation.traced_child import trace_in_child  # loaded before the fork

    def work(folder: str) -> object:
        return trace_in_child(function, args, kwargs or {}, folder)

    return _read(run_isolated(work, Limits(timeout, watched=watched)))


def _read(isolated: Isolated) -> TrialTrace:
    statuses = {Ending.HUNG: HUNG, Ending.CRASHED: CRASHED}
    if isolated.ending is not Ending.ANSWERED or not isinstance(isolated.answer, dict):
        status = statuses.get(isolated.ending, IMPOSSIBLE)
        return TrialTrace(status, reason=isolated.reason, seconds=isolated.seconds)
    answer: dict[str, Any] = isolated.answer
    error = answer["error"]
    return TrialTrace(
        status=answer["status"],
        error=error and _error(*error),
        effects=tuple(Effect(kind, detail, _frame(place)) for kind, detail, place in answer["effects"]),
        created_variables=answer["created_variables"],
        operations=answer["operations"],
        random_ops=tuple(answer["random_ops"]),
        io_ops=tuple(answer["io_ops"]),
        reason=answer["reason"],
        is_watched=answer["is_watched"],
        seconds=isolated.seconds,
    )


def _error(kind: str, message: str, frames: list[list[Any]]) -> TracedError:
    return TracedError(kind, message, tuple((file, line, function) for file, line, function in frames))


def _frame(place: list[Any] | None) -> Frame | None:
    return None if place is None else (place[0], place[1], place[2])
