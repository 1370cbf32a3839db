"""The function does no TensorFlow work, neither itself nor in what it calls.

A graph speeds up operations, by running many without returning to Python. Where there are none, the call through
``tf.function`` costs time and turns Python results into tensors.

**Refused:**

    import tensorflow as tf


    def decayed(step):  # HYB401
        return 0.1 * 0.5 ** (step // 10)


    RESULT = [tf.constant(decayed(0)), tf.constant(decayed(20))]

**Accepted:**

    import tensorflow as tf


    def decayed(step):
        return 0.1 * tf.pow(0.5, tf.cast(step // 10, tf.float32))


    RESULT = [decayed(tf.constant(0)), decayed(tf.constant(20))]
"""

from __future__ import annotations

from collections.abc import Iterator

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.facts.function import FunctionFacts
from jupyter_hybridize.rules._rule import Kind, Reason, rule

_PLAIN = "Leave it a plain function."
_OTHER_FRAMEWORKS = (
    "apache_beam", "chex", "cupy", "flax", "haiku", "jax", "jaxlib", "mxnet", "optax", "torch", "torchvision",
    "tensorflow_probability.substrates",
)  # fmt: skip
_OPAQUE = (EffectKind.UNKNOWN_CALL, EffectKind.UNKNOWN_VALUE)
_TENSORS = ("tensorflow", "keras", "tf_keras", "tensorflow_probability", "sonnet", "keras_hub", "keras_cv", "keras_nlp")
_TENSORFLOW = ("tensorflow", "tf_", "keras", "tfp", "tfds")
_FOR_PYTHON = frozenset(
    """
    __bool__ __bytes__ __complex__ __contains__ __delattr__ __dir__ __eq__ __float__ __format__ __getstate__ __hash__
    __index__ __int__ __iter__ __len__ __ne__ __reduce__ __repr__ __setattr__ __setstate__ __str__
    """.split()
)


@rule("HYB401", Kind.BENEFIT)
def check(facts: FunctionFacts) -> Iterator[Reason]:
    """Ask whether any operation runs."""
    if facts.tensor_work is Answer.NO:
        seen = " that can be seen" if any(facts.effects_of(*_OPAQUE)) else ""
        yield Reason.about(facts, f"`{facts.name}` does no tensor computation{seen}", Answer.NO, _PLAIN)
    elif facts.tensor_work is Answer.UNKNOWN and (other := _other_framework(facts)):
        yield Reason.about(facts, f"`{facts.name}` computes with `{other}`, not with TensorFlow", Answer.NO, _PLAIN)
    elif facts.tensor_work is Answer.UNKNOWN and (user := _used_by_other(facts)):
        message = f"`{facts.name}` is used by `{user}`, which knows nothing of tensors of TensorFlow's"
        yield Reason.about(facts, message, Answer.NO, _PLAIN)
    elif facts.tensor_work is Answer.UNKNOWN and not facts.has_tensorflow:
        message = f"nothing here uses TensorFlow, so `{facts.name}` is not known to compute with tensors"
        yield Reason.about(facts, message, Answer.NO, _PLAIN)
    elif facts.tensor_work is Answer.UNKNOWN and _is_for_numpy(facts):
        message = f"`{facts.name}` computes with NumPy, and nothing in it is known to be TensorFlow's"
        yield Reason.about(facts, message, Answer.NO, _PLAIN)
    elif facts.tensor_work is Answer.UNKNOWN and _is_protocol(facts):
        yield Reason.about(facts, f"Python itself calls `{facts.name}`, for a plain result", Answer.NO, _PLAIN)
    elif facts.tensor_work is Answer.UNKNOWN:
        yield Reason.about(facts, f"whether `{facts.name}` does any tensor computation is not known", Answer.UNKNOWN)


def _other_framework(facts: FunctionFacts) -> str:
    """Return the framework with arrays of its own that the function calls, if it calls nothing of TensorFlow's."""
    called = [e.reason for kind in _OPAQUE for e in facts.effects_of(kind) if "." in e.reason]
    others = [name for name in called if _is_of(name, _OTHER_FRAMEWORKS)]
    if any(name.startswith(_TENSORFLOW) and name not in others for name in called):
        return ""
    return others[0].partition(".")[0] if others else ""


def _used_by_other(facts: FunctionFacts) -> str:
    """Return the framework with arrays of its own that the function is given to, if nothing else uses it."""
    is_others = not facts.eager_calls and not facts.traced_calls and bool(facts.handed_to)
    return facts.handed_to[0] if is_others and all(_is_of(user, _OTHER_FRAMEWORKS) for user in facts.handed_to) else ""


def _is_of(name: str, libraries: tuple[str, ...]) -> bool:
    return any(name == library or name.startswith(f"{library}.") for library in libraries)


def _is_for_numpy(facts: FunctionFacts) -> bool:
    """Return whether NumPy is given what is not known, and nothing is called that may compute with tensors.

    If that is a tensor, a trace cannot run it; if not, there is nothing for a graph to do.
    """
    calls = tuple(facts.effects_of(EffectKind.UNKNOWN_CALL))
    may_compute = any(_is_of(e.reason, _TENSORS) if "." in e.reason else "." not in e.target for e in calls)
    return not may_compute and any(facts.effects_of(EffectKind.LEAVES_TENSORFLOW))


def _is_protocol(facts: FunctionFacts) -> bool:
    """Return whether Python asks for a number, a string or a truth here, or reads a property."""
    definition = facts.definition
    is_property = "builtins.property" in definition.other_decorators
    return definition.is_method and (is_property or definition.name.rpartition(".")[2] in _FOR_PYTHON)
