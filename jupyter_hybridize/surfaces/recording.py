"""What the user's functions are called with while a cell runs: types, dtypes and shapes, never values.

On Python 3.12 and later ``sys.monitoring`` tells of the calls, and code that is not the user's is asked about once.
Before, a profile function sees every call of every library, so it stays only as long as its cost is small. Where the
watching stopped before the cell ended, the sizes seen are left open: later calls may have brought others.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from types import CodeType, FrameType
from typing import Any

from jupyter_hybridize.results.evidence import observed
from jupyter_hybridize.results.observed import Observed, ObservedCall
from jupyter_hybridize.surfaces.definitions import Definitions
from jupyter_hybridize.surfaces.probe import Probe

MOST_SPECS = 16  # distinct ones a function
MOST_FUNCTIONS = 200
_SHARE = 0.03  # of the time, for describing arguments
_GRACE = 0.005  # seconds it may take in any case
_EVENT = 0.25e-6  # seconds a profile function costs at each event: measured 0.2 to 0.3 with an empty one
_ENTRY = 2e-6  # seconds for a call of a function of the user's, besides describing its arguments
_PROFILED = 0.04  # seconds that a profile function may cost in any case
_EVERY = 256  # events, between two looks at the clock
_VARIADIC, _KEYWORDS = 0x04, 0x08  # flags of a code object


@dataclass(slots=True)
class _Watched:
    """One function: the distinct arguments seen, and whether all calls were."""

    code: CodeType
    specs: dict[str, dict[str, dict[str, Any]]] = field(default_factory=dict)
    is_partial: bool = False


class Recorder:
    """Records the calls of functions whose globals are *namespace* between :meth:`start` and :meth:`stop`."""

    def __init__(self, namespace: Mapping[str, object]) -> None:
        self._namespace = namespace
        self._watched: dict[int, _Watched] = {}  # by the id of the code, which is held
        self._definitions = Definitions()
        self._begun = self._spent = 0.0
        self._events = 0
        self._stop_events: Callable[[], None] | None = None
        self._ended_early = False

    def start(self) -> None:
        """Begin to record, unless something else profiles the program."""
        if self._stop_events is not None:
            return
        self._watched, self._ended_early = {}, False
        self._begun, self._spent, self._events = time.perf_counter(), 0.0, 0
        self._stop_events = _monitor(self._entered) if sys.version_info >= (3, 12) else self._profile()

    def stop(self) -> tuple[ObservedCall, ...]:
        """End, and return the distinct calls seen, by function; nothing if nothing could be recorded."""
        if self._stop_events is None:
            return ()
        self._stop_events()
        self._stop_events = None
        calls = [call for each in self._watched.values() for call in self._calls(each)]
        self._watched = {}
        return tuple(dict.fromkeys(calls))

    # -- events -----------------------------------------------------------------------------------------------------

    def _entered(self, code: CodeType, frame: FrameType) -> bool:
        """Take a call in; return whether more calls of *code* are worth hearing of."""
        if frame.f_globals is not self._namespace or code.co_name.startswith("<"):
            return False
        watched = self._watched.get(id(code))
        if watched is None:
            if len(self._watched) >= MOST_FUNCTIONS:
                return False
            watched = self._watched[id(code)] = _Watched(code)
        begun = time.thread_time()
        is_late = bool(watched.specs) and self._spent > _GRACE + _SHARE * (time.perf_counter() - self._begun)
        if watched.is_partial or is_late:
            watched.is_partial = True
            return False
        _note(watched, code, frame)
        self._spent += time.thread_time() - begun
        return not watched.is_partial

    def _profile(self) -> Callable[[], None] | None:
        if sys.getprofile() is not None:
            return None

        def profile(frame: FrameType, event: str, argument: object) -> None:
            self._events += 1
            if self._events % _EVERY == 0:
                cost = self._events * _EVENT + self._spent
                if cost > _PROFILED + _SHARE * (time.perf_counter() - self._begun):
                    self._ended_early = True
                    sys.setprofile(None)
                    return
            if event == "call" and frame.f_globals is self._namespace:
                self._spent += _ENTRY
                self._entered(frame.f_code, frame)

        def end() -> None:
            if sys.getprofile() is profile:
                sys.setprofile(None)

        sys.setprofile(profile)
        return end

    # -- results ----------------------------------------------------------------------------------------------------

    def _calls(self, watched: _Watched) -> list[ObservedCall]:
        found = self._definitions.of(watched.code)
        if found is None:
            return []
        is_partial = watched.is_partial or self._ended_early
        calls = []
        for arguments in watched.specs.values():
            items = tuple((name, observed(item)) for name, item in arguments.items())
            if is_partial:
                items = tuple((name, _opened(item)) for name, item in items)
            calls.append(ObservedCall(found.name, found.digest, items))
        return calls


def _note(watched: _Watched, code: CodeType, frame: FrameType) -> None:
    """Describe the arguments of one call, unless it is made while a graph is traced."""
    if _is_tracing():
        return
    held, probe = frame.f_locals, Probe()
    arguments = {name: probe.describe(held[name]) for name in _parameters(code) if name in held}
    if any(item["kind"] == "unknown" for item in arguments.values()):
        return
    key = repr(arguments)
    if key in watched.specs:
        return
    if len(watched.specs) >= MOST_SPECS:
        watched.is_partial = True
    else:
        watched.specs[key] = arguments


def _is_tracing() -> bool:
    """Return whether TensorFlow, if it is there, is building a graph."""
    tensorflow = sys.modules.get("tensorflow")
    executing = getattr(tensorflow, "executing_eagerly", None)
    return executing is not None and not executing()


def _parameters(code: CodeType) -> tuple[str, ...]:
    extra = bool(code.co_flags & _VARIADIC) + bool(code.co_flags & _KEYWORDS)
    return code.co_varnames[: code.co_argcount + code.co_kwonlyargcount + extra]


def _opened(item: Observed) -> Observed:
    """Return *item* with no size known."""
    shape = item.shape
    if shape is not None and item.kind in {"tensor", "array"}:
        shape = tuple(None for _ in shape)
    return replace(item, shape=shape, items=tuple(map(_opened, item.items)))


def _monitor(entered: Callable[[CodeType, FrameType], bool]) -> Callable[[], None] | None:
    """Hear of every function that starts, but of each that is not wanted only once."""
    monitoring: Any = getattr(sys, "monitoring")  # noqa: B009  # of Python 3.12
    free = next((number for number in (4, 3) if monitoring.get_tool(number) is None), None)  # the others have owners
    if free is None:
        return None

    def started(code: CodeType, offset: int) -> object:
        return None if entered(code, sys._getframe(1)) else monitoring.DISABLE

    def end() -> None:
        monitoring.set_events(free, 0)
        monitoring.register_callback(free, monitoring.events.PY_START, None)
        monitoring.free_tool_id(free)

    monitoring.use_tool_id(free, "jupyter_hybridize")
    monitoring.register_callback(free, monitoring.events.PY_START, started)
    monitoring.restart_events()
    monitoring.set_events(free, monitoring.events.PY_START)
    return end
