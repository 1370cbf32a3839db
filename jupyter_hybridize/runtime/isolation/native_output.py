"""Keeps what is written to the process's descriptors in a file: TensorFlow's kernels do not write through Python."""

from __future__ import annotations

import contextlib
import os
import sys
import tempfile
from collections.abc import Iterator
from typing import BinaryIO

_OUTPUT = (1, 2)


@contextlib.contextmanager
def output_in_file() -> Iterator[BinaryIO]:
    """Turn the descriptors of standard output and error to a file, which can be read up to the end of the block."""
    for stream in (sys.stdout, sys.stderr, sys.__stdout__, sys.__stderr__):
        with contextlib.suppress(Exception):  # a front end's stream, a closed one, or none
            stream.flush()  # type: ignore[union-attr]  # None has no such method, which is caught
    with tempfile.TemporaryFile() as file, contextlib.ExitStack() as stack:
        for descriptor in _OUTPUT:
            saved = os.dup(descriptor)
            stack.callback(_put_back, saved, descriptor)
            os.dup2(file.fileno(), descriptor)
        yield file


def _put_back(saved: int, descriptor: int) -> None:
    os.dup2(saved, descriptor)
    os.close(saved)
