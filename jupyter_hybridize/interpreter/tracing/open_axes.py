"""Axes that a graph leaves open: what eager execution knows the size of, and tracing does not.

``x[x > 0]`` has as many rows as there are positive values. Eagerly that is a number, ``y.shape[0]``; in a graph it is
None. A value that may have such an axis carries the origin ``OPEN_AXIS``; whoever reads the axis says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.value import (
    BOTTOM,
    OPEN_AXIS,
    AbstractValue,
    Array,
    Container,
    Form,
    PythonIterator,
    Tensor,
    Tuple,
)
from jupyter_hybridize.interpreter.machine import Machine
from jupyter_hybridize.knowledge.declared import family_names
from jupyter_hybridize.knowledge.host import Arguments
from jupyter_hybridize.knowledge.names import canonical

_COMPUTED: Final = frozenset({
    "boolean-mask", "unique", "segment", "string-split", "image-decode", "image-decode-gif", "decode-raw",
    "decode-csv", "decode-wav", "parse-example", "parse-tensor", "string-characters", "string-codes", "string-ngrams",
    "string-encode", "signal-frames", "short-time-spectrum", "real-spectrum", "complex-spectrum", "cepstra",
})  # fmt: skip
_SIZED: Final = frozenset({  # every argument asks for a size
    "filled", "fill", "range", "linspace", "random", "random-like", "random-int64", "eye", "sequence-mask",
    "confusion-matrix",
})  # fmt: skip
_ASKED: Final = frozenset({  # every argument but the first asks for a size or an axis
    "reshape", "tile", "repeat", "pad", "broadcast-to", "slice", "one-hot", "top-k", "split", "transpose",
    "expand-dims", "scatter-nd", "reduction", "reduction-bool", "reduction-real", "count-nonzero", "argmax",
    "image-resize", "image-pad", "image-box", "image-crop", "image-central-crop", "unknown-shape", "string-reduce",
    "transposed-convolution",
})  # fmt: skip
_FAMILIES: Final = family_names()
# what computes a size outside the families; any other function keeps the sizes it is given
_OPEN_FUNCTIONS: Final = (
    "tensorflow.py_function", "tensorflow.numpy_function", "tensorflow.compat.v1.py_func",
    "tensorflow.image.non_max_suppression", "tensorflow.image.combined_non_max_suppression",
    "tensorflow.while_loop", "tensorflow.cond", "tensorflow.case", "tensorflow.switch_case",
    "tensorflow.data.", "tensorflow.io.", "tensorflow.strings.", "tensorflow.ragged.",
    "tensorflow.sparse.", "tensorflow.RaggedTensor.", "tensorflow.sets.", "tensorflow.raw_ops.", "tensorflow.signal.",
    "tensorflow.compat.", "tensorflow.image.", "tensorflow.audio.", "tensorflow.vectorized_map", "tensorflow.scan",
    "tensorflow.dynamic_partition", "tensorflow.unique",
    "tensorflow.math.", "tensorflow.linalg.", "tensorflow.nn.", "tensorflow.random.",
)  # fmt: skip
_OPEN_CLASSES: Final = (
    "tensorflow.TensorArray", "tensorflow.RaggedTensor", "tensorflow.SparseTensor", "tensorflow.IndexedSlices",
    "tensorflow.data.", "keras.layers.TextVectorization",
)  # fmt: skip
_ANY_SIZE: Final = (  # take a last axis of any size
    "keras.layers.Embedding", "keras.layers.Dropout", "keras.layers.Activation", "keras.layers.ReLU",
    "keras.layers.LeakyReLU", "keras.layers.Softmax", "keras.layers.Rescaling", "keras.layers.Masking",
    "keras.layers.StringLookup", "keras.layers.IntegerLookup", "keras.metrics.", "keras.losses.",
)  # fmt: skip
_LAST_SIZE: Final = (  # take axes of any size but for the last
    "keras.layers.Dense", "keras.layers.LSTM", "keras.layers.GRU", "keras.layers.SimpleRNN", "keras.layers.Conv",
    "keras.layers.BatchNormalization", "keras.layers.LayerNormalization", "keras.layers.MultiHeadAttention",
    "keras.layers.MaxPooling", "keras.layers.AveragePooling", "keras.layers.GlobalMaxPooling",
    "keras.layers.GlobalAveragePooling", "keras.layers.UpSampling", "keras.layers.ZeroPadding",
    "keras.layers.SeparableConv", "keras.layers.DepthwiseConv",
)  # fmt: skip
_DEEPEST: Final = 3
_HOLDING: Final = frozenset({Tuple, Container})


def after_function(m: Machine, name: str, arguments: Arguments, result: AbstractValue) -> AbstractValue:
    """Return what calling library function *name* gave, marked if a graph does not know its sizes."""
    if not _may_open(m) or not _is_open_function(m, canonical(name), arguments):
        return result
    return marked(m, result)


def after_method(
    m: Machine, cls: str, receiver: AbstractValue, arguments: Arguments, result: AbstractValue
) -> AbstractValue:
    """Return what calling a method of library class *cls* gave, marked if a graph does not know its sizes."""
    if not _may_open(m):
        return result
    is_open = cls.startswith(_OPEN_CLASSES) or any(t.form in (Form.RAGGED, Form.SPARSE) for t in receiver.each(Tensor))
    if not is_open and cls == "tensorflow.random.Generator":
        is_open = any(_asks_by_tensor(m, item) for item in arguments.every())
    return marked(m, result) if is_open else result


def before_layer(m: Machine, cls: str, method: str, arguments: Arguments, text: str) -> None:
    """Record a Keras object that is called with a tensor whose rank or last axis a graph does not know."""
    if not _may_open(m) or method not in ("__call__", "call") or not cls.startswith("keras."):
        return
    _note_signature(m, cls, arguments, text)
    takes_any = cls.startswith(_ANY_SIZE)
    for item in arguments.every():
        shapes = [tensor.shape.dims for tensor in item.each(Tensor)] if OPEN_AXIS in item.origins else []
        if any(dims is None or (dims and dims[-1] is None and not takes_any) for dims in shapes):
            m.effect(EffectKind.READS_STATIC_SHAPE, text, answer=Answer.UNKNOWN, reason="open layer")


def _note_signature(m: Machine, cls: str, arguments: Arguments, text: str) -> None:
    """Record a Keras object that may ask for sizes which a signature of the function being traced leaves open.

    The first axis, of the batch, Keras itself leaves open.
    """
    if m.trial is None or cls.startswith(_ANY_SIZE):
        return
    asked = slice(-1, None) if cls.startswith(_LAST_SIZE) else slice(1, None)
    own = {name for name, _ in m.trial.arguments}
    for item in arguments.every():
        shapes = [tensor.shape.dims for tensor in item.each(Tensor)] if own & item.origins else []
        if any(dims is None or None in dims[asked] for dims in shapes):
            m.effect(EffectKind.READS_STATIC_SHAPE, text, answer=Answer.UNKNOWN, reason="layer")


def after_attribute(m: Machine, owner: AbstractValue, found: AbstractValue) -> AbstractValue:
    """Return an attribute of a ragged or sparse tensor, marked: how many values it holds, only running it tells."""
    if m.trial is None or not m.frames[-1].mode.is_traced:
        return found
    for atom in owner.atoms:
        if type(atom) is Tensor and (atom.form is Form.RAGGED or atom.form is Form.SPARSE):
            return marked(m, found)
    return found


def after_index(m: Machine, owner: AbstractValue, index: AbstractValue, found: AbstractValue) -> AbstractValue:
    """Return ``owner[index]``, marked if a mask or a bound that is a tensor chose its size."""
    if not _may_open(m) or not owner.has(Tensor) or not _chooses_by_tensor(index):
        return found
    return marked(m, found)


def after_branches(m: Machine, parts: Sequence[AbstractValue], joined: AbstractValue) -> AbstractValue:
    """Return what a graph conditional gives, marked if its branches may give tensors of different sizes."""
    shapes = {(frozenset(t.shape for t in part.each(Tensor)), part.origins) for part in parts}
    return marked(m, joined) if len(shapes) > 1 else joined


def marked(m: Machine, item: AbstractValue) -> AbstractValue:
    """Return *item*, marked if it holds a tensor with an axis of unknown size."""
    if _may_open(m) and _has_unknown_axis(m, item, _DEEPEST):
        return item.with_origins({OPEN_AXIS})
    return item


def _may_open(m: Machine) -> bool:
    return m.trial is not None and m.frames[-1].mode.is_traced


def _is_open_function(m: Machine, name: str, arguments: Arguments) -> bool:
    family = _FAMILIES.get(name)
    for item in arguments.every():
        if _holds_composite(m, item):
            return True
    if family == "where":
        return arguments.get(1, "x") is None
    if family is None:
        if name == "builtins.next":
            return any(i.is_dataset for item in arguments.every() for i in item.each(PythonIterator))
        return name.startswith(_OPEN_FUNCTIONS)
    if family in _COMPUTED or family.startswith(("ragged-", "sparse-")):
        return True
    if family == "unsorted-segment":
        return _asks_by_tensor(m, arguments.get(2, "num_segments") or BOTTOM)
    asking = arguments.every() if family in _SIZED else arguments.every()[1:] if family in _ASKED else ()
    return any(_asks_by_tensor(m, item) for item in asking)


def _holds_composite(m: Machine, item: AbstractValue, depth: int = _DEEPEST) -> bool:
    """Return whether *item* is, or holds, a ragged or sparse tensor: what is made of it has sizes that are values."""
    for atom in item.atoms:
        if type(atom) is Tensor:
            if atom.form is Form.RAGGED or atom.form is Form.SPARSE:
                return True
        elif depth and type(atom) in _HOLDING and any(_holds_composite(m, p, depth - 1) for p in _parts(m, atom)):
            return True
    return False


def _asks_by_tensor(m: Machine, item: AbstractValue, depth: int = _DEEPEST) -> bool:
    """Return whether a size is, or may be, given by a tensor."""
    for atom in item.ordered():
        if isinstance(atom, Tensor):
            return True
        if depth and any(_asks_by_tensor(m, part, depth - 1) for part in _parts(m, atom)):
            return True
    return item.is_unknown


def _chooses_by_tensor(index: AbstractValue) -> bool:
    """Return whether an index is a mask, or holds a slice with a bound that is a tensor."""
    for atom in index.ordered():
        match atom:
            case Tensor(shape=shape) | Array(shape=shape):
                if shape.dims != ():
                    return True
            case Tuple(name="slice", items=bounds):
                if any(bound.has(Tensor) or bound.is_unknown for bound in bounds):
                    return True
            case Tuple(items=items, rest=rest):
                if rest is not None or any(_chooses_by_tensor(item) for item in items):
                    return True
    return index.is_unknown


def _has_unknown_axis(m: Machine, item: AbstractValue, depth: int) -> bool:
    for atom in item.ordered():
        if isinstance(atom, Tensor):
            if atom.form is not Form.KERAS_SYMBOLIC and (atom.shape.dims is None or None in atom.shape.dims):
                return True
        elif depth and any(_has_unknown_axis(m, part, depth - 1) for part in _parts(m, atom)):
            return True
    return item.is_unknown


def _parts(m: Machine, atom: object) -> tuple[AbstractValue, ...]:
    match atom:
        case Tuple(items=items, rest=rest, name=name) if name != "tf.TensorShape":
            return items if rest is None else (*items, rest)
        case Container(site=site):
            content = m.live.load(site)
            return () if content is None else (*(content.entries or {}).values(), content.element)
    return ()
