"""Keeps what built-in containers and arrays hold, and puts it back in place."""

from __future__ import annotations

import array
import collections
from typing import Any  # NumPy's arrays hold anything

import numpy as np

from jupyter_hybridize.runtime.state.snapshot import same_objects


class ListSnapshot:
    """The items of a list, in their order."""

    def __init__(self, path: str, value: list[Any]) -> None:
        self.path = path
        self.value = value
        self.kept = list(list.__iter__(value))

    def is_changed(self) -> bool:
        """Return whether an item was added, taken away, replaced or moved."""
        return list.__len__(self.value) != len(self.kept) or not same_objects(list.__iter__(self.value), self.kept)

    def restore(self) -> None:
        """Put the very same items back."""
        if self.is_changed():
            list.__setitem__(self.value, slice(None), self.kept)


class DequeSnapshot:
    """The items of a deque, in their order."""

    def __init__(self, path: str, value: collections.deque[Any]) -> None:
        self.path = path
        self.value = value
        self.kept = list(collections.deque.__iter__(value))

    def is_changed(self) -> bool:
        """Return whether an item was added, taken away, replaced or moved."""
        now = list(collections.deque.__iter__(self.value))
        return len(now) != len(self.kept) or not same_objects(now, self.kept)

    def restore(self) -> None:
        """Put the very same items back."""
        if self.is_changed():
            collections.deque.clear(self.value)
            collections.deque.extend(self.value, self.kept)


class SetSnapshot:
    """The members of a set."""

    def __init__(self, path: str, value: set[Any]) -> None:
        self.path = path
        self.value = value
        self._copy = set.copy(value)  # keeps the hashes, so that nobody's __hash__ runs
        self._order = list(set.__iter__(value))

    def is_changed(self) -> bool:
        """Return whether a member came or went; a set that was put back may have another order."""
        if set.__len__(self.value) != len(self._order):
            return True
        known = set(map(id, self._order))
        return any(id(item) not in known for item in set.__iter__(self.value))

    def restore(self) -> None:
        """Put the very same members back."""
        if self.is_changed():
            set.clear(self.value)
            set.update(self.value, self._copy)


class BytesSnapshot:
    """The contents of a ``bytearray``."""

    def __init__(self, path: str, value: bytearray) -> None:
        self.path = path
        self.value = value
        self._kept = bytearray.__getitem__(value, slice(None))

    def is_changed(self) -> bool:
        """Return whether a byte is not what it was."""
        return not bytearray.__eq__(self.value, self._kept)

    def restore(self) -> None:
        """Put the bytes back."""
        if self.is_changed():
            bytearray.__setitem__(self.value, slice(None), self._kept)


class ArraySnapshot:
    """The contents of an ``array.array``."""

    def __init__(self, path: str, value: array.array[Any]) -> None:
        self.path = path
        self.value = value
        self._kept = array.array.tobytes(value)

    def is_changed(self) -> bool:
        """Return whether a byte is not what it was."""
        return array.array.tobytes(self.value) != self._kept

    def restore(self) -> None:
        """Put the items back."""
        if self.is_changed():
            array.array.__delitem__(self.value, slice(None))
            array.array.frombytes(self.value, self._kept)


class NumpySnapshot:
    """The elements of an array, and its shape."""

    def __init__(self, path: str, value: Any) -> None:
        self.path = path
        self.value = value
        self._shape = _read(value, "shape")
        self._dtype = _read(value, "dtype")
        self._is_writeable = _read(value, "flags").writeable
        self.kept = np.array(_plain(value), copy=True) if self._is_writeable else None

    def is_changed(self) -> bool:
        """Return whether an element is another object, or has another bit, or the array another shape."""
        if self.kept is None:
            return False
        if _read(self.value, "shape") != self._shape or _read(self.value, "dtype") != self._dtype:
            return True
        return not self._read_flag() or not same_elements(_plain(self.value), self.kept)

    def restore(self) -> None:
        """Put shape and elements back in place."""
        if self.kept is None or not self.is_changed():
            return
        if not self._read_flag():
            np.ndarray.setflags(self.value, write=True)
        if _read(self.value, "dtype") != self._dtype:
            _write(self.value, "dtype", self._dtype)
        if _read(self.value, "size") != self.kept.size:
            np.ndarray.resize(self.value, self._shape, refcheck=False)
        if _read(self.value, "shape") != self._shape:
            _write(self.value, "shape", self._shape)
        np.ndarray.__setitem__(_plain(self.value), ..., self.kept)

    def _read_flag(self) -> bool:
        return bool(_read(self.value, "flags").writeable)


def same_elements(left: Any, right: Any) -> bool:
    """Return whether two base arrays of one shape and dtype hold the same bits, or the very same objects."""
    if left.dtype.hasobject:
        return same_objects(left.ravel().tolist(), right.ravel().tolist()) if left.dtype == object else False
    if left.flags.c_contiguous and right.flags.c_contiguous:
        bits = f"u{left.itemsize}" if left.itemsize in (1, 2, 4, 8) else "u1"
        return bool((left.reshape(-1).view(bits) == right.reshape(-1).view(bits)).all())
    return bool(left.tobytes() == right.tobytes())


def _plain(value: Any) -> Any:
    return np.ndarray.view(value, np.ndarray)


def _write(value: Any, name: str, item: Any) -> None:
    np.ndarray.__dict__[name].__set__(value, item)


def _read(value: Any, name: str) -> Any:
    return np.ndarray.__dict__[name].__get__(value)
