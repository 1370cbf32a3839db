"""Which frames of a stack are the user's code, at the lines the user wrote."""

from __future__ import annotations

import os
import re
import traceback
from collections.abc import Iterable, Iterator
from types import ModuleType
from typing import Any, Final

from jupyter_hybridize.runtime.state.raw_access import Origins

Frame = tuple[str, int, str]  # file, line (from 1), function

_GENERATED: Final = "__autograph_generated_file"
_STYLING: Final = re.compile(r"\x1b\[[0-9;]*m")  # Keras writes part of its messages in bold
_OURS: Final = os.path.dirname(os.path.abspath(__file__)) + os.sep
_MADE_BY_LIBRARIES: Final = ("<__array_function__", "<attrs ", "<string>")  # compiled from text, as dataclasses are
_ORIGINS: Final = Origins()
_CONVERSION: Final = os.path.join("tensorflow", "python", "autograph") + os.sep


def is_user_file(file: str) -> bool:
    """Return whether *file* is neither a library's, nor ours, nor made by AutoGraph; a notebook's cell is one."""
    if file.startswith(_MADE_BY_LIBRARIES) or _GENERATED in file:
        return False
    return not _ORIGINS.is_library_file(file)


def is_user_module(module: object) -> bool:
    """Return whether *module* is the user's: a notebook, or a file that no library installed."""
    if not isinstance(module, ModuleType):
        return False
    names = vars(module)
    file = names.get("__file__")
    return is_user_file(file) if isinstance(file, str) else names.get("__name__") == "__main__"


def user_frames(error: BaseException) -> tuple[Frame, ...]:
    """Return the frames of the user's code that *error* came through, outermost first, as AutoGraph translates them."""
    metadata: Any = getattr(error, "ag_error_metadata", None)
    if metadata is not None:
        stack = [(frame.filename, frame.lineno, frame.function_name) for frame in reversed(metadata.translated_stack)]
    else:
        stack = [(frame.filename, frame.lineno or 0, frame.name) for frame in traceback.extract_tb(error.__traceback__)]
    return _only_users(stack)


def described(error: BaseException) -> tuple[str, str]:
    """Return the type and the message of what went wrong, without the stack that AutoGraph writes into the message."""
    metadata: Any = getattr(error, "ag_error_metadata", None)
    if metadata is None:
        return type(error).__name__, _STYLING.sub("", str(error)).strip()
    kind, _, message = str(metadata.cause_message).partition(": ")
    return kind, _STYLING.sub("", message).strip()


def nearest_user_frame() -> Frame | None:
    """Return the innermost frame of the user's code that is being executed."""
    return next(_innermost_first(), None)


def calling_user_frame() -> Frame | None:
    """Return the frame that called into this package, unless a library did; AutoGraph's detour does not count."""
    for file, line, function in _stack():
        if file.startswith(_OURS) or _CONVERSION in file:
            continue
        return (file, line, function) if is_user_file(file) else None
    return None


def _innermost_first() -> Iterator[Frame]:
    return (frame for frame in _stack() if is_user_file(frame[0]))


def _stack() -> Iterator[Frame]:
    """Return the present stack, innermost first, with AutoGraph's code translated to the lines it was made from."""
    from tensorflow.python.util import tf_stack

    return ((frame.filename, frame.lineno, frame.name) for frame in reversed(tf_stack.extract_stack()))


def _only_users(stack: Iterable[Frame]) -> tuple[Frame, ...]:
    found: list[Frame] = []
    for frame in stack:
        if is_user_file(frame[0]) and frame not in found[-1:]:
            found.append(frame)
    return tuple(found)
