"""The work of the forked child: watches what the function can change, traces it, and describes what came of it."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import astuple
from typing import Any, Final

import tensorflow as tf

from jupyter_hybridize.runtime.isolation.build_seeds import hide_build_seeds
from jupyter_hybridize.runtime.isolation.clock_watch import watch_clocks
from jupyter_hybridize.runtime.isolation.effect_log import EffectLog
from jupyter_hybridize.runtime.isolation.forbidden_actions import ForbiddenAction, forbid
from jupyter_hybridize.runtime.isolation.graph_operations import io_types, operation_types, random_types
from jupyter_hybridize.runtime.isolation.numpy_seeds import numpy_seeds_left_out
from jupyter_hybridize.runtime.isolation.output_watch import watch_output
from jupyter_hybridize.runtime.isolation.state_watch import watch_state
from jupyter_hybridize.runtime.isolation.user_frames import described, user_frames
from jupyter_hybridize.runtime.isolation.zero_variables import ZeroVariables

LONGEST_MESSAGE: Final = 2000  # characters
_DENIALS: Final = ("PermissionDeniedError", "PermissionError")  # what native code makes of the kernel's refusal


def trace_in_child(
    function: Callable[..., object], args: Sequence[Any], kwargs: Mapping[str, Any], folder: str
) -> dict[str, object]:
    """Trace *function* in this process, which is given up afterwards, and return the fields of a TrialTrace."""
    log = EffectLog()
    watch_clocks(log)
    snapshot, is_complete = watch_state(function, args, kwargs)
    hide_build_seeds()
    watch_output(log)
    forbid(folder, log.add)
    variables = ZeroVariables()
    with variables.installed(), numpy_seeds_left_out():
        outcome = _trace(function, args, kwargs)
    snapshot.differences(log)
    return {
        "error": None,
        "reason": "",
        "operations": 0,
        "random_ops": [],
        "io_ops": [],
        **outcome,
        "effects": [astuple(effect) for effect in log.effects],
        "created_variables": variables.created,
        "is_watched": is_complete,
    }


def _trace(function: Callable[..., object], args: Sequence[Any], kwargs: Mapping[str, Any]) -> dict[str, object]:
    try:
        concrete = _hybrid(function).get_concrete_function(*args, **kwargs)
    except ForbiddenAction as action:
        return _prevented(str(action))
    except BaseException as error:  # SystemExit too: it would end the user's kernel
        kind, message = described(error)
        if kind in _DENIALS:
            return _prevented("it would change a file")
        return {"status": "raised", "error": [kind, message[:LONGEST_MESSAGE], user_frames(error)]}
    types = operation_types(concrete.graph)
    return {
        "status": "traced",
        "operations": sum(types.values()),
        "random_ops": random_types(types),
        "io_ops": io_types(types),
    }


def _prevented(action: str) -> dict[str, object]:
    return {"status": "impossible", "reason": f"{action} while it is traced, and was kept from it"}


def _hybrid(function: Any) -> Any:
    """Return *function* as a tf.function that has not been traced yet."""
    tf.config.run_functions_eagerly(False)  # else a helper that is a tf.function would run
    clone = getattr(function, "_clone", None)
    if clone is not None and hasattr(type(function), "python_function"):
        return clone(None)
    with contextlib.suppress(AttributeError):
        function = function.python_function
    return tf.function(function)
