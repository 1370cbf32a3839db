"""Keras' settings of one thread, carried to another: Keras keeps its dtype policy, seeds and names by thread."""

from __future__ import annotations

import sys
from collections.abc import Callable

_MODULE = "keras.src.backend.common.global_state"
_TRACKERS = ("GLOBAL_STATE_TRACKER", "GLOBAL_SETTINGS_TRACKER")


def capture_thread_state() -> Callable[[], None]:
    """Return what gives another thread, when called there, the settings that this one has.

    The objects are shared, not copied: a trial there draws from the same seeds, and what puts them back puts them back
    for both. Does nothing where Keras is not imported.
    """
    module = sys.modules.get(_MODULE)
    trackers = [tracker for name in _TRACKERS if (tracker := getattr(module, name, None)) is not None]
    held = [(tracker, dict(vars(tracker))) for tracker in trackers]

    def assume() -> None:
        for tracker, values in held:
            vars(tracker).update(values)

    return assume
