"""A ``range`` that is passed: a trace gets a list of its numbers, which iterates alike and is another object.

Source: each answer was run on TensorFlow 2.21, eagerly and under ``tf.function``.
"""

from __future__ import annotations

from typing import Final

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.value import AbstractValue, Atom, Container, Tuple
from jupyter_hybridize.knowledge.host import Host

RANGE: Final = "builtins.range"
LISTED: Final = "builtins.listed_range"  # the name of what is a range eagerly and a list in a graph
ASKS: Final = frozenset(
    {"builtins.isinstance", "builtins.type", "builtins.hash", "builtins.id", "builtins.hasattr", "builtins.getattr"}
    | {"copy.copy", "copy.deepcopy"}
)
_DEEPEST: Final = 3


def as_list(atom: Tuple) -> Tuple:
    """Return *atom*, an argument, as a trace gets it."""
    return Tuple(atom.items, atom.rest, LISTED, (), atom.count) if atom.name == RANGE else atom


def note_asked(host: Host, item: AbstractValue, text: str) -> None:
    """Record that *item* is asked what it is, if it is or holds a range that came as a list."""
    if host.mode.is_traced and item.has(Tuple, Container) and _is_listed(host, item, _DEEPEST):
        detail = "a range comes as a list"
        host.effect(EffectKind.ASKS_MODE, text, answer=Answer.UNKNOWN, detail=detail, reason="range")


def _is_listed(host: Host, item: AbstractValue, depth: int) -> bool:
    return any(_holds(host, atom, depth) for atom in item.atoms)


def _holds(host: Host, atom: Atom, depth: int) -> bool:
    match atom:
        case Tuple(name=name, items=items):
            return name == LISTED or (depth > 0 and any(_is_listed(host, part, depth - 1) for part in items))
        case Container(site=site) if depth:
            held = host.load(site)
            parts = (*(held.items or ()), *(held.entries or {}).values(), held.element)
            return any(_is_listed(host, part, depth - 1) for part in parts)
    return False
