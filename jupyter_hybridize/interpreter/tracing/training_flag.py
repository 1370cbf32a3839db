"""``training=`` given a tensor: Keras asks for its truth in Python, where AutoGraph does not reach."""

from __future__ import annotations

from typing import Final

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.value import Tensor
from jupyter_hybridize.interpreter.machine import Machine
from jupyter_hybridize.knowledge.host import Arguments

_ASKING: Final = tuple(
    f"keras.layers.{name}"
    for name in ("Dropout", "BatchNormalization", "GaussianNoise", "GaussianDropout", "AlphaDropout", "SpatialDropout")
)
_SECOND: Final = (*_ASKING, "keras.Sequential")  # its second argument is the flag


def check(m: Machine, cls: str, method: str, arguments: Arguments, text: str) -> None:
    """Record a Keras object that is called with a tensor as its training flag: it raises if anything in it asks."""
    if m.trial is None or not m.frame.mode.is_traced or method not in ("__call__", "call"):
        return
    if not cls.startswith("keras."):
        return
    flag = arguments.get(1 if cls.startswith(_SECOND) else None, "training")
    if flag is None or not flag.has(Tensor):
        return
    answer = Answer.NO if cls.startswith(_ASKING) and len(flag.atoms) == 1 else Answer.UNKNOWN
    detail = "a training flag must be a Python bool"
    m.effect(EffectKind.NEEDS_VALUE, text, answer=answer, detail=detail, reason="training")
