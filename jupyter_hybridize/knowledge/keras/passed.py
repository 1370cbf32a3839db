"""Keras variables as arguments: a trace gets their value, a tensor, where eager execution gets the variable.

Seen with Keras 3: of ``layer.kernel`` and of what ``model.trainable_variables`` holds, passed alone or within lists and
dicts. A ``tf.Variable`` stays one.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.value import AbstractValue, Atom, Container, Form, Origin, Tensor, Tuple
from jupyter_hybridize.knowledge.host import Host

OF_KERAS: Final[Origin] = "variable:keras"
PASSED: Final[Origin] = "variable:passed"  # what was one, as a trace gets it
REASON: Final = "keras variable"
LOST: Final = frozenset(
    "assign assign_add assign_sub constraint handle initializer name numpy overwrite_with_gradient path regularizer "
    "trainable value".split()
)


def as_argument(item: AbstractValue) -> AbstractValue:
    """Return an argument as a trace gets it."""
    if OF_KERAS not in item.origins or not any(map(_is_variable, item.atoms)):
        return item
    atoms = frozenset(map(_as_tensor, item.atoms))
    return AbstractValue(atoms, (item.origins - {OF_KERAS}) | {PASSED})


def _is_variable(atom: Atom) -> bool:
    return isinstance(atom, Tensor) and atom.form is Form.VARIABLE


def _as_tensor(atom: Atom) -> Atom:
    return replace(atom, form=Form.DENSE) if isinstance(atom, Tensor) and _is_variable(atom) else atom


def note_use(host: Host, item: AbstractValue, text: str, use: str, answer: Answer = Answer.NO) -> None:
    """Record that *use* is made of *item* as of a variable, if it is, or holds, one that was passed."""
    if host.mode.is_traced and _is_passed(host, item, 3):
        host.effect(EffectKind.UNSUPPORTED_ARGUMENT, text, answer=answer, detail=use, reason=REASON)


def _is_passed(host: Host, item: AbstractValue, depth: int) -> bool:
    for atom in item.ordered():
        if isinstance(atom, Tensor):
            found = PASSED in item.origins and atom.form is Form.DENSE
        elif isinstance(atom, Tuple):
            found = any(
                _is_passed(host, part, depth - 1) for part in (*atom.items, *([atom.rest] if atom.rest else []))
            )
        else:
            found = (
                isinstance(atom, Container) and depth > 0 and _is_passed(host, host.load(atom.site).element, depth - 1)
            )
        if found:
            return True
    return False
