"""Puts values back and leaves what was built: new variables, layers and optimizers stay where a trial put them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any  # objects of every type are looked at

import tensorflow as tf
from keras import Operation
from keras.random import SeedGenerator
from tensorflow.python.trackable.base import Trackable
from tensorflow.python.trackable.data_structures import TrackableDataStructure

from jupyter_hybridize.runtime.state.kinds import Kind
from jupyter_hybridize.runtime.state.raw_access import is_kind
from jupyter_hybridize.runtime.state.reach import Reach, Reached
from jupyter_hybridize.runtime.state.snapshot import (
    AttributesSnapshot,
    CellSnapshot,
    DictSnapshot,
    NamesSnapshot,
    Snapshot,
)
from jupyter_hybridize.runtime.state.snapshot_contents import ListSnapshot

_STRUCTURE = (Kind.CLASS, Kind.DICT, Kind.LIST, Kind.SET, Kind.DEQUE, Kind.CELL)
_DEEPEST = 4


class ValueReset:
    """Tells values from what was built, for one reach and its snapshots."""

    def __init__(self, reach: Reach, kept: list[tuple[Reached, Snapshot]]) -> None:
        self._reach = reach
        self._known = {id(item.value) for item in reach.objects}
        self._values = [snapshot for item, snapshot in kept if item.kind not in _STRUCTURE and _is_value(snapshot)]
        self._structures = [
            (item, snapshot)
            for item, snapshot in kept
            if not (item.kind not in _STRUCTURE and _is_value(snapshot)) and not reach.is_internal(item)
        ]

    def restore(self) -> None:
        """Put back every value, and every entry that is not, or does not guard, something newly built."""
        for snapshot in self._values:
            snapshot.restore()
        changed = [(item, snapshot) for item, snapshot in self._structures if snapshot.is_changed()]
        has_built = any(self._is_built(each) for item, snapshot in changed for each in self._new(item, snapshot))
        for item, snapshot in changed:
            self._restore(item, snapshot, has_built)

    def _restore(self, item: Reached, snapshot: Snapshot, has_built: bool) -> None:
        if isinstance(snapshot, DictSnapshot | NamesSnapshot):
            for key in self._keys(item, snapshot):
                value = snapshot.value.get(key)
                # ``self.ready = True`` beside a new variable says that it is there
                if not self._is_built(value) and not (has_built and type(value) is bool):
                    snapshot.restore_key(key)
            if not item.is_library_made and not has_built:
                snapshot.restore()
        elif not any(self._is_built(each) or (has_built and type(each) is bool) for each in self._new(item, snapshot)):
            snapshot.restore()

    def _keys(self, item: Reached, snapshot: DictSnapshot | NamesSnapshot) -> list[Any]:
        keys = snapshot.changed_keys()
        if isinstance(snapshot, AttributesSnapshot) and item.is_library_made:
            return [key for key in keys if key in self._reach.written_attributes]
        return keys

    def _new(self, item: Reached, snapshot: Snapshot) -> Iterator[Any]:
        if isinstance(snapshot, DictSnapshot | NamesSnapshot):
            yield from (snapshot.value.get(key) for key in self._keys(item, snapshot))
        elif isinstance(snapshot, CellSnapshot):
            yield snapshot.now()
        elif isinstance(snapshot, ListSnapshot):
            yield from list.__iter__(snapshot.value)

    def _is_built(self, value: Any, depth: int = _DEEPEST) -> bool:
        if id(value) in self._known or depth == 0:
            return False
        if is_kind(value, list, tuple):
            return any(self._is_built(each, depth - 1) for each in value)
        if is_kind(value, dict):
            return any(self._is_built(each, depth - 1) for each in dict.values(value))
        if is_kind(value, TrackableDataStructure):
            return False
        return is_kind(value, Trackable, tf.Module, Operation, SeedGenerator)


def _is_value(snapshot: Snapshot) -> bool:
    return not isinstance(snapshot, DictSnapshot | NamesSnapshot)
