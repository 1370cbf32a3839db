"""Refuses, in a child process, what would reach beyond it: files, other processes, the network."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable
from typing import Any, Final

from jupyter_hybridize.runtime.isolation.landlock import confine_writes

_WRITING_FLAGS: Final = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_FILES: Final = re.compile(
    r"os\.(remove|rename|mkdir|rmdir|truncate|link|symlink|chmod|chown|utime|setxattr|removexattr|lchmod)$|shutil\."
)
_PROCESSES: Final = re.compile(
    r"(subprocess\.Popen|pty\.spawn|os\.(system|exec|fork|forkpty|posix_spawn|spawn|startfile|kill|killpg))$"
)
_NETWORK: Final = re.compile(r"socket\.(connect|bind|sendto|sendmsg|getaddrinfo|gethostbyname)$")
_HARMLESS: Final = re.compile(
    r"\.pyc(\.\d+)?$|^/dev/(null|tty|urandom|shm/)"
)  # what an import writes, and what is no file


class ForbiddenAction(BaseException):
    """The code under trial would have changed something outside its process.

    No Exception, so that the code under trial does not take it for an error of its own.
    """


def forbid(
    folder: str, note: Callable[[str, str], None], error: Callable[[str], BaseException] = ForbiddenAction
) -> None:
    """Refuse, from now until this process ends, every change outside *folder*.

    *note* is told the kind ("file" or "process") and the object of each, then *error* is raised.
    """
    inside = os.path.realpath(folder) + os.sep

    def hook(event: str, args: tuple[Any, ...]) -> None:
        kind = _kind(event, args, inside)
        if kind is not None:
            subject = _subject(event, args)
            note(kind, subject)
            raise error(f"it would change the file {subject}" if kind == "file" else f"it would use {subject}")

    confine_writes(folder)  # for native code, which raises no audit event
    sys.addaudithook(hook)


def _kind(event: str, args: tuple[Any, ...], inside: str) -> str | None:
    if event == "open":
        return "file" if _writes(args) and _is_outside(args[0], inside) else None
    if event == "os.mkdir" and os.path.isdir(args[0]):
        return None  # it will say so
    if _FILES.match(event):
        return "file" if any(_is_outside(path, inside) for path in args) else None
    if event == "os.kill" and args[0] == os.getpid():
        return None
    return "process" if _PROCESSES.match(event) or _NETWORK.match(event) else None


def _writes(args: tuple[Any, ...]) -> bool:
    _, mode, flags = args
    return bool(flags & _WRITING_FLAGS) if mode is None else any(letter in mode for letter in "wax+")


def _is_outside(path: object, inside: str) -> bool:
    """Return whether *path* lies outside; a descriptor does not, since what was open leads nowhere any more."""
    if not isinstance(path, str | bytes | os.PathLike):
        return False
    name = os.path.realpath(os.fsdecode(path))
    return not (name + os.sep).startswith(inside) and not _HARMLESS.search(name)


def _subject(event: str, args: tuple[Any, ...]) -> str:
    """Return the name of a file, or that of the event; never an argument that is the user's data."""
    path = args[0] if args else None
    if (event == "open" or _FILES.match(event)) and isinstance(path, str | bytes | os.PathLike):
        return f"`{os.path.basename(os.fsdecode(path))}`"
    return f"`{event}`"
