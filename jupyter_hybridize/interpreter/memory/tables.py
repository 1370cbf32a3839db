"""Tables that remember what was looked up and changed in them since a moment, so that a cell need not run again."""

from __future__ import annotations

import enum
from collections.abc import ItemsView, Iterable, Iterator, ValuesView
from typing import Final, Generic, TypeVar, overload

from jupyter_hybridize.domain.heap import HeapObject

K = TypeVar("K")
V = TypeVar("V")
D = TypeVar("D")


class Absent(enum.Enum):
    """What stands under a key that a table does not have."""

    ABSENT = "absent"


ABSENT: Final = Absent.ABSENT


class Table(Generic[K, V]):
    """A mapping. Its values are not changed in place: what a cell changes, it puts there anew."""

    __slots__ = ("_added", "_before", "_items", "_read_whole")

    def __init__(self, items: dict[K, V] | None = None) -> None:
        """*items* is taken over, not copied."""
        self._items: dict[K, V] = {} if items is None else items
        self._before: dict[K, V | Absent] = {}  # of every key that was looked at or changed
        self._added: list[K] = []
        self._read_whole = False

    @overload
    def get(self, key: K) -> V | None: ...

    @overload
    def get(self, key: K, default: D) -> V | D: ...

    def get(self, key: K, default: D | None = None) -> V | D | None:
        """Return what stands under *key*."""
        items = self._items
        if key not in items:
            if key not in self._before:
                self._before[key] = ABSENT
            return default
        if key not in self._before:
            self._before[key] = items[key]
        return items[key]

    def __getitem__(self, key: K) -> V:
        if key not in self._before:
            self._before[key] = self._items.get(key, ABSENT)
        return self._items[key]

    def __contains__(self, key: K) -> bool:
        if key not in self._before:
            self._before[key] = self._items.get(key, ABSENT)
        return key in self._items

    def __setitem__(self, key: K, item: V) -> None:
        if key not in self._before:
            self._before[key] = self._items.get(key, ABSENT)
        if key not in self._items:
            self._added.append(key)
        self._items[key] = item

    def setdefault(self, key: K, item: V) -> None:
        """Put *item* under *key* if nothing stands there."""
        if key not in self:
            self[key] = item

    def __iter__(self) -> Iterator[K]:
        self._read_whole = True
        return iter(self._items)

    def values(self) -> ValuesView[V]:
        """Return every value."""
        self._read_whole = True
        return self._items.values()

    def items(self) -> ItemsView[K, V]:
        """Return every key and value."""
        self._read_whole = True
        return self._items.items()


class Marks(Table[K, bool]):
    """A set."""

    __slots__ = ()

    def add(self, key: K) -> None:
        """Put *key* into the set."""
        self[key] = True

    def update(self, keys: Iterable[K]) -> None:
        """Put *keys* into the set."""
        for key in keys:
            self[key] = True

    def discard(self, key: K) -> None:
        """Let nothing stand under *key*."""
        if key in self:
            del self._items[key]
            if key in self._added:
                self._added.remove(key)
            else:
                self._read_whole = True  # what is put there again later stands after all others


Difference = tuple[tuple[K, V | Absent], ...]


def copy_of(table: Table[K, V]) -> Table[K, V]:
    """Return an equal table that can be changed independently."""
    return type(table)(table._items.copy())


def items_of(table: Table[K, V]) -> dict[K, V]:
    """Return the entries, not to be changed."""
    return table._items


def begin(table: Table[K, V]) -> None:
    """Remember from now on what is looked up and changed."""
    table._before, table._added, table._read_whole = {}, [], False


def footprint(table: Table[K, V]) -> dict[K, V | Absent] | None:
    """Return what stood under each key that was used; None if that cannot be told, since every key was."""
    return None if table._read_whole else table._before


def is_new(table: Table[K, V], key: K) -> bool:
    """Return whether nothing stood under *key*, which has been looked up since, when the table began to remember."""
    return table._before.get(key) is ABSENT


def used(table: Table[K, V]) -> list[V]:
    """Return what stands under the keys that were looked up or changed."""
    return [table._items[key] for key in table._before if key in table._items]


def difference(table: Table[K, V]) -> Difference[K, V]:
    """Return what stands elsewhere than it did; new keys in the order in which they were added."""
    items = table._items
    old = ((key, items.get(key, ABSENT), was) for key, was in table._before.items() if was is not ABSENT)
    changed = tuple((key, now) for key, now, was in old if now is not was)
    return (*changed, *((key, items[key]) for key in table._added))


def fits(table: Table[K, V], before: dict[K, V | Absent]) -> bool:
    """Return whether under each key stands what stood there *before*."""
    items = table._items
    for key, was in before.items():
        now = items.get(key, ABSENT)
        if now is not was and not is_same(now, was):
            return False
    return True


def apply(table: Table[K, V], changes: Difference[K, V]) -> None:
    """Make *changes*."""
    for key, item in changes:
        if item is not ABSENT:
            table._items[key] = item


def is_same(one: object, other: object) -> bool:
    """Return whether nothing can tell *one* from *other*, the order of entries included."""
    if one is other:
        return True
    if isinstance(one, HeapObject) and isinstance(other, HeapObject):
        return one == other and _order(one) == _order(other)
    return type(one) is type(other) and one == other


def _order(content: HeapObject) -> tuple[object, ...]:
    entries = content.entries
    keys = None if entries is None else tuple((type(key), key) for key in entries)
    return (tuple(content.attributes), keys)
