"""Which library objects were used, so that they have their variables: Keras makes them on the first call."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.heap import HeapObject
from jupyter_hybridize.domain.value import BOTTOM, AbstractValue, Container, Instance, Site
from jupyter_hybridize.interpreter.machine import Machine
from jupyter_hybridize.interpreter.trace import Location
from jupyter_hybridize.knowledge.keras.callbacks import ADD_LOSS
from jupyter_hybridize.knowledge.keras.values import BUILT

VARIABLE_LISTS = frozenset(
    f"{kind}{name}" for kind in ("", "trainable_", "non_trainable_") for name in ("variables", "weights")
)
LOSSES: Final[Location] = ("library", "keras.losses", "")  # that `add_loss` keeps with any layer
_MADE_BUILT = frozenset({"keras.Model"})  # a functional model has its variables from the start

# Objects that are held by none but their own library's: no layer asks a data frame or the options of a data set
_APART: Final = (
    "pandas.", "matplotlib.", "PIL.", "sklearn.", "IPython.", "ipywidgets.", "tqdm.", "argparse.", "logging.",
    "keras.preprocessing.", "tensorflow.data.Options", "tensorflow.data.ThreadingOptions",
)  # fmt: skip


def note_set(m: Machine, owner: Instance) -> None:
    """An attribute of a library's object is set: a method of what holds the object reads it unseen."""
    content = m.live.load(owner.site)
    is_one = content is not None and not content.multiple
    m.note_write(("library", _group(owner.cls), ""), owner.site if is_one else None, Answer.UNKNOWN)


def note_asked(m: Machine, cls: str, name: str) -> None:
    """The running trial calls a method of a library's object that was there before."""
    for group in dict.fromkeys(("*", _group(cls))):
        m.note_read(("library", group, ""), name)


def _group(cls: str) -> str:
    return next((prefix for prefix in _APART if cls.startswith(prefix)), "*")


def mark(m: Machine, site: Site) -> None:
    """The object at *site* was called; in a trial that is forgotten at its end, for the call itself comes after it.

    What may not have run has made no variables for certain.
    """
    if m.trial is not None:
        m.trial.used.add(site)
    elif not m.is_conditional():
        m.used.add(site)


def note_use(m: Machine, receiver: AbstractValue) -> None:
    """A library object is used and has its variables from now on; that they were read before was too early."""
    for instance in receiver.each(Instance):
        mark(m, instance.site)
        if m.trial is not None:
            for effect in m.trial.unused.pop(instance.site, ()):
                m.trial.add(replace(effect, answer=Answer.NO))


def note_variables(m: Machine, receiver: AbstractValue, name: str, text: str) -> None:
    """A list of variables may be read: it depends on ``trainable``, and on whether the object was used before."""
    if name == "losses":
        _note_losses(m, text)
    if name not in VARIABLE_LISTS:
        return
    m.note_read(("library", "*", ""), f"{text}.trainable")  # of the layers that it holds
    for instance in receiver.each(Instance):
        m.note_read(("attribute", instance.site, "trainable"), f"{text}.trainable")
        if m.trial is None or m.is_fresh(instance.site) or instance.cls in _MADE_BUILT or is_used(m, instance.site):
            continue
        effect = m.effect_here(EffectKind.STALE_VARIABLE_READ, f"{text}.{name}", Answer.UNKNOWN, "unused")
        m.trial.add(effect)
        m.trial.unused.setdefault(instance.site, []).append(effect)


def _note_losses(m: Machine, text: str) -> None:
    """Losses are read: those that no call in the same graph has added are what calls before have left."""
    if m.trial is not None and not any(effect.reason == ADD_LOSS for effect in m.trial.effects.values()):
        m.note_read(LOSSES, f"{text}.losses")


def is_built(content: HeapObject) -> bool:
    """Return whether an object of Keras certainly has its variables; of several made at one place, whether each has."""
    held = content.attributes
    return held.get(BUILT, held.get("built", BOTTOM)).constant() is True


def is_used(m: Machine, site: str, depth: int = 3) -> bool:
    """Return whether the object at *site*, or one that it holds, was called."""
    if site in m.used or (m.trial is not None and site in m.trial.used):
        return True
    content = m.live.load(site)
    if content is None or not depth:
        return False
    if is_built(content):
        return True
    held = (*content.attributes.values(), content.element, *(content.entries or {}).values())
    inner = {a.site for item in held for a in item.atoms if isinstance(a, Instance | Container)}
    return any(is_used(m, each, depth - 1) for each in sorted(inner))
