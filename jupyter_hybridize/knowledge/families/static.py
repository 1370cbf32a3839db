"""Arguments that shape an op's graph and so must be Python values: an eager tensor will do, a symbolic one will not.

Source: each was given a tensor eagerly and under ``tf.function`` on TensorFlow 2.21.
"""

from __future__ import annotations

from typing import Final

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.value import Tensor
from jupyter_hybridize.knowledge.families.operation import Operation
from jupyter_hybridize.knowledge.host import Call

_STATIC: Final = frozenset(
    "a_is_sparse adjoint adjoint_a adjoint_b approximate axes axis b_is_sparse batch_dims block_size compute_uv "
    "conjugate data_format depth_radius dilations direction exclusive filter_size full_matrices keepdims ksize lower "
    "num num_buckets num_or_size_splits ord padding precision rates reverse strides transpose_a transpose_b "
    "width".split()
)
_KERAS: Final = frozenset(
    "alpha approximate axis data_format dilation_rate from_logits ignore_class k keepdims label_smoothing max_value "
    "negative_slope num_classes padding pool_size strides threshold".split()
)
_MOVABLE: Final = frozenset(  # whose axis may be a tensor
    "argmax argmin boolean_mask concat cumsum expand_dims gather linspace math.argmax math.argmin math.count_nonzero "
    "math.cumprod math.cumsum math.cumulative_logsumexp reverse strings.reduce_join".split()
)


_VALUES: Final = frozenset(  # a Python number of any type will do, a tensor must have the dtype of the others
    "alpha beta bias clip_norm constant_values contrast_factor delta gain gamma lam lower max_delta max_norm max_val "
    "maxval mean minval offset padding_value rate rcond saturation_factor scale stddev stop upper variance "
    "variance_epsilon".split()
)


def note_static(operation: Operation) -> None:
    """Record tensors given where the graph needs a Python value, or converts a Python number but no tensor."""
    if not operation.is_traced:
        return
    name = operation.call.name.removeprefix("tensorflow.")
    for parameter in operation.bound:
        is_compared = parameter == "y" and name.startswith("debugging.")
        if (parameter in _VALUES and name != "range") or is_compared:
            _check_value(operation, parameter)
    for parameter, item in operation.bound.items():
        if parameter not in _STATIC or not any(isinstance(atom, Tensor) for atom in item.atoms):
            continue
        if parameter in {"axis", "axes", "num"} and (name in _MOVABLE or "reduce_" in name):
            continue
        operation.host.effect(
            EffectKind.NEEDS_VALUE, operation.text, answer=Answer.UNKNOWN, detail=f"`{parameter}` is no Python value"
        )


def _check_value(operation: Operation, parameter: str) -> None:
    item = operation.bound[parameter]
    others = [item for name, each in operation.bound.items() if name != parameter for item in each.each(Tensor)]
    is_plain = (
        all(each.dtype == "float32" for each in others) and "dtype" not in operation.bound and parameter != "alpha"
    )
    for number in item.each(Tensor):
        if number.staged and not (is_plain and number.dtype == "float32"):
            operation.mixes(f"`{parameter}` is a tensor of a dtype of its own", Answer.UNKNOWN)


def note_static_keywords(call: Call) -> None:
    """Record tensors that a Keras function gets by a name that asks for a Python value."""
    for keyword, item in call.arguments.keywords.items():
        if call.host.mode.is_traced and keyword in _KERAS and any(isinstance(atom, Tensor) for atom in item.atoms):
            detail = f"`{keyword}` is no Python value"
            call.host.effect(EffectKind.NEEDS_VALUE, call.text or call.name, answer=Answer.UNKNOWN, detail=detail)
