"""Watches hybrid functions while a notebook runs: why each new trace came, and which captures have gone stale.

Nothing stands in the path of a call. A trace is noticed where TensorFlow has built a graph (``trace_hook``), and what
it took over is compared when asked, after a cell (``stale_monitor``).
"""

from __future__ import annotations

import contextlib
import threading
import weakref
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import FrameType
from typing import Any

from jupyter_hybridize.results.report import Place
from jupyter_hybridize.results.watch import StaleCapture, TraceEvent, WatchReport
from jupyter_hybridize.runtime.isolation.user_frames import is_user_file
from jupyter_hybridize.runtime.watching.hybrid_functions import (
    Definition,
    definition_of,
    hybrid_functions,
    qualified_name,
)
from jupyter_hybridize.runtime.watching.stale_monitor import StaleMonitor
from jupyter_hybridize.runtime.watching.trace_hook import CannotWatchError, Traced, TraceHook
from jupyter_hybridize.runtime.watching.trace_log import DefinitionLog, TracingClock, tracing_count

Locate = Callable[[str, int], Place | None]
MOST_NEWS = 1000
SILENCE = "_omit_frequent_tracing_warning"  # TensorFlow's own switch for its warning about frequent tracing


def _nowhere(filename: str, line: int) -> Place | None:
    return None


def _unheard(event: TraceEvent) -> None:
    return None


class Watch:
    """The monitor of one namespace. It keeps no function, argument or tensor of the user's alive."""

    def __init__(
        self,
        namespace: Mapping[str, object],
        *,
        locate: Locate = _nowhere,
        tell: Callable[[TraceEvent], None] = _unheard,
    ) -> None:
        """*locate* turns a file and a line into a place; *tell* is called at once, in the thread that traces."""
        self._namespace = namespace
        self._locate = locate
        self._tell = tell
        self._lock = threading.RLock()
        self._hook: TraceHook | None = None
        self._silenced: list[weakref.ref[Any]] = []
        self._forget(None, int)

    def _forget(self, names: frozenset[str] | None, count: Callable[[], int]) -> None:
        self._names = names
        self._obstacle = ""
        self._logs: dict[int, DefinitionLog] = {}  # by the identity of the code, which the log keeps alive
        self._news: list[TraceEvent] = []
        self._monitor = StaleMonitor(self._namespace)
        self._clock = TracingClock(count)

    @property
    def is_watching(self) -> bool:
        """Return whether :meth:`start` was called, and :meth:`stop` not since."""
        return self._hook is not None

    def start(self, names: Sequence[str] | None = None) -> tuple[str, ...]:
        """Begin, anew if need be, and return the names of the hybrid functions that are there already.

        Without *names* every hybrid function is watched whose code stands in the notebook or that the notebook binds
        to a name, those included that are defined later. *names* are "step", "Trainer.step" or "trainer.step"; one
        that is no hybrid function is a ValueError. Where this TensorFlow cannot be watched, CannotWatchError says why.
        """
        wanted = None if names is None else frozenset(qualified_name(self._namespace, name) for name in names)
        self.stop()
        hook = TraceHook(self._on_trace)
        try:
            hook.install()
        except CannotWatchError as error:
            self._obstacle = str(error)
            raise
        with self._lock:
            self._forget(wanted, tracing_count())
            self._hook = hook
        return self.rescan()

    def stop(self) -> None:
        """End, and leave TensorFlow and the functions as they were; what was seen can still be asked for."""
        with self._lock:
            hook, self._hook = self._hook, None
            if hook is not None:
                hook.remove()
            for held in self._silenced:
                hybrid = held()
                if hybrid is not None:
                    setattr(hybrid, SILENCE, False)
            self._silenced = []

    @contextlib.contextmanager
    def paused(self) -> Iterator[None]:
        """Take no notice for a while: traces made for a verification or a benchmark are not the notebook's."""
        hook = self._hook
        if hook is not None:
            hook.remove()
        try:
            yield
        finally:
            if hook is not None and hook is self._hook:
                hook.install()

    def rescan(self) -> tuple[str, ...]:
        """Look for hybrid functions in the namespace, and return the names of those that are watched.

        New ones need no rescan to be watched. What those took over that were traced before watching began is not
        known: they are compared with what is there when they are first seen.
        """
        found: dict[str, None] = {}
        with self._lock:
            for name, hybrid in hybrid_functions(self._namespace):
                definition = definition_of(hybrid)
                if self._hook is None or not self._is_wanted(hybrid, definition):
                    continue
                found[name] = None
                if len(hybrid._function_cache) and not self._monitor.holds(hybrid):
                    self._monitor.hold(hybrid, definition, _defining_place(definition, self._locate))
        return tuple(found)

    def news(self) -> tuple[TraceEvent, ...]:
        """Return the traces since this was last asked, the oldest first."""
        with self._lock:
            news, self._news = tuple(self._news), []
        return news

    def check(self, cell: int | None = None) -> tuple[StaleCapture, ...]:
        """Return the captures that have gone stale since the last check, to be called after each cell with its number.

        Without a number it is read from IPython's ``In``.
        """
        if not self.is_watching:
            return ()
        inputs = self._namespace.get("In")
        number = len(inputs) - 1 if cell is None and isinstance(inputs, list) else cell
        with self._lock:
            return tuple(self._monitor.check(number))

    def report(self) -> WatchReport:
        """Return all that was seen since watching began, and what was stale at the last check."""
        with self._lock:
            self._clock.turn_to(None)
            latest = {log.name if log.name != "<lambda>" else id(log): log for log in self._logs.values()}
            functions = tuple(log.summary() for log in latest.values())
            return WatchReport(functions, tuple(self._monitor.stale()), self._obstacle)

    def _on_trace(self, traced: Traced) -> None:
        hybrid, definition = traced.function, definition_of(traced.function)
        with self._lock:
            if self._hook is None or not self._is_wanted(hybrid, definition):
                self._clock.turn_to(None)
                return
            key = id(hybrid) if definition.code is None else id(definition.code)
            if key not in self._logs:
                place = _defining_place(definition, self._locate)
                self._logs[key] = DefinitionLog(definition.name, definition.code, place)
            self._clock.turn_to(self._logs[key])
            event = self._logs[key].record(traced, definition, _calling_place(traced.caller, self._locate))
            self._news = [*self._news[1 - MOST_NEWS :], event]
            if getattr(hybrid, SILENCE, True) is False:
                setattr(hybrid, SILENCE, True)
                self._silenced.append(weakref.ref(hybrid))
            self._monitor.hold(hybrid, definition, self._logs[key].defined)
        self._tell(event)

    def _is_wanted(self, hybrid: object, definition: Definition) -> bool:
        if self._names is not None:
            return definition.name in self._names
        if definition.function is not None and definition.function.__globals__ is self._namespace:
            return True
        return any(value is hybrid for value in list(self._namespace.values()))


def _defining_place(definition: Definition, locate: Locate) -> Place | None:
    code = definition.code
    return None if code is None else locate(code.co_filename, code.co_firstlineno)


def _calling_place(frame: FrameType | None, locate: Locate) -> Place | None:
    """Return where the user's code made the call, as far as it was not made by a library."""
    while frame is not None and not is_user_file(frame.f_code.co_filename):
        frame = frame.f_back
    return None if frame is None else locate(frame.f_code.co_filename, frame.f_lineno)
