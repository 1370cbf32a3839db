"""What a call prints: through Python, through its logging and warnings, and from TensorFlow's own code below."""

from __future__ import annotations

import contextlib
import io
import logging
import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass

from jupyter_hybridize.runtime.isolation.native_output import output_in_file

_LARGEST = 1 << 20  # characters compared
_LOG_LINE = re.compile(r"^(?:WARNING|INFO|ERROR|[WIEF]\d{4}|\d{4}-\d\d-\d\d)[ :]|^\t ?\[\[\{\{")
_ADDRESS = re.compile(r"0x[0-9a-f]{6,}")
_LIBRARY_LOGGERS = ("tensorflow", "absl", "jax")


@dataclass(slots=True)
class Printed:
    """The text, without the lines that libraries log; filled when the block is left."""

    python: str = ""
    native: str = ""  # `tf.print`

    @property
    def text(self) -> str:
        """Return everything; the order between Python's and TensorFlow's is not known."""
        return self.python + self.native


@contextlib.contextmanager
def captured() -> Iterator[Printed]:
    """Keep what is printed within from the user's sight, and collect it."""
    printed = Printed()
    python, logged = io.StringIO(), io.StringIO()
    try:
        with contextlib.ExitStack() as stack:
            stack.enter_context(_native(printed))
            stack.enter_context(_loggers(logged))
            stack.enter_context(warnings.catch_warnings())
            warnings.simplefilter("ignore")
            stack.enter_context(contextlib.redirect_stdout(python))
            stack.enter_context(contextlib.redirect_stderr(python))
            yield printed
    finally:
        printed.python = without_log_lines(python.getvalue()) + logged.getvalue()[:_LARGEST]


def without_log_lines(text: str) -> str:
    """Return *text* without what libraries log and without addresses, which no two calls share."""
    kept = (line for line in text[:_LARGEST].splitlines(keepends=True) if not _LOG_LINE.match(line))
    return _ADDRESS.sub("0x", "".join(kept))


@contextlib.contextmanager
def _loggers(stream: io.StringIO) -> Iterator[None]:
    """Let all loggers write to *stream*, those of the libraries nowhere."""
    root = logging.getLogger()
    silenced = [logging.getLogger(name) for name in _LIBRARY_LOGGERS]
    before = [(each, each.handlers[:], each.propagate) for each in (root, *silenced)]
    root.handlers[:] = [logging.StreamHandler(stream)]
    for each in silenced:
        each.handlers[:] = [logging.NullHandler()]
        each.propagate = False
    try:
        yield
    finally:
        for each, handlers, propagates in before:
            each.handlers[:] = handlers
            each.propagate = propagates


@contextlib.contextmanager
def _native(printed: Printed) -> Iterator[None]:
    with output_in_file() as file:
        try:
            yield
        finally:
            file.seek(0)
            printed.native = without_log_lines(file.read(_LARGEST).decode(errors="replace"))
