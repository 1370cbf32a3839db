"""Keeps the state of one object, and puts it back."""

from __future__ import annotations

import functools
import operator
import types
from collections.abc import Callable, Iterable
from typing import Any, Protocol  # objects of every type are kept

from jupyter_hybridize.runtime.state.raw_access import Layout, namespace, set_attributes

_UNSET: Any = object()
_CLASS_MACHINERY = frozenset(
    {"__dict__", "__weakref__", "__doc__", "__module__", "__annotations__", "__abstractmethods__"}
)


class Snapshot(Protocol):
    """What something was when this was made."""

    path: str  # of the thing, as people read it

    def is_changed(self) -> bool:
        """Return whether it is no longer what it was."""

    def restore(self) -> None:
        """Make it what it was; doing so twice does no harm."""


def same_objects(left: Iterable[object], right: list[object]) -> bool:
    """Return whether the two, of one length, hold the very same objects in the same order."""
    return not any(map(operator.is_not, left, right))


class DictSnapshot:
    """The keys and values of a dict, in their order."""

    def __init__(self, path: str, value: dict[Any, Any], cls: Any = dict) -> None:
        self.path = path
        self.value = value
        self._cls = cls  # OrderedDict keeps an order of its own
        self._keys = list(cls.__iter__(value))
        self._values = list(dict.values(value)) if cls is dict else [dict.__getitem__(value, key) for key in self._keys]

    def is_changed(self) -> bool:
        """Return whether an entry was added, taken away, replaced or moved."""
        return not self._has_same_keys() or not same_objects(dict.values(self.value), self._values)

    def restore(self) -> None:
        """Put the very same keys and values back."""
        if not self.is_changed():
            return
        if not self._has_same_keys():
            self._cls.clear(self.value)
            for key, item in zip(self._keys, self._values, strict=True):
                self._cls.__setitem__(self.value, key, item)
            return
        for key, item, now in zip(self._keys, self._values, list(dict.values(self.value)), strict=True):
            if item is not now:  # an entry that is as it was is not looked up: its key's __hash__ is the user's
                self._cls.__setitem__(self.value, key, item)

    def changed_keys(self) -> list[Any]:
        """Return the keys whose entries were added or replaced since, and that strings name."""
        old = {key: item for key, item in zip(self._keys, self._values, strict=False) if type(key) is str}
        return [
            key for key, item in list(dict.items(self.value)) if type(key) is str and old.get(key, _UNSET) is not item
        ]

    def restore_key(self, key: str) -> None:
        """Put one entry back, or take it out where there was none."""
        for kept, item in zip(self._keys, self._values, strict=False):
            if kept is key or (type(kept) is str and kept == key):
                self._cls.__setitem__(self.value, kept, item)
                return
        self._cls.__delitem__(self.value, key)

    def _has_same_keys(self) -> bool:
        return len(self._keys) == dict.__len__(self.value) and same_objects(self._cls.__iter__(self.value), self._keys)


class AttributesSnapshot(DictSnapshot):
    """The ``__dict__`` of an object: which dict it is, and what that holds."""

    def __init__(self, path: str, owner: object, layout: Layout) -> None:
        super().__init__(path, layout.attributes(owner) or {})
        self._owner = owner
        self._layout = layout

    def is_changed(self) -> bool:
        """Return whether an attribute is not what it was."""
        return self._layout.attributes(self._owner) is not self.value or super().is_changed()

    def restore(self) -> None:
        """Put every attribute back, and take out those that came."""
        if self._layout.attributes(self._owner) is not self.value:
            set_attributes(self._owner, self.value)
        super().restore()


class SlotsSnapshot:
    """The values in an object's ``__slots__``."""

    def __init__(self, path: str, owner: object, layout: Layout) -> None:
        self.path = path
        self._owner = owner
        self._values = [(descriptor, _read(descriptor, owner)) for _, descriptor in layout.slots]

    def is_changed(self) -> bool:
        """Return whether a slot holds something else."""
        return any(_read(descriptor, self._owner) is not kept for descriptor, kept in self._values)

    def restore(self) -> None:
        """Put every slot back."""
        for descriptor, kept in self._values:
            if _read(descriptor, self._owner) is kept:
                continue
            if kept is _UNSET:
                descriptor.__delete__(self._owner)
            else:
                descriptor.__set__(self._owner, kept)


class CellSnapshot:
    """What a closure's variable is bound to."""

    def __init__(self, path: str, cell: types.CellType) -> None:
        self.path = path
        self._cell = cell
        self._value = _content(cell)

    def is_changed(self) -> bool:
        """Return whether it is bound to something else."""
        return _content(self._cell) is not self._value

    def now(self) -> Any:
        """Return what it is bound to now."""
        return _content(self._cell)

    def restore(self) -> None:
        """Bind it again."""
        if self._value is not _UNSET:
            self._cell.cell_contents = self._value
        elif self.is_changed():
            del self._cell.cell_contents


class NamesSnapshot:
    """What some names of a namespace are bound to."""

    def __init__(self, path: str, found: dict[str, Any], names: Iterable[str]) -> None:
        self.path = path
        self.value = found
        self.kept = {name: found.get(name, _UNSET) for name in names}

    def is_changed(self) -> bool:
        """Return whether one is bound to something else, or no longer, or newly."""
        return any(self.value.get(name, _UNSET) is not item for name, item in self.kept.items())

    def restore(self) -> None:
        """Bind them again."""
        for name in self.kept:
            self.restore_key(name)

    def changed_keys(self) -> list[str]:
        """Return the names that are bound to something else."""
        return [name for name, item in self.kept.items() if self.value.get(name, _UNSET) is not item]

    def restore_key(self, name: str) -> None:
        """Bind one name again."""
        if self.kept[name] is _UNSET:
            self.value.pop(name, None)
        else:
            self.value[name] = self.kept[name]


class ClassSnapshot:
    """What the attributes of a class are bound to."""

    def __init__(self, path: str, cls: type) -> None:
        self.path = path
        self._class = cls
        self._kept = self._read()

    def is_changed(self) -> bool:
        """Return whether an attribute of the class was set, added or deleted."""
        now = self._read()
        return len(now) != len(self._kept) or any(now.get(key, _UNSET) is not item for key, item in self._kept.items())

    def restore(self) -> None:
        """Bind them again, past any metaclass."""
        now = self._read()
        for name, item in self._kept.items():
            if now.get(name, _UNSET) is not item:
                type.__setattr__(self._class, name, item)
        for name in now.keys() - self._kept.keys():
            type.__delattr__(self._class, name)

    def _read(self) -> dict[str, object]:
        return {name: item for name, item in namespace(self._class).items() if name not in _CLASS_MACHINERY}


class CacheSnapshot:
    """An ``lru_cache`` that was empty; one that was not is reported instead."""

    def __init__(self, path: str, function: Any) -> None:
        self.path = path
        self._function = function
        self._was_empty = not is_filled(function)

    def is_changed(self) -> bool:
        """Return whether something came into the empty cache."""
        return self._was_empty and is_filled(self._function)

    def restore(self) -> None:
        """Empty it again."""
        if self.is_changed():
            functools._lru_cache_wrapper.cache_clear(self._function)


class CallSnapshot:
    """Some state that one function reads and another one sets."""

    def __init__(self, path: str, read: Callable[[], Any], write: Callable[[Any], object]) -> None:
        self.path = path
        self._read = read
        self._write = write
        self._kept = read()

    def is_changed(self) -> bool:
        """Return whether what is read now is something else."""
        return bool(self._read() != self._kept)

    def restore(self) -> None:
        """Set it to what was read."""
        if self.is_changed():
            self._write(self._kept)


def is_filled(function: Any) -> bool:
    """Return whether an ``lru_cache`` holds anything, or has been asked."""
    info = functools._lru_cache_wrapper.cache_info(function)
    return bool(info.currsize or info.hits or info.misses)


def _read(descriptor: Any, owner: object) -> Any:
    try:
        return descriptor.__get__(owner)
    except AttributeError:
        return _UNSET


def _content(cell: types.CellType) -> Any:
    try:
        return cell.cell_contents
    except ValueError:
        return _UNSET
