"""Objects that make their variables when they are first used: a later trace may not be what uses them first.

``tf.function`` lets a function make variables in its first trace. A layer that only another trace reaches, because a
flag chose the other branch before, is built there, and TensorFlow raises.
"""

from __future__ import annotations

import ast
from typing import Final

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.value import AbstractValue, Array, Container, Instance, Tensor, value
from jupyter_hybridize.interpreter.calling.arguments import Bound
from jupyter_hybridize.interpreter.language.attributes import class_lookup
from jupyter_hybridize.interpreter.machine import Frame, Machine
from jupyter_hybridize.interpreter.memory import objects
from jupyter_hybridize.interpreter.syntax.nodes import per_node, walk
from jupyter_hybridize.interpreter.trace import Trial
from jupyter_hybridize.interpreter.tracing.usage import is_built, is_used, mark
from jupyter_hybridize.knowledge.keras.layer_classes import KINDS

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
_FUNCTIONAL: Final = "keras.Model"  # has its variables from the start


def note(m: Machine, cls: str, method: str, receiver: AbstractValue, text: str) -> None:
    """Record that an object of library class *cls* is used in the running trial, if it was not used before."""
    for instance in receiver.each(Instance):
        is_known = is_used(m, instance.site) and not (_is_chosen(m, instance) or _may_be_another(m, instance))
        if method in _BUILDING or (is_known and instance.cls == "keras.Sequential"):
            _mark(m, instance.site, _DEEPEST)
        elif method in _CALLS and not is_known and _is_traced(m) and _is_lazy(m, cls, instance):
            assert m.trial is not None
            content = m.live.load(instance.site)
            is_one = content is not None and not content.multiple and len(receiver.atoms) == 1
            answer = Answer.NO if is_one and not m.is_conditional() and not cls.endswith("SGD") else Answer.UNKNOWN
            detail = "it is used for the first time in a later trace"
            m.trial.first_uses.append(m.effect_here(EffectKind.CREATES_VARIABLE, text, answer, "first use", detail))
        if method in _CALLS and method != "__call__":
            mark(m, instance.site)


def _is_chosen(m: Machine, instance: Instance) -> bool:
    """Return whether *instance* is one of several, picked by an index no loop counts: ``layers[i](x)``."""
    content, node = m.live.load(instance.site), m.frame.node
    if content is None or not content.multiple or not isinstance(node, ast.Call):
        return False
    if not isinstance(node.func, ast.Subscript) or not isinstance(node.func.slice, ast.Name):
        return False
    index = m.live.get(m.frame.scope, node.func.slice.id)
    return index is not None and "loop" not in index.origins


def _may_be_another(m: Machine, instance: Instance) -> bool:
    """Return whether *instance* is one of several, picked by what no earlier trace was given.

    A trace reaches what an earlier one did if no argument but tensors differs, or if what differs picks nothing.
    """
    content, trial = m.live.load(instance.site), m.trial
    if trial is None or content is None or not content.multiple:
        return False
    if trial.differing is None:
        earlier = [t.arguments for t in m.trace.trials_of.get(trial.code.id, ()) if is_same_function(t, trial)]
        trial.differing = tuple(_differing(trial.arguments, each) for each in earlier)
    return bool(trial.differing) and all(
        names and any(_picks(m, frame, names) for frame in m.frames[m.trial_root :]) for names in trial.differing
    )


def _differing(left: Bound, right: Bound) -> frozenset[str]:
    """Return the parameters that get something else, tensors apart."""
    other = dict(_without_tensors(right))
    return frozenset(name for name, item in _without_tensors(left) if other.get(name) != item)


def _picks(m: Machine, frame: Frame, names: frozenset[str]) -> bool:
    """Return whether the call that *frame* is at depends on one of the parameters *names*: ``layers[i](x)``."""
    if any(c.is_loop and (isinstance(c.node, ast.While) or c.breaks is not None) for c in frame.controls):
        return True
    function = frame.node.func if isinstance(frame.node, ast.Call) else None
    while isinstance(function, ast.Attribute):
        function = function.value
    if isinstance(function, ast.Subscript) and isinstance(function.slice, ast.Constant):
        return True
    used = _names_in(function) if function is not None else ()
    held = [m.live.get(frame.scope, name) for name in used]
    return any(item is not None and not names.isdisjoint(item.origins) for item in held)


@per_node
def _names_in(node: ast.expr) -> tuple[str, ...]:
    return tuple(each.id for each in walk(node) if isinstance(each, ast.Name))


def _without_tensors(bound: Bound) -> Bound:
    return tuple((name, value(*(a for a in item.atoms if not isinstance(a, Tensor | Array)))) for name, item in bound)


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
    mark(m, site)
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


def lazy(m: Machine, bound: Bound) -> frozenset[str]:
    """Return the sites of the arguments that may make variables, by the library's doing, when they are first used."""
    instances = {i for _, item in bound for i in item.each(Instance)}
    return frozenset(i.site for i in instances if _makes_later(m, i, _DEEPEST))


def _makes_later(m: Machine, instance: Instance, depth: int) -> bool:
    """Return whether an object of Keras, or one that it holds, may have no variables yet."""
    content, is_own = m.live.load(instance.site), ":" in instance.cls
    if content is not None and is_built(content):
        return False
    if not is_own and instance.cls != _FUNCTIONAL:
        kind = KINDS.get(instance.cls.rpartition(".")[2]) if instance.cls.startswith("keras.layers.") else None
        return instance.cls.startswith(("keras.", "tensorflow.Module")) and (kind is None or kind.state)
    doubtful = not is_own or instance.cls in m.trace.library_classes
    if content is None or not depth:
        return doubtful
    if is_own and doubtful and class_lookup(m, instance.cls, "build") is not None:
        return True
    return any(_holds_later(m, item, depth - 1, doubtful=doubtful) for item in content.attributes.values())


def _holds_later(m: Machine, item: AbstractValue, depth: int, *, doubtful: bool) -> bool:
    if item.is_unknown or not depth:
        return doubtful
    if any(_makes_later(m, instance, depth) for instance in item.each(Instance)):
        return True
    inner = (part for atom in item.atoms if not isinstance(atom, Instance) for part in objects.parts(m, atom))
    return any(_holds_later(m, part, depth - 1, doubtful=doubtful) for part in inner)


def _is_one_of_several(m: Machine, instance: Instance) -> bool:
    content = m.live.load(instance.site)
    return content is not None and content.multiple and not is_built(content)
