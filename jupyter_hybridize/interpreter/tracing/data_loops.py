"""Graph loops over data sets and their iterators: what a round leaves to the next, or to what follows, stands before.

Loops over tensors and ranges run a first round to find out; ``for batch in dataset`` cannot, and raises.
"""

from __future__ import annotations

import ast

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.value import NONE, AbstractValue, Dataset, PythonIterator
from jupyter_hybridize.interpreter.machine import Machine
from jupyter_hybridize.interpreter.memory.state import State, changed_objects
from jupyter_hybridize.interpreter.syntax.liveness import assigned_in, live_after
from jupyter_hybridize.interpreter.syntax.scopes import bound_names

UNDEFINED = "undefined"


def is_over_data(source: AbstractValue) -> bool:
    """Return whether a staged loop over *source* takes its elements from a data set."""
    return source.has(Dataset, PythonIterator)


def check_defined(m: Machine, node: ast.For | ast.AsyncFor) -> None:
    """Record each name that the loop binds, that is read in a later round or after it, and that has no value before."""
    if m.frame.code is None:
        return
    live = live_after(m.frame.code.node, late=False)
    read_later = live.get(id(node), frozenset()) | live.get(id(node.body[-1]), frozenset())
    bound = assigned_in(node.body) | bound_names(ast.walk(node.target))
    for name in sorted(bound & read_later):
        item = m.live.get(m.frame.scope, name)
        if item is None or item == NONE:
            detail = "is not defined before it" if item is None else "is None before it"
            with m.at(node):
                m.effect(EffectKind.CHANGES_IN_LOOP, name, detail=detail, reason=UNDEFINED)


def check_objects(m: Machine, node: ast.stmt, before: State, after: State) -> None:
    """Record the attributes and entries of local objects that the loop is the first to set: they may be read later."""
    for site in sorted(changed_objects(after, before)):
        old, now = before.load(site), after.load(site)
        if old is None or now is None or not m.is_fresh(site):
            continue
        entries = () if old.entries is None else (now.entries or {}).keys() - old.entries.keys()
        for name in sorted({*(now.attributes.keys() - old.attributes.keys()), *map(repr, entries)}):
            with m.at(node):
                detail = "is not defined before it"
                m.effect(EffectKind.CHANGES_IN_LOOP, name, answer=Answer.UNKNOWN, detail=detail, reason=UNDEFINED)
