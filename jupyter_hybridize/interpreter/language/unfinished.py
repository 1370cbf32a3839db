"""Loops that cost too much to be followed until nothing changes any more: one round stands for all that are left."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.value import TOP
from jupyter_hybridize.interpreter.language.attributes import is_user_class
from jupyter_hybridize.interpreter.language.names import owner_of, read_name
from jupyter_hybridize.interpreter.machine import Machine
from jupyter_hybridize.interpreter.memory import objects
from jupyter_hybridize.interpreter.memory.state import State, changed_names, changed_objects


def last_round(
    m: Machine, node: ast.stmt, names: frozenset[str], entry: State, run: Callable[[], State | None]
) -> State:
    """Let *run* run one round from what any round may find, and return what is true after any number of rounds."""
    m.state = entry.fork()
    m.effect(EffectKind.UNKNOWN_VALUE, "loop", answer=Answer.UNKNOWN, detail="has too much in it to follow")
    _forget(m, node, names)
    start = m.live.fork()
    with _calls_unseen(m):
        after = run()
    m.state = start if after is None else start.join(after)
    _forget_changed(m, start)
    return m.live


def _forget(m: Machine, node: ast.stmt, names: frozenset[str]) -> None:
    """Forget the names that the loop binds, and what can be reached from those that it reads."""
    read = {n.id for n in ast.walk(node) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Load)}
    objects.escape(m, *(read_name(m, name) for name in sorted(read) if _is_bound(m, name)))
    for name in sorted(names):
        if _is_bound(m, name):
            m.live.set(owner_of(m, m.frame, name), name, TOP)


def _is_bound(m: Machine, name: str) -> bool:
    return m.live.get(owner_of(m, m.frame, name), name) is not None


def _forget_changed(m: Machine, start: State) -> None:
    """Forget what the round changed elsewhere: a further one would begin with that."""
    for scope, name in changed_names(m.live, start):
        m.live.set(scope, name, TOP)
    for site in sorted(changed_objects(m.live, start)):
        content = m.live.load(site)
        if content is None or not is_user_class(m, site):
            objects.lose(m, site)
            continue
        attributes = {n: item if n.startswith("__") else TOP for n, item in content.attributes.items()}
        m.live.store(site, replace(content, attributes=attributes, is_open=True))


@contextmanager
def _calls_unseen(m: Machine) -> Iterator[None]:
    """Let the functions that are called meanwhile be functions of which not all calls are seen."""
    before = len(m.trace.calls)
    yield
    if m.trial is None:
        m.trace.unseen_calls.update(call.definition for call in m.trace.calls[before:])
