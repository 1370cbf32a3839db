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
from jupyter_hybridize.interpreter.memory.state import State, forget, new_objects, rebound
from jupyter_hybridize.interpreter.memory.tables import items_of

_DROPPED = re.compile(r"(?:list|dict|set|iterator)\d*|kwargs:.*")  # what has no identity that a graph is kept by


@dataclass(frozen=True, slots=True)
class Start:
    """What there was when a statement began."""

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
    values = [part for site, content in made.items() if site not in loose for part in _parts(content)]
    values += [part for content in changed for part in _parts(content)]
    values += [*rebound(state, start.state), *_held_outside(m, start.trials)]
    while values and loose:
        for site in _sites(values.pop()):
            content = loose.pop(site, None)
            if content is not None:
                values += _parts(content)
    for site in loose:
        forget(state, site)


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
