"""Cross-entropies of probabilities: in a graph Keras looks for the softmax or sigmoid behind them.

Where it finds the operation it computes from the logits, exactly; eager execution clips the probabilities to
[1e-7, 1 - 1e-7] first, unless an activation of Keras itself made them, which remembers the logits. So what
``tf.nn.softmax`` gives loses differently when traced, as soon as the probabilities come near to 0 or 1. And so do
predictions passed in as an argument, which tracing makes a tensor that remembers nothing.
"""

from __future__ import annotations

from typing import Final

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.value import AbstractValue, Api, Origin
from jupyter_hybridize.knowledge.host import Call

RAW: Final[Origin] = "probabilities:raw"  # made by TensorFlow's own softmax or sigmoid, and by nothing after it
KEPT: Final[Origin] = "probabilities:kept"  # made by an activation of Keras, with the logits
LOST: Final[Origin] = "probabilities:lost"  # those, as an argument of a traced function
PROBABILITIES: Final = frozenset({RAW, KEPT, LOST})
_OF_KERAS: Final = frozenset(
    f"keras.{module}.{name}" for module in ("activations", "ops") for name in ("softmax", "sigmoid")
)
_NAMES: Final = frozenset({"softmax", "sigmoid"})
_SOURCES: Final = frozenset({"tensorflow.math.softmax", "tensorflow.sigmoid"})
_KEEPING: Final = frozenset({"tensorflow.cast", "tensorflow.convert_to_tensor"})  # may give what they are given
_COMPUTING: Final = ("Dense", "Conv", "Normalization", "Pooling", "Embedding")  # layers that certainly do not
ENTROPIES: Final = frozenset(
    {"binary_crossentropy", "binary_focal_crossentropy", "categorical_crossentropy", "sparse_categorical_crossentropy"}
)
ENTROPY_CLASSES: Final = frozenset(
    {"BinaryCrossentropy", "BinaryFocalCrossentropy", "CategoricalCrossentropy", "SparseCategoricalCrossentropy"}
)


def after_function(name: str, result: AbstractValue) -> AbstractValue:
    """Return what calling library function *name* gave, as probabilities if it makes them."""
    if name in _SOURCES:
        return computed(result).with_origins({RAW})
    if name in _OF_KERAS:
        return computed(result).with_origins({KEPT})
    return result if name in _KEEPING else computed(result)


def computed(result: AbstractValue) -> AbstractValue:
    """Return *result* as something that is no softmax or sigmoid itself."""
    marks = result.origins & PROBABILITIES
    return AbstractValue(result.atoms, result.origins - marks) if marks else result


def as_argument(item: AbstractValue) -> AbstractValue:
    """Return an argument as a trace gets it: the logits that an activation of Keras left with it are lost."""
    return computed(item).with_origins({LOST}) if KEPT in item.origins else computed(item)


def captured(item: AbstractValue) -> AbstractValue:
    """Return what an attribute holds as a trace finds it: if it was set before, without the logits."""
    return item.with_origins({LOST}) if KEPT in item.origins else item


def after_layer(cls: str, given: AbstractValue) -> frozenset[Origin]:
    """Return the origins that what a layer of class *cls* gives has of its input."""
    if cls.endswith(".Softmax"):
        return computed(given).origins | {KEPT}
    return computed(given).origins if any(kind in cls for kind in _COMPUTING) else given.origins


def activated(function: AbstractValue, result: AbstractValue) -> AbstractValue:
    """Return what a layer gives whose activation is *function*."""
    if any(each.name in _SOURCES for each in function.each(Api)):
        return computed(result).with_origins({RAW})
    is_of_keras = any(each.name in _OF_KERAS for each in function.each(Api)) or function.constant() in _NAMES
    return computed(result).with_origins({KEPT}) if is_of_keras else result


def check(call: Call, predictions: AbstractValue, from_logits: AbstractValue) -> None:
    """Record a cross-entropy that a graph may compute from the logits where eager execution does not."""
    if from_logits.constant() is True:
        return
    if call.host.mode.is_traced and predictions.origins & {RAW, LOST}:
        is_raw = RAW in predictions.origins
        detail = f"a graph {'finds' if is_raw else 'does not find'} the logits behind the probabilities"
        call.host.effect(EffectKind.ASKS_MODE, call.text, answer=Answer.UNKNOWN, detail=detail, reason="logits")
    elif KEPT in predictions.origins:
        detail = "what a graph returns has lost the logits behind the probabilities"
        call.host.blame_makers(predictions, EffectKind.ASKS_MODE, call.text, detail=detail, reason="logits")
