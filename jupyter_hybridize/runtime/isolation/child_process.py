"""Cuts a freshly forked child off from what it shares with its parent: descriptors, signals, streams, its lifetime."""

from __future__ import annotations

import builtins
import contextlib
import ctypes
import faulthandler
import fcntl
import gc
import getpass
import os
import resource
import signal
import stat
import sys
import tempfile
import threading
from typing import Any, Final, NoReturn

_PR_SET_PDEATHSIG: Final = 1  # linux/prctl.h
_LIBRARY: Final = (
    ctypes.CDLL(None) if sys.platform == "linux" else None
)  # opened before any fork: the loader has a lock


def cut_off(*, parent: int, keep: int, folder: str) -> None:
    """Make this process, forked from *parent*, unable to disturb it.

    It gets its own process group and dies with its parent. Only the descriptor *keep* still leads anywhere that is
    shared; temporary files go to *folder*. What is collected as garbage here was made here.
    """
    os.setpgid(0, 0)
    die_with_parent(parent)
    _reset_signals()
    gc.freeze()  # a finalizer of the parent's garbage could close what the parent still uses, or wait for its threads
    faulthandler.disable()
    sys.settrace(None)
    sys.setprofile(None)
    threading.settrace(None)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _separate_descriptors(keep, folder)
    _replace_streams()
    tempfile.tempdir = os.environ["TMPDIR"] = folder


def die_with_parent(parent: int, number: int = signal.SIGKILL) -> None:
    """Have the kernel send this process a signal when the thread that started it ends, where the platform can."""
    if _LIBRARY is not None:
        _LIBRARY.prctl(_PR_SET_PDEATHSIG, number, 0, 0, 0)
    if os.getppid() != parent:  # it died before it could be asked for
        os._exit(1)


def _reset_signals() -> None:
    signal.set_wakeup_fd(-1)  # it is a socket of the parent's event loop
    for number in signal.valid_signals():
        if callable(signal.getsignal(number)):
            signal.signal(number, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_SETMASK, ())


def _separate_descriptors(keep: int, folder: str) -> None:
    """Replace every descriptor whose use the parent, or someone it talks to, would notice.

    A file that is only read is opened anew at the same place, so that reading does not move the parent's position; one
    that is only written gives way to a file in *folder*. All else that can be written or waited on (sockets, pipes,
    event queues, databases) leads to the null device.
    """
    null = os.open(os.devnull, os.O_RDWR)
    for descriptor in (int(name) for name in os.listdir("/dev/fd")):
        if descriptor not in (keep, null):
            with contextlib.suppress(OSError):  # the one that listed the folder is closed by now
                _separate(descriptor, null, folder)
    for descriptor in range(3):
        os.dup2(null, descriptor)
    os.close(null)


def _separate(descriptor: int, null: int, folder: str) -> None:
    mode = os.fstat(descriptor).st_mode
    if stat.S_ISDIR(mode) or stat.S_ISCHR(mode):
        return
    access = fcntl.fcntl(descriptor, fcntl.F_GETFL) & os.O_ACCMODE
    if not stat.S_ISREG(mode) or access == os.O_RDWR:
        os.dup2(null, descriptor, inheritable=False)
        return
    position = os.lseek(descriptor, 0, os.SEEK_CUR)
    if access == os.O_RDONLY:
        own = os.open(f"/dev/fd/{descriptor}", os.O_RDONLY)
    else:
        own, path = tempfile.mkstemp(dir=folder)
        os.unlink(path)  # the folder is empty for who works in it
        os.ftruncate(own, position)  # takes no space
    os.lseek(own, position, os.SEEK_SET)
    os.dup2(own, descriptor, inheritable=False)
    os.close(own)


def _replace_streams() -> None:
    sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: SIM115  # to the end of the process
    sys.stdout = sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    builtins.input = _refuse_input
    getpass.getpass = _refuse_input


def _refuse_input(*_: Any, **__: Any) -> NoReturn:
    raise EOFError("there is nobody to ask for input while a function is tried in isolation")
