"""Layers that Keras builds on the first call, by running ``call`` on symbols outside of everything else.

A ``tf.function`` reached from there traces with the initial values of variables that do not exist yet, as constants,
and the real call of the same shape uses that trace again: weights never change, gradients are None. Seen on TensorFlow
2.21 with Keras 3.15, for ``call`` itself and for what it calls, unless the sublayers are built before.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import Effect, EffectKind
from jupyter_hybridize.domain.value import BOTTOM, AbstractValue, Instance
from jupyter_hybridize.interpreter.calling.arguments import Bound
from jupyter_hybridize.interpreter.language.attributes import class_lookup, mro
from jupyter_hybridize.interpreter.machine import Machine
from jupyter_hybridize.interpreter.memory import objects
from jupyter_hybridize.interpreter.trace import Code
from jupyter_hybridize.interpreter.tracing.usage import is_built
from jupyter_hybridize.knowledge.keras.layer_classes import KINDS

_LAYER = "keras.Layer"
_BUILT = "keras.Model"  # of the functional kind, whose variables exist from the start
_SEEDS_ONLY = re.compile(r"Random|\w*Dropout|\w*Noise")  # their state is made with them


def note_lazy_build(m: Machine, code: Code, bound: Bound) -> None:
    """Record that *code* runs while Keras builds a layer whose sublayers have no variables yet."""
    frames = [(f.code, f.receiver) for f in m.frames if f.code is not None]
    for each, receiver in [*frames, (code, bound[0][1] if bound else BOTTOM)]:
        if not isinstance(each.node, ast.FunctionDef) or each.node.name != "call" or each.owner is None:
            continue
        for instance in receiver.each(Instance):
            unbuilt = next(_unbuilt(m, instance), None)
            if unbuilt is not None and class_lookup(m, instance.cls, "build") is None:
                span = each.parsed.span(each.unit, each.node)
                kind = EffectKind.BUILDS_LAZILY
                assert m.trial is not None
                m.trial.add(Effect(kind, each.name, span, Answer.UNKNOWN, detail=unbuilt, reason="sublayer"))
                return


def _unbuilt(m: Machine, owner: Instance, depth: int = 3) -> Iterator[str]:
    """Yield the attributes of a layer that hold layers which may have no variables yet."""
    content = m.live.load(owner.site)
    if content is None or _LAYER not in mro(m, owner.cls):
        return
    for name, item in content.attributes.items():
        if any(_may_be_unbuilt(m, instance) for instance in _instances(m, item, depth)):
            yield name


def _instances(m: Machine, item: AbstractValue, depth: int) -> Iterator[Instance]:
    yield from item.each(Instance)
    if depth:
        for atom in item.ordered():
            if not isinstance(atom, Instance):
                for part in objects.parts(m, atom):
                    yield from _instances(m, part, depth - 1)


def _may_be_unbuilt(m: Machine, instance: Instance) -> bool:
    order = mro(m, instance.cls)
    content = m.live.load(instance.site)
    if _LAYER not in order or instance.cls == _BUILT or content is None:
        return False
    own = instance.cls.rpartition(".")[2]
    kind = KINDS.get(own) if instance.cls.startswith("keras.layers.") else None
    if kind is not None and (not kind.state or _SEEDS_ONLY.match(own)):
        return False
    return not is_built(content)
