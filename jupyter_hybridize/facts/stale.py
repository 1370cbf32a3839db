"""Stale captures: what a trace reads from outside, and the writes a later call would miss.

TensorFlow 2.21 never traces again because a captured name, attribute, list or array changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache, partial

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.facts.function import StaleRead
from jupyter_hybridize.facts.sharing import may_share, same_function
from jupyter_hybridize.facts.writes import Writes
from jupyter_hybridize.interpreter.trace import CallRecord, Code, Location, Read, Trace, Trial, Write


def stale_reads(
    trace: Trace, code: Code, calls: list[CallRecord], trials: list[Trial], writes: Writes
) -> tuple[StaleRead, ...]:
    """Return the captures of *code* that a write makes stale, each with the write that is most certain to."""
    found: dict[tuple[str, object], StaleRead] = {}
    for trial in trials:
        alike = cache(partial(_alike, trace, calls, trial))
        harmful = cache(partial(_harmful, trace, code, writes, alike, trial))
        for read in trial.reads.values():
            for write, answer in _matching(harmful, read):
                stale = _stale(code, writes, trial, read, write, answer)
                if stale is None:
                    continue
                old = found.get((stale.name, stale.read))
                if old is None or (old.answer is Answer.UNKNOWN and stale.answer is Answer.NO):
                    found[(stale.name, stale.read)] = stale
                if stale.answer is Answer.NO:
                    break
    return tuple(sorted(found.values(), key=lambda s: (s.read, s.name)))


_Harm = tuple[Write, Answer]


def _matching(harmful: Callable[[Location], list[_Harm]], read: Read) -> Iterable[_Harm]:
    yield from harmful(read.location)
    kind, site, name = read.location
    if kind == "items":
        yield from harmful((kind, site, "") if name else ("entries", site, ""))
    if kind == "attribute":
        yield from harmful(("attribute", "*", name))
    if read.is_array:
        yield from harmful(("array", "*", ""))


def _harmful(
    trace: Trace,
    code: Code,
    writes: Writes,
    alike: Callable[[], list[CallRecord]],
    trial: Trial,
    location: Location,
) -> list[_Harm]:
    """Return the writes to *location* that may make some capture of *trial* stale, and how certainly.

    Of writes to what was there before all captures, the first that may and the first that must tell all.
    """
    kept: list[_Harm] = []
    seen = False
    for write in writes.to(location):
        if code.id in write.writers:
            continue  # its own side effect
        if write.built in trial.called:
            continue  # that layer was built when the trace was made, and Keras builds it once
        if not write.is_guess and write.time <= trial.time and not trial.is_recorded:
            continue  # the trace was made later
        if seen and not write.born and (write.is_guess or write.time <= trial.time):
            continue  # it certainly makes none stale
        answer = _answer(trace, code, alike, trial, write)
        if answer is None or (seen and answer is Answer.UNKNOWN and not write.born):
            continue
        kept.append((write, answer))
        if not write.born and not trial.is_recorded:
            seen = True
            if answer is Answer.NO:
                break
    return kept


def _alike(trace: Trace, calls: list[CallRecord], trial: Trial) -> list[CallRecord]:
    """Return the calls that may use the trace that *trial* stands for."""
    environment = trial.function.environment
    return [c for c in calls if c.environment == environment and may_share(trace, trial.arguments, c.arguments)]


def _stale(code: Code, writes: Writes, trial: Trial, read: Read, write: Write, answer: Answer) -> StaleRead | None:
    """Return what *write* does to a trace that captured *read*, None if it cannot miss it."""
    if not write.is_guess:
        if write.time <= trial.time:
            if _is_first(writes, code, read, write):
                return None
        elif write.born > read.time:
            return None
    return StaleRead(read.name, read.span, read.path, write.span, answer)


def _answer(
    trace: Trace, code: Code, alike: Callable[[], list[CallRecord]], trial: Trial, write: Write
) -> Answer | None:
    """Return whether a trace misses *write* to what it captured before it; None if not."""
    if write.is_guess or write.time <= trial.time:
        return Answer.UNKNOWN
    key = (code.id, trial.function.environment)
    renewals, doubtful = trace.renewals.get(key, ()), trace.doubtful_renewals.get(key, ())
    later = [c for c in alike() if c.time > write.time]
    earlier = [c for c in alike() if c.time <= write.time] if later and (renewals or doubtful) else []
    if renewals:
        later = [c for c in later if same_function(renewals, earlier, c)]
    if not later:
        return Answer.UNKNOWN if code.id in trace.unseen_calls else None
    if doubtful:
        either = sorted((*renewals, *doubtful))
        later = [c for c in later if same_function(either, earlier, c)]
    return Answer.UNKNOWN if all(c.is_recorded for c in later) else write.answer


def _is_first(writes: Writes, code: Code, read: Read, write: Write) -> bool:
    """Return whether nothing can have called the function before *write*: it was not there, or what it reads was not.

    The recorded calls of a function may have been made at any time.
    """
    first = next(iter(writes.to(read.location)), None)
    return write.time <= _defined(writes, code) or (read.location[0] != "items" and write is first)


def _defined(writes: Writes, code: Code) -> int:
    """Return when a function of the top level was defined; 0 for one that stands in another or in a class."""
    place = (code.parsed.cell.index, code.node.lineno)
    return next((w.time for w in writes.of(code.name) if (w.span.cell, w.span.line) == place), 0)
