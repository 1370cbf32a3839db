"""Notes what a function prints, logs or displays while it is traced."""

from __future__ import annotations

import io
import logging
import sys
import warnings
from typing import Any

import tensorflow as tf

from jupyter_hybridize.runtime.isolation.effect_log import EffectLog

_LIBRARY_LOGGERS = ("tensorflow", "absl", "keras", "asyncio", "matplotlib", "PIL", "h5py")


def watch_output(log: EffectLog) -> None:
    """Replace what this process writes to by what only notes that it was written."""
    sys.stdout = _Stream(log)
    warnings.showwarning = _ignore
    logging.lastResort = None
    _replace_handlers(_Handler(log))
    _replace_display(log)


class _Stream(io.StringIO):
    """Text that is printed counts as an effect, and is dropped: it may be the user's data."""

    def __init__(self, log: EffectLog) -> None:
        super().__init__()
        self._log = log

    @tf.autograph.experimental.do_not_convert  # type: ignore[untyped-decorator]
    def write(self, text: str) -> int:
        """Drop *text*."""
        self._log.add("printed", "standard output")
        return len(text)


class _Handler(logging.Handler):
    """Notes the records of the user's program; libraries warn about tracing itself."""

    def __init__(self, log: EffectLog) -> None:
        super().__init__()
        self._log = log

    def emit(self, record: logging.LogRecord) -> None:
        if record.name.partition(".")[0] not in _LIBRARY_LOGGERS:
            self._log.add("printed", f"the log `{record.name}`")


def _replace_handlers(handler: logging.Handler) -> None:
    """Let *handler* alone have the records, those of loggers that do not pass theirs on included."""
    root = logging.getLogger()
    for logger in (root, *logging.Logger.manager.loggerDict.values()):
        if isinstance(logger, logging.Logger):
            logger.handlers[:] = [] if logger.propagate and logger is not root else [handler]


def _replace_display(log: EffectLog) -> None:
    """Keep IPython's `display` from sending to a front end, if IPython is running this process."""
    module: Any = sys.modules.get("IPython.core.display_functions")
    if module is not None:
        module.publish_display_data = lambda *_, **__: log.add("printed", "displayed output")


def _ignore(*_: Any, **__: Any) -> None:
    """Say nothing of a warning."""
