"""Objects that make their variables when they are first used: a later trace may not be what uses them first.

``tf.function`` lets a function make variables in its first trace. A layer that only another trace reaches, because a
flag chose the other branch before, is built there, and TensorFlow raises.
"""

from __future__ import annotations

import ast
from typing import Final

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.value import AbstractValue, Container, Instance
from jupyter_hybridize.interpreter.arguments import Bound
from jupyter_hybridize.interpreter.attributes import class_lookup
from jupyter_hybridize.interpreter.machine import Machine
from jupyter_hybridize.interpreter.trace import Trial
from jupyter_hybridize.interpreter.usage import is_used

_CALLS: Final = frozenset({"__call__", "apply_gradients", "apply", "minimize"})
_BUILDING: Final = frozenset({"build", "fit", "predict", "evaluate", "train_on_batch", "load_weights"})
_LAZY: Final = frozenset(
    f"keras.layers.{name}"
    for name in (
        "Dense EinsumDense Embedding PReLU BatchNormalization LayerNormalization GroupNormalization RMSNormalization "
        "Conv1D Conv2D Conv3D Conv1DTranspose Conv2DTranspose Conv3DTranspose SeparableConv1D SeparableConv2D "
        "DepthwiseConv1D DepthwiseConv2D LSTM GRU SimpleRNN LSTMCell GRUCell SimpleRNNCell MultiHeadAttention"
    ).split()
)
_DEEPEST: Final = 4


def note(m: Machine, cls: str, method: str, receiver: AbstractValue, text: str) -> None:
    """Record that an object of library class *cls* is used in the running trial, if it was not used before."""
    for instance in receiver.each(Instance):
        is_known = is_used(m, instance.site) and not _is_chosen(m, instance)
        if method in _BUILDING or (is_known and instance.cls == "keras.Sequential"):
            _mark(m, instance.site, _DEEPEST)
        elif method in _CALLS and not is_known and _is_traced(m) and _is_lazy(m, cls, instance):
            assert m.trial is not None
            content = m.live.load(instance.site)
            is_one = content is not None and not content.multiple and len(receiver.atoms) == 1
            answer = Answer.NO if is_one and not m.is_conditional() and not cls.endswith("SGD") else Answer.UNKNOWN
            detail = "it is used for the first time in a later trace"
            m.trial.first_uses.append(m.effect_here(EffectKind.CREATES_VARIABLE, text, answer, "first use", detail))
            if method != "__call__":
                m.used.add(instance.site)


def _is_chosen(m: Machine, instance: Instance) -> bool:
    """Return whether *instance* is one of several, picked by an index no loop counts: ``layers[i](x)``."""
    content, node = m.live.load(instance.site), m.frame.node
    if content is None or not content.multiple or not isinstance(node, ast.Call):
        return False
    if not isinstance(node.func, ast.Subscript) or not isinstance(node.func.slice, ast.Name):
        return False
    index = m.live.get(m.frame.scope, node.func.slice.id)
    return index is not None and "loop" not in index.origins


def _is_traced(m: Machine) -> bool:
    return m.trial is not None and m.frame.mode.is_traced


def _is_lazy(m: Machine, cls: str, instance: Instance) -> bool:
    if m.is_fresh(instance.site):
        return False
    if cls.startswith(("keras.optimizers.", "keras.Optimizer")) or cls in _LAZY:
        return True
    return cls == "keras.Layer" and ":" in instance.cls and class_lookup(m, instance.cls, "build") is not None


def _mark(m: Machine, site: str, depth: int) -> None:
    """An object that has its variables holds objects that have theirs."""
    m.used.add(site)
    content = m.live.load(site)
    if content is None or not depth:
        return
    held = (*content.attributes.values(), content.element, *(content.entries or {}).values())
    for inner in sorted({a.site for item in held for a in item.atoms if isinstance(a, Instance | Container)}):
        _mark(m, inner, depth - 1)


def check(m: Machine, trial: Trial) -> None:
    """Record what *trial* uses first, if the function was traced before."""
    if trial.first_uses and any(
        is_same_function(earlier, trial) for earlier in m.trace.trials_of.get(trial.code.id, ())
    ):
        for effect in trial.first_uses:
            trial.add(effect)


def is_same_function(earlier: Trial, trial: Trial) -> bool:
    """Return whether one ``tf.function`` would have traced both, of one definition: for a method, per object."""
    if earlier.is_guess or earlier.function != trial.function:
        return False
    return trial.code.owner is None or earlier.arguments[:1] == trial.arguments[:1]


def renewed(m: Machine, bound: Bound) -> tuple[str, ...]:
    """Return the parameters that get one of several objects made at one place, in a loop say."""
    return tuple(name for name, item in bound if any(_is_one_of_several(m, i) for i in item.each(Instance)))


def _is_one_of_several(m: Machine, instance: Instance) -> bool:
    content = m.live.load(instance.site)
    return content is not None and content.multiple and content.attributes.get("built") is None
