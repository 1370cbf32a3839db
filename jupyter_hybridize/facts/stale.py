"""Stale captures: what a trace reads from outside, and the writes a later call would miss.

TensorFlow 2.21 never traces again because a captured name, attribute, list or array changed.
"""

from __future__ import annotations

from collections.abc import Iterable

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.facts.function import StaleRead
from jupyter_hybridize.facts.sharing import may_share, same_function
from jupyter_hybridize.interpreter.trace import CallRecord, Code, Location, Read, Trace, Trial, Write

Writes = dict[Location, list[Write]]


def stale_reads(
    trace: Trace, code: Code, calls: list[CallRecord], trials: list[Trial], writes: Writes
) -> tuple[StaleRead, ...]:
    """Return the captures of *code* that a write makes stale, each with the write that is most certain to."""
    found: dict[tuple[str, object], StaleRead] = {}
    for trial in trials:
        alike = _alike(trace, calls, trial)
        for read in trial.reads.values():
            for write in _matching(writes, read):
                stale = _stale(trace, code, alike, trial, read, write)
                if stale is None:
                    continue
                old = found.get((stale.name, stale.read))
                if old is None or (old.answer is Answer.UNKNOWN and stale.answer is Answer.NO):
                    found[(stale.name, stale.read)] = stale
                if stale.answer is Answer.NO:
                    break
    return tuple(sorted(found.values(), key=lambda s: (s.read, s.name)))


def writes_by_location(writes: Iterable[Write]) -> Writes:
    """Return the write events by what they write to."""
    table: Writes = {}
    for write in writes:
        table.setdefault(write.location, []).append(write)
        kind, site, key = write.location
        if kind == "items" and key:
            table.setdefault(("entries", site, ""), []).append(write)
    return table


def _matching(table: Writes, read: Read) -> Iterable[Write]:
    yield from table.get(read.location, ())
    kind, site, name = read.location
    if kind == "items":
        yield from table.get((kind, site, "") if name else ("entries", site, ""), ())
    if kind == "attribute":
        yield from table.get(("attribute", "*", name), ())
    if read.is_array:
        yield from table.get(("array", "*", ""), ())


def _alike(trace: Trace, calls: list[CallRecord], trial: Trial) -> list[CallRecord]:
    """Return the calls that may use the trace that *trial* stands for."""
    environment = trial.function.environment
    return [c for c in calls if c.environment == environment and may_share(trace, trial.arguments, c.arguments)]


def _stale(
    trace: Trace, code: Code, alike: list[CallRecord], trial: Trial, read: Read, write: Write
) -> StaleRead | None:
    """Return what *write* does to a trace that captured *read*, None if it cannot miss it."""
    if code.id in write.writers and not write.is_guess:
        return None  # its own side effect
    if write.is_guess:
        if code.id in write.writers:
            return None
        return StaleRead(read.name, read.span, read.path, write.span, Answer.UNKNOWN)
    if trial.is_recorded and write.time <= trial.time and not _is_first(trace, code, read, write):
        return StaleRead(read.name, read.span, read.path, write.span, Answer.UNKNOWN)
    if write.time <= trial.time or write.born > read.time:
        return None
    renewals = trace.renewals.get((code.id, trial.function.environment), ())
    later = [c for c in alike if c.time > write.time]
    if later and renewals:
        earlier = [c for c in alike if c.time <= write.time]
        later = [c for c in later if same_function(renewals, earlier, c)]
    if not later and code.id in trace.unseen_calls:
        return StaleRead(read.name, read.span, read.path, write.span, Answer.UNKNOWN)
    if not later:
        return None
    answer = Answer.UNKNOWN if all(c.is_recorded for c in later) else write.answer
    return StaleRead(read.name, read.span, read.path, write.span, answer)


def _is_first(trace: Trace, code: Code, read: Read, write: Write) -> bool:
    """Return whether nothing can have called the function before *write*: it was not there, or what it reads was not.

    The recorded calls of a function may have been made at any time.
    """
    first = next((w for w in trace.writes if w.location == read.location), None)
    return write.time <= _defined(trace, code) or (read.location[0] != "items" and write is first)


def _defined(trace: Trace, code: Code) -> int:
    """Return when a function of the top level was defined; 0 for one that stands in another or in a class."""
    place = (code.parsed.cell.index, code.node.lineno)
    writes = (w for w in trace.writes if w.location[0] == "variable" and w.location[2] == code.name)
    return next((w.time for w in writes if (w.span.cell, w.span.line) == place), 0)
