"""A mapping that many states share: what each changed lies over a common base, so that only that is compared."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Generic, TypeVar

V = TypeVar("V")

_LEAST = 64  # changes that are copied at each fork; from here on they become part of a base
_SHARE = 16


class Layers(Generic[V]):
    """A mutable mapping of strings; None stands for what is not there."""

    __slots__ = ("_base", "_changes", "_owns")

    def __init__(self) -> None:
        self._base: dict[str, V] = {}  # which nothing changes once there is a fork
        self._changes: dict[str, V | None] = {}
        self._owns = True

    def fork(self) -> Layers[V]:
        """Return an equal mapping that can be changed independently."""
        if len(self._changes) > _LEAST + len(self._base) // _SHARE:
            self._base, self._changes = self.whole(), {}
        other: Layers[V] = Layers.__new__(Layers)
        other._base, other._changes = self._base, self._changes
        other._owns = self._owns = False
        return other

    def get(self, key: str) -> V | None:
        """Return what stands under *key*."""
        if key in self._changes:
            return self._changes[key]
        if key in self._base:
            return self._base[key]
        return None

    def put(self, key: str, item: V | None) -> None:
        """Let *item* stand under *key*, nothing if it is None."""
        if not self._owns:
            self._changes = dict(self._changes)
            self._owns = True
        self._changes[key] = item

    def whole(self) -> dict[str, V]:
        """Return all that stands here."""
        merged = {**self._base, **self._changes}
        return {key: item for key, item in merged.items() if item is not None}

    def items(self) -> Iterator[tuple[str, V]]:
        """Yield each key with what stands under it."""
        return iter(self.whole().items())

    def is_shared_with(self, other: Layers[V]) -> bool:
        """Return whether neither was changed since one was forked from the other."""
        return self._base is other._base and self._changes is other._changes

    def differing(self, other: Layers[V]) -> Iterator[tuple[str, V | None, V | None]]:
        """Yield each key under which not the same object stands in both, with the two."""
        if self.is_shared_with(other):
            return
        mine, theirs, base = self._changes, other._changes, self._base
        if base is not other._base:
            mine, theirs, base = {**base, **mine}, {**other._base, **theirs}, {}
        for key, there in theirs.items():
            here = mine[key] if key in mine else base.get(key)
            if here is not there:
                yield key, here, there
        for key, here in mine.items():
            if key not in theirs and here is not (there := base.get(key)):
                yield key, here, there
