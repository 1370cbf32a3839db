"""The function applies NumPy, or another library that computes, to a value that comes from a tensor.

NumPy converts what it is given to an array, and a symbolic tensor has no values to convert: the call raises. An
ndarray *argument* is such a tensor too, since ``tf.function`` converts it: its ``.astype``, ``.mean()`` and item
assignment are gone. On constants, and on shapes and dtypes that are static, NumPy runs once while tracing and is
fine.

**Refused:**

    import numpy as np
    import tensorflow as tf


    def spread(x):
        return tf.reduce_max(x) - np.mean(x)  # HYB202


    RESULT = [spread(tf.constant([1.0, 3.0])), spread(tf.constant([2.0, 8.0]))]

**Accepted:**

    import numpy as np
    import tensorflow as tf


    def spread(x):
        return tf.reduce_max(x) - tf.reduce_mean(x)


    RESULT = [spread(tf.constant([1.0, 3.0])), spread(tf.constant([2.0, 8.0]))]

**Refused:** an ndarray argument becomes a tensor

    import numpy as np
    import tensorflow as tf


    def centred(x):
        return tf.constant(1.0) * (x - np.mean(x))  # HYB202


    RESULT = [centred(np.float32([1, 3])), centred(np.float32([2, 8]))]

**Accepted:** NumPy may look at its shape

    import numpy as np
    import tensorflow as tf


    def centred(x):
        return tf.constant(1.0) * (x - tf.reduce_sum(x) / np.prod(x.shape))


    RESULT = [centred(np.float32([1, 3])), centred(np.float32([2, 8]))]
"""

from __future__ import annotations

from collections.abc import Iterator

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.facts.function import FunctionFacts
from jupyter_hybridize.rules._rule import Fix, Kind, Reason, rule, subject, with_detail

REPLACEMENTS = {
    "abs": "tf.abs", "absolute": "tf.abs", "add": "tf.add", "all": "tf.reduce_all", "any": "tf.reduce_any",
    "arange": "tf.range", "argmax": "tf.argmax", "argmin": "tf.argmin", "argsort": "tf.argsort",
    "array": "tf.convert_to_tensor", "asarray": "tf.convert_to_tensor", "astype": "tf.cast", "ceil": "tf.math.ceil",
    "clip": "tf.clip_by_value", "concatenate": "tf.concat", "cos": "tf.cos", "cumprod": "tf.math.cumprod",
    "cumsum": "tf.cumsum", "diag": "tf.linalg.diag", "divide": "tf.divide", "dot": "tf.tensordot",
    "einsum": "tf.einsum", "equal": "tf.equal", "exp": "tf.exp", "expand_dims": "tf.expand_dims", "eye": "tf.eye",
    "fill": "tf.fill", "flatten": "tf.reshape", "flip": "tf.reverse", "float32": "tf.cast", "float64": "tf.cast",
    "floor": "tf.floor", "full": "tf.fill", "full_like": "tf.fill", "hstack": "tf.concat", "int32": "tf.cast",
    "int64": "tf.cast", "isfinite": "tf.math.is_finite", "isinf": "tf.math.is_inf", "isnan": "tf.math.is_nan",
    "linspace": "tf.linspace", "log": "tf.math.log", "log1p": "tf.math.log1p", "logical_and": "tf.logical_and",
    "logical_not": "tf.logical_not", "logical_or": "tf.logical_or", "matmul": "tf.matmul", "max": "tf.reduce_max",
    "maximum": "tf.maximum", "mean": "tf.reduce_mean", "meshgrid": "tf.meshgrid", "min": "tf.reduce_min",
    "minimum": "tf.minimum", "mod": "tf.math.floormod", "multiply": "tf.multiply", "newaxis": "tf.newaxis",
    "norm": "tf.norm", "ones": "tf.ones", "ones_like": "tf.ones_like", "outer": "tf.tensordot", "pad": "tf.pad",
    "power": "tf.pow", "prod": "tf.reduce_prod", "ravel": "tf.reshape", "repeat": "tf.repeat",
    "reshape": "tf.reshape", "roll": "tf.roll", "round": "tf.round", "sign": "tf.sign", "sin": "tf.sin",
    "sort": "tf.sort", "split": "tf.split", "sqrt": "tf.sqrt", "square": "tf.square", "squeeze": "tf.squeeze",
    "stack": "tf.stack", "std": "tf.math.reduce_std", "subtract": "tf.subtract", "sum": "tf.reduce_sum",
    "swapaxes": "tf.transpose", "take": "tf.gather", "tanh": "tf.tanh", "tensordot": "tf.tensordot",
    "tile": "tf.tile", "transpose": "tf.transpose", "T": "tf.transpose", "tril": "tf.linalg.band_part",
    "triu": "tf.linalg.band_part", "unique": "tf.unique", "var": "tf.math.reduce_variance", "vstack": "tf.concat",
    "where": "tf.where", "zeros": "tf.zeros", "zeros_like": "tf.zeros_like",
}  # fmt: skip
_OTHER = {
    "setitem": "Use `tf.tensor_scatter_nd_update` or `tf.where` instead of assigning to items.",
    "isinstance": "Ask `tf.is_tensor` instead: an array argument arrives as a tensor.",
}
_OUTSIDE = "Do it outside and pass the result as an argument, or write it with TensorFlow's operations."


@rule("HYB202", Kind.SAFETY, Fix.GUIDED)
def check(facts: FunctionFacts) -> Iterator[Reason]:
    """Report each value from a tensor that leaves TensorFlow."""
    for effect in facts.effects_of(EffectKind.LEAVES_TENSORFLOW):
        verb = "gets" if effect.answer is Answer.NO else "may get"
        message = with_detail(f"`{effect.target}` {verb} a traced tensor, which has no values", effect)
        yield Reason.of(effect, message, advice_for(subject(effect)))


def advice_for(name: str) -> str:
    """Return what to use instead of NumPy's *name*."""
    if name in REPLACEMENTS:
        return f"Use `{REPLACEMENTS[name]}` instead."
    return _OTHER.get(name, _OUTSIDE)
