"""The write events of a program by what they write to.

Of a program that was edited most events are those of the program before; what was told of them is told again, as the
same list, so that who asked can see that nothing changed.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from jupyter_hybridize.domain.value import Site
from jupyter_hybridize.interpreter.trace import Advance, Delayed, Location, Trace, Write

_Event = Write | Delayed
_Placed = tuple[int, _Event]
_CALLED = "called"
_ITEMS_AT = "items at"
Question = Location | tuple[str, str] | tuple[str, frozenset[Site]]


@dataclass(frozen=True, slots=True)
class _Answer:
    """What happened at some locations, and the events that say so."""

    events: Sequence[_Event]
    passed: list[int] | None  # how often a generator had been advanced before each; None if none is a generator's
    writes: list[Write]


class Writes:
    """The write events of a program by what they write to; those of generators happen wherever one is advanced."""

    def __init__(self, trace: Trace, earlier: Writes | None = None) -> None:
        """Sort the events of *trace*; what generators write is told apart when it is asked for."""
        self._by_location: dict[Location, list[_Placed]] = {}
        self._advances: list[Advance] = []
        self._places: list[int] = []  # of the advances among the events
        self._answers: dict[Question, _Answer] = {}
        self.asked: dict[Question, list[Write]] = {}  # with what was answered; emptied by who wants to know
        for place, event in enumerate(trace.events):
            if isinstance(event, Advance):
                self._places.append(place)
                self._advances.append(event)
                continue
            kind, site, key = location = _written(event).location
            self._by_location.setdefault(location, []).append((place, event))
            if kind == "items" and key:
                self._by_location.setdefault(("entries", site, ""), []).append((place, event))
        self._earlier = {} if earlier is None else earlier._answers
        self._advances_are_same = earlier is not None and earlier._advances == self._advances

    def to(self, location: Location) -> list[Write]:
        """Return the writes to *location*, in order."""
        return self.answer(location)

    def to_items(self, sites: Collection[Site]) -> list[Write]:
        """Return the writes to items of the objects at *sites*, in order."""
        return self.answer((_ITEMS_AT, frozenset(sites)))

    def of(self, name: str) -> list[Write]:
        """Return the writes to variables called *name*, in order."""
        return self.answer((_CALLED, name))

    def answer(self, question: Question) -> list[Write]:
        """Return the writes that one of the other methods was asked for."""
        found = self._answers.get(question)
        if found is None:
            found = self._answers[question] = self._answered(question)
        self.asked[question] = found.writes
        return found.writes

    def _answered(self, question: Question) -> _Answer:
        placed = self._events(question)
        events = [event for _, event in placed]
        passed = None
        if any(isinstance(event, Delayed) for event in events):
            passed = [bisect(self._places, place) for place, _ in placed]
        old = self._earlier.get(question)
        is_same = old is not None and old.passed == passed and old.events == events
        if old is not None and is_same and (passed is None or self._advances_are_same):
            return old
        writes = self._happened(events, passed)
        return _Answer(writes if passed is None else events, passed, writes)

    def close(self) -> None:
        """Forget what only answers to new questions need."""
        self._by_location, self._earlier, self.asked = {}, {}, {}

    def _events(self, question: Question) -> list[_Placed]:
        if len(question) == 3:
            return self._by_location.get(question, [])
        what, name_or_sites = question
        if what == _CALLED:
            kept = [loc for loc in self._by_location if loc[0] == "variable" and loc[2] == name_or_sites]
        else:
            kept = [loc for loc in self._by_location if loc[0] == "items" and loc[1] in name_or_sites]
        return sorted((each for location in kept for each in self._by_location[location]), key=_place)

    def _happened(self, events: list[_Event], passed: list[int] | None) -> list[Write]:
        if passed is None:
            return [event for event in events if isinstance(event, Write)]
        done: list[Write] = []
        delayed: list[Write] = []
        before = 0
        for event, now in (*zip(events, passed, strict=True), (None, len(self._advances))):
            done += [write.at(advance.time) for advance in self._advances[before:now] for write in delayed]
            before = now
            if isinstance(event, Delayed):
                delayed.append(event.write)
            elif event is not None:
                done.append(event)
        return done


def _written(event: _Event) -> Write:
    return event.write if isinstance(event, Delayed) else event


def _place(event: _Placed) -> int:
    return event[0]
