"""Asks the Linux kernel to keep this process from writing files and from the network, native code included."""

from __future__ import annotations

import ctypes
import os
import sys
from typing import Final

# The kernel's documentation: userspace-api/landlock. The numbers are the same on every architecture of today.
_CREATE_RULESET: Final = 444
_ADD_RULE: Final = 445
_RESTRICT_SELF: Final = 446
_GET_VERSION: Final = 1
_RULE_PATH_BENEATH: Final = 1
_PR_SET_NO_NEW_PRIVS: Final = 38

_WRITE_FILE: Final = 1 << 1
_REMOVE_AND_MAKE: Final = sum(1 << bit for bit in range(4, 13))
_REFER: Final = 1 << 13  # move between folders; since version 2
_TRUNCATE: Final = 1 << 14  # since version 3
_NETWORK: Final = 0b11  # bind and connect by TCP; since version 4


class _Ruleset(ctypes.Structure):
    _fields_ = (("handled_access_fs", ctypes.c_uint64), ("handled_access_net", ctypes.c_uint64))


class _PathBeneath(ctypes.Structure):
    _pack_ = 1
    _fields_ = (("allowed_access", ctypes.c_uint64), ("parent_fd", ctypes.c_int32))


def confine_writes(folder: str) -> bool:
    """Let this process change files below *folder* only, from now on; return whether the kernel could promise it.

    Shared memory and the null device stay writable, and all that may be read can be read as before.
    """
    if sys.platform != "linux":
        return False
    library = ctypes.CDLL(None)
    version = library.syscall(_CREATE_RULESET, None, ctypes.c_size_t(0), _GET_VERSION)
    if version < 1:  # not built in, or switched off
        return False
    access = _access(version)
    attributes = _Ruleset(access, _NETWORK)
    size = ctypes.sizeof(attributes) if version >= 4 else ctypes.sizeof(ctypes.c_uint64)
    ruleset = library.syscall(_CREATE_RULESET, ctypes.byref(attributes), ctypes.c_size_t(size), 0)
    if ruleset < 0:
        return False
    try:
        for path, allowed in ((folder, access), ("/dev/shm", access), (os.devnull, access & (_WRITE_FILE | _TRUNCATE))):
            _allow(library, ruleset, path, allowed)
        library.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
        return bool(library.syscall(_RESTRICT_SELF, ruleset, 0) == 0)
    finally:
        os.close(ruleset)


def _access(version: int) -> int:
    access = _WRITE_FILE | _REMOVE_AND_MAKE
    if version >= 2:
        access |= _REFER
    return access | _TRUNCATE if version >= 3 else access


def _allow(library: ctypes.CDLL, ruleset: int, path: str, access: int) -> None:
    if os.path.exists(path):
        parent = os.open(path, os.O_PATH | os.O_CLOEXEC)
        rule = _PathBeneath(access, parent)
        library.syscall(_ADD_RULE, ruleset, _RULE_PATH_BENEATH, ctypes.byref(rule), 0)
        os.close(parent)
