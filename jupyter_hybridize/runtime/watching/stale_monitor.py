"""Remembers what the traces of each hybrid function took over, and tells what has changed since."""

from __future__ import annotations

import weakref
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from jupyter_hybridize.results.report import Place
from jupyter_hybridize.results.watch import StaleCapture
from jupyter_hybridize.runtime.isolation.user_frames import is_user_file
from jupyter_hybridize.runtime.watching.fingerprint import Mark
from jupyter_hybridize.runtime.watching.hybrid_functions import Definition
from jupyter_hybridize.runtime.watching.live_captures import Capture, Marks, captures_of, changes
from jupyter_hybridize.runtime.watching.stale_words import stale_capture

CLEARED_EVERY = 100  # functions held, for a cell that makes many
MOST_CAPTURES = 500  # of one function, the latest ones, for a loop that traces it again and again


@dataclass(slots=True)
class Held:
    """One ``tf.function`` object, and what its traces took over; keeps nothing of the user's alive."""

    hybrid: weakref.ref[Any]
    name: str
    bindings: tuple[str, ...]  # the names that it had in the namespace
    captures: dict[tuple[object, ...], Capture]
    defined: Place | None
    told: dict[str, tuple[Mark, StaleCapture]] = field(default_factory=dict)  # what is stale, as it was reported


class StaleMonitor:
    """The captures of the hybrid functions of one namespace."""

    def __init__(self, namespace: Mapping[str, object]) -> None:
        self._namespace = namespace
        self._held: dict[int, Held] = {}

    def holds(self, hybrid: object) -> bool:
        """Return whether the captures of *hybrid* are known."""
        held = self._held.get(id(hybrid))
        return held is not None and held.hybrid() is hybrid

    def hold(self, hybrid: Any, definition: Definition, defined: Place | None) -> None:
        """Remember what a trace of *hybrid* that has just ended took over."""
        function = definition.function
        if function is None or not is_user_file(function.__code__.co_filename):
            return
        bindings = () if definition.instance is not None else self._bindings(hybrid)
        if len(self._held) % CLEARED_EVERY == 0:
            self._clear()
        if not self.holds(hybrid):
            self._held[id(hybrid)] = Held(weakref.ref(hybrid), definition.name, bindings, {}, defined)
        captures = self._held[id(hybrid)].captures
        captures.update((capture.key, capture) for capture in captures_of(function, definition.instance))
        for key in list(captures)[:-MOST_CAPTURES]:
            del captures[key]

    def _bindings(self, hybrid: object) -> tuple[str, ...]:
        names = [name for name, value in list(self._namespace.items()) if value is hybrid]
        return tuple(name for name in names if not name.startswith("_"))  # IPython's _ and _12 are no bindings

    def check(self, cell: int | None) -> Iterator[StaleCapture]:
        """Yield what has gone stale, or has changed again, since the last check; *cell* is the one run last."""
        self._clear()
        marks = Marks()
        for held in self._held.values():
            yield from _check(held, marks, cell)

    def _clear(self) -> None:
        self._held = {key: held for key, held in self._held.items() if not self._is_superseded(held)}

    def stale(self) -> Iterator[StaleCapture]:
        """Yield what was stale at the last check."""
        for held in self._held.values():
            yield from (capture for _, capture in held.told.values())

    def _is_superseded(self, held: Held) -> bool:
        """Return whether the function is gone, or was defined again under all its names."""
        hybrid = held.hybrid()
        if hybrid is None:
            return True
        return bool(held.bindings) and all(self._namespace.get(name) is not hybrid for name in held.bindings)


def _check(held: Held, marks: Marks, cell: int | None) -> list[StaleCapture]:
    told, news = held.told, []
    held.told = {}
    seen = {(_path(capture), capture.mark) for capture in held.captures.values()}
    for change in changes(held.captures.values(), marks):
        path = _path(change.capture)
        if path in held.told:
            continue
        mark, capture = told.get(path, ((), None))
        if capture is None or mark != change.mark:
            is_partly = (path, change.mark) in seen  # a later trace has read what is there now
            capture = stale_capture(held.name, change, cell, held.defined, is_partly=is_partly)
            news.append(capture)
        held.told[path] = change.mark, capture
    return news


def _path(capture: Capture) -> str:
    return f"{capture.read} in {capture.reader.name}"
