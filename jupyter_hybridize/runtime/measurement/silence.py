"""What a function prints while it is timed is counted and dropped, also below Python."""

from __future__ import annotations

import contextlib
import io
import logging
import os
import sys
import tempfile
import warnings
from collections.abc import Iterator

from jupyter_hybridize.runtime.isolation.interruption import interrupts_deferred
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
                stack.enter_context(_descriptors_to_file(counter))
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
def _descriptors_to_file(counter: _LineCounter) -> Iterator[None]:
    """Turn the descriptors of the process: TensorFlow's kernels do not write through Python."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(Exception):  # a front end's stream, or none
            stream.flush()
    with tempfile.TemporaryFile() as file, contextlib.ExitStack() as stack:
        for descriptor in (1, 2):
            saved = os.dup(descriptor)
            stack.callback(_put_back, saved, descriptor)
            os.dup2(file.fileno(), descriptor)
        try:
            yield
        finally:
            file.seek(0)
            while chunk := file.read(_CHUNK):
                counter.lines += without_log_lines(chunk.decode(errors="replace")).count("\n")


def _put_back(saved: int, descriptor: int) -> None:
    os.dup2(saved, descriptor)
    os.close(saved)
