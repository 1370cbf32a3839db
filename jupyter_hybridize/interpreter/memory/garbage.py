"""Lists, dicts and iterators that a statement made and leaves nowhere: they are gone before one like them is made.

In a loop, ``tf.concat([a, b], 0)`` makes its list anew each time. Would the one before still stand in the state, the
place would stand for several lists, and the loop would be run once more because of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from jupyter_hybridize.domain.heap import HeapObject
from jupyter_hybridize.domain.value import AbstractValue, Container, Instance, PythonIterator, Site, held_by
from jupyter_hybridize.interpreter.machine import Machine
from jupyter_hybridize.interpreter.memory.state import (
    State,
    changed_names,
    changed_objects,
    forget,
    new_objects,
    rebound,
)
from jupyter_hybridize.interpreter.memory.tables import items_of

_MADE = re.compile(r"(?:list|dict|set|iterator)\d*|kwargs:.*|new\d*:.*")  # by a call or a display
_DROPPED = re.compile(r"(?:list|dict|set|iterator)\d*|kwargs:.*")  # what has no identity that a graph is kept by


@dataclass(frozen=True, slots=True)
class Start:
    """What there was when a statement, or a loop, began."""

    state: State
    trials: int


def start_of(m: Machine) -> Start | None:
    """Return what there is where a statement of a loop's body begins; what others make is made only once."""
    if not any(control.is_loop for control in m.frame.controls):
        return None
    return Start(m.live.fork(), len(m.trace.trials))


def drop_unreached(m: Machine, start: Start) -> None:
    """Forget what was made since a statement began, if nothing that it leaves holds it.

    What stood there before holds it only if it was changed since.
    """
    state = m.state
    if state is None:
        return
    made, changed = new_objects(state, start.state)
    loose = {site: content for site, content in made.items() if _DROPPED.fullmatch(site.rpartition("|")[2])}
    if not loose:
        return
    rest = [content for site, content in made.items() if site not in loose]
    _leave_unreached(loose, _held(m, start, state, [*rest, *changed]))
    for site in loose:
        forget(state, site)


def only_adds_alike(m: Machine, start: Start, entry: State, merged: State) -> bool:
    """Return whether a round of a loop that began at *start* only makes more of what the one before made and left.

    From *entry* it came to *merged*, where several objects stand at places where one stood, and nothing holds them. So
    a further round can neither look at them nor leave anything else.
    """
    added = changed_objects(merged, entry)
    if not added or changed_names(merged, entry) or new_objects(merged, entry)[0]:
        return False
    made, changed = new_objects(merged, start.state)
    loose = {site: content for site, content in made.items() if _MADE.fullmatch(site.rpartition("|")[2])}
    if not all(site in loose and (entry.load(site) or loose[site]).several() == loose[site] for site in added):
        return False
    rest = [content for site, content in made.items() if site not in loose]
    _leave_unreached(loose, _held(m, start, merged, [*rest, *changed]))
    return all(site in loose for site in added)


def _held(m: Machine, start: Start, state: State, objects: list[HeapObject]) -> list[AbstractValue]:
    """Return what *objects* hold, and what names and the machine itself do since *start*."""
    values = [part for content in objects for part in _parts(content)]
    return [*values, *rebound(state, start.state), *_held_outside(m, start.trials)]


def _leave_unreached(loose: dict[Site, HeapObject], values: list[AbstractValue]) -> None:
    """Take from *loose* what can be reached from *values*."""
    while values and loose:
        for site in _sites(values.pop()):
            content = loose.pop(site, None)
            if content is not None:
                values += _parts(content)


def _held_outside(m: Machine, trials: int) -> Iterator[AbstractValue]:
    """Yield what the machine itself keeps to go on with, and not in the state."""
    frame = m.frame
    yield from (item for item, _, _ in frame.returns)
    yield from (frame.yields, *frame.entered, *m.estimates.values())
    for closure in items_of(m.closures).values():  # one of another time holds nothing made now
        yield from (*closure.defaults, *(item for _, item in closure.keyword_defaults))
    for trial in m.trace.trials[trials:]:  # whose arguments later ones are joined with
        yield from (item for _, item in trial.arguments)


def _parts(content: HeapObject) -> tuple[AbstractValue, ...]:
    return (*content.parts(), *(content.items or ()))


def _sites(item: AbstractValue) -> Iterator[Site]:
    for atom in item.atoms:
        if isinstance(atom, Container | Instance | PythonIterator):
            yield atom.site
        for part in held_by(atom):
            yield from _sites(part)
