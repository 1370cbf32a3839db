"""What a function prints while it is timed is counted and dropped, also below Python."""

from __future__ import annotations

import contextlib
import io
import logging
import warnings
from collections.abc import Iterator

from jupyter_hybridize.runtime.isolation.interruption import interrupts_deferred
from jupyter_hybridize.runtime.isolation.native_output import output_in_file
from jupyter_hybridize.runtime.verification.printed import without_log_lines

_CHUNK = 1 << 20  # bytes


class Silence:
    """A context, to be entered again and again, in which nothing is shown; counts the lines that were dropped."""

    def __init__(self) -> None:
        self.lines = 0

    @contextlib.contextmanager
    def __call__(self) -> Iterator[None]:
        """Drop what is written to the standard streams within, by Python, its logging and warnings, or TensorFlow."""
        counter, stack = _LineCounter(), contextlib.ExitStack()
        try:
            with interrupts_deferred():  # streams that are half turned would stay so
                stack.enter_context(_no_logging())
                stack.enter_context(warnings.catch_warnings())
                warnings.simplefilter("ignore")
                stack.enter_context(_native(counter))
                stack.enter_context(contextlib.redirect_stdout(counter))
                stack.enter_context(contextlib.redirect_stderr(counter))
            yield
        finally:
            with interrupts_deferred():
                stack.close()
            self.lines += counter.lines


class _LineCounter(io.TextIOBase):
    """A text stream that counts the lines written to it."""

    encoding = "utf-8"

    def __init__(self) -> None:
        self.lines = 0

    def write(self, text: str) -> int:
        self.lines += text.count("\n")
        return len(text)

    def writable(self) -> bool:
        return True


@contextlib.contextmanager
def _no_logging() -> Iterator[None]:
    before = logging.root.manager.disable
    logging.disable(logging.CRITICAL)
    try:
        yield
    finally:
        logging.disable(before)


@contextlib.contextmanager
def _native(counter: _LineCounter) -> Iterator[None]:
    with output_in_file() as file:
        try:
            yield
        finally:
            file.seek(0)
            while chunk := file.read(_CHUNK):
                counter.lines += without_log_lines(chunk.decode(errors="replace")).count("\n")
