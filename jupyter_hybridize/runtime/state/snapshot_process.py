"""Keeps what a process has only one of: random streams, library settings, the environment."""

from __future__ import annotations

import os
import random
import sys
import warnings
from collections.abc import Iterator
from typing import Any  # modules' namespaces

import numpy as np
from keras.src.backend import config as keras_config
from keras.src.backend.common import global_state
from tensorflow.python.eager.polymorphic_function import eager_function_run
from tensorflow.python.ops import stateful_random_ops

from jupyter_hybridize.runtime.state.snapshot import CallSnapshot, NamesSnapshot, Snapshot
from jupyter_hybridize.runtime.state.snapshot_contents import ListSnapshot
from jupyter_hybridize.runtime.state.snapshot_random import RandomSnapshot, same_state


def keep_process() -> Iterator[Snapshot]:
    """Yield a snapshot of each thing that every function of the process shares."""
    yield RandomSnapshot("random", random._inst)
    yield _NumpyStream()
    yield CallSnapshot("np.geterr()", np.geterr, lambda kept: np.seterr(**kept))
    yield _Environment()
    yield CallSnapshot("os.getcwd()", _folder, _go_to)
    yield ListSnapshot("sys.path", sys.path)
    yield NamesSnapshot("sys", vars(sys), ("stdout", "stderr"))
    yield ListSnapshot("warnings.filters", warnings.filters)  # type: ignore[arg-type]
    yield NamesSnapshot("keras.config", vars(keras_config), _settings(vars(keras_config)))
    yield NamesSnapshot("keras", vars(global_state), ("GLOBAL_STATE_TRACKER", "GLOBAL_SETTINGS_TRACKER"))
    yield NamesSnapshot("tf.random.get_global_generator()", vars(stateful_random_ops), ("global_generator",))
    yield NamesSnapshot("tf.config.functions_run_eagerly()", vars(eager_function_run), ("RUN_FUNCTIONS_EAGERLY",))


def _settings(found: dict[str, Any]) -> list[str]:
    return [name for name, item in found.items() if name.startswith("_") and type(item) in (str, float, int, bool)]


def _go_to(folder: str | None) -> None:
    if folder is not None:
        os.chdir(folder)


def _folder() -> str | None:
    try:
        return os.getcwd()
    except OSError:  # it was removed
        return None


class _NumpyStream:
    """The state of NumPy's global generator."""

    path = "np.random"

    def __init__(self) -> None:
        self._kept: Any = np.random.get_state(legacy=False)

    def is_changed(self) -> bool:
        return not same_state(np.random.get_state(legacy=False), self._kept)

    def restore(self) -> None:
        if self.is_changed():
            np.random.set_state(self._kept)


class _Environment:
    """The variables of the environment; setting one tells the C library, too."""

    path = "os.environ"

    def __init__(self) -> None:
        self._kept = dict(os.environ)

    def is_changed(self) -> bool:
        return dict(os.environ) != self._kept

    def restore(self) -> None:
        for name in os.environ.keys() - self._kept.keys():
            del os.environ[name]
        for name, item in self._kept.items():
            if os.environ.get(name) != item:
                os.environ[name] = item
