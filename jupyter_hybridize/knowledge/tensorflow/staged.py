"""Numbers that a graph has as tensors: what they answer otherwise than the numbers that eager execution has.

AutoGraph makes a tensor of every number bound under a condition or in a loop that TensorFlow runs, of ``int(t)``,
``float(t)``, ``len(t)`` and ``not t``, and of the counters of ``range(t)`` and of ``enumerate`` over a data set.

Source: each answer was run on TensorFlow 2.21, eagerly and under ``tf.function``.
"""

from __future__ import annotations

from typing import Final

from jupyter_hybridize.domain import dtype as dtypes
from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.shape import SCALAR_SHAPE, Shape
from jupyter_hybridize.domain.value import (
    BOTTOM,
    AbstractValue,
    Api,
    Array,
    Atom,
    Container,
    Dataset,
    Form,
    Scalar,
    Tensor,
    Tuple,
    value,
)
from jupyter_hybridize.knowledge.host import Call, Host
from jupyter_hybridize.knowledge.operands import Operation
from jupyter_hybridize.knowledge.tensorflow import listed
from jupyter_hybridize.knowledge.tensorflow.tensor_arithmetic import COMPARISONS

_NUMBERS: Final = frozenset({"int", "float", "bool", "complex"})
ARRAY_DTYPE: Final = "dtype:array"  # origin of the dtype of a tensor that eagerly is an array
SORTED: Final = "sorted keywords"  # what marks a dict that has another order in a graph
RUNNING: Final = "loop"  # origin of numbers that change from round to round
_LARGEST_INT32: Final = 2**31 - 1
_LARGEST_FACTOR: Final = 2**16  # whose product with another counter an int32 may not hold
_ASKS: Final = frozenset(
    {"builtins.isinstance", "builtins.type", "builtins.hasattr", "builtins.getattr"}
    | {"tensorflow.is_tensor", "keras.ops.is_tensor", "numpy.isscalar", "tensorflow.is_symbolic_tensor"}
)  # fmt: skip
_OTHER_KINDS: Final = frozenset(
    f"builtins.{name}" for name in ("list", "tuple", "dict", "set", "frozenset", "range", "slice", "NoneType")
)
_TEXTS: Final = frozenset({"builtins.str", "builtins.bytes"})
_HASHES_ELEMENTS: Final = frozenset(
    {"builtins.set", "builtins.frozenset", "builtins.dict.fromkeys", "collections.Counter"}
)
_HASHING_METHODS: Final = frozenset(
    {"get", "pop", "setdefault", "add", "discard", "remove", "__contains__", "__getitem__", "move_to_end"}
)
_HASHING: Final = frozenset(
    {"dict", "set", "frozenset", "collections.OrderedDict", "collections.defaultdict", "collections.Counter"}
)
_WANTS_NUMBER: Final = frozenset({"collections.deque"})


def number(dtype: str | None, shape: Shape = SCALAR_SHAPE) -> AbstractValue:
    """Return the tensor that a graph has instead of a number."""
    return value(Tensor(dtype, shape, staged=True))


def is_staged(item: AbstractValue) -> bool:
    """Return whether *item* may be a number of eager execution that a graph has as a tensor."""
    for atom in item.atoms:  # a loop, as each argument of each library call is asked
        if type(atom) is Tensor and atom.staged:
            return True
    return False


def marked(result: AbstractValue, *operands: Atom) -> AbstractValue:
    """Return *result* as a number of eager execution if all its *operands* are: none is a tensor there."""
    if all(_is_number(atom) for atom in operands):
        atoms = (_as_number(atom) for atom in result.atoms)
        return AbstractValue(frozenset(atoms), result.origins)
    return result


def _is_number(atom: Atom) -> bool:
    match atom:
        case Tensor(staged=staged):
            return staged
        case Scalar(type=name):
            return name in _NUMBERS
    return isinstance(atom, Array)


def _as_number(atom: Atom) -> Atom:
    if isinstance(atom, Tensor) and atom.form is Form.DENSE:
        return Tensor(atom.dtype, atom.shape, atom.form, staged=True)
    return atom


# -- operators ------------------------------------------------------------------------------------------------------


def note_operator(operation: Operation, left: Atom, right: Atom) -> None:
    """Record an operator that does something else to a number than to its tensor."""
    for one, other in ((left, right), (right, left)):
        if not (isinstance(one, Tensor) and one.staged and operation.host.mode.is_traced):
            continue
        if _is_sequence(other) and operation.operator in ("*", "==", "!=") and one.shape.rank in (0, None):
            if one.dtype != "string":
                detail = "eagerly it is a number, which repeats a sequence" if operation.operator == "*" else _KIND
                operation.effect(EffectKind.ASKS_MODE, detail=detail, reason="sequence")
            continue
        answer = _may_overflow(operation, one, other, is_base=one is left)
        if answer is not Answer.NO:
            detail = "an int32 does not hold every Python int"
            maybe = answer is Answer.UNKNOWN
            operation.effect(EffectKind.ASKS_MODE, detail=detail, reason="overflow", maybe=maybe)


_KIND: Final = "eagerly it is a number"


def _is_sequence(atom: Atom) -> bool:
    return isinstance(atom, Tuple | Container) or (isinstance(atom, Scalar) and atom.type in ("str", "bytes"))


def _may_overflow(operation: Operation, one: Tensor, other: Atom, *, is_base: bool) -> Answer:
    """Return whether an int32 does not hold what a Python int would hold here."""
    if one.dtype != "int32" or not _is_number(other) or operation.operator in COMPARISONS:
        return Answer.NO
    held = other.constant if isinstance(other, Scalar) else None
    size = abs(held) if isinstance(held, int) else None
    if size is not None and size > _LARGEST_INT32:
        return Answer.YES
    grows = RUNNING in operation.origins
    match operation.operator:
        case "**":
            is_large = not is_base or size is None or size > 2
        case "*":
            is_large = isinstance(other, Tensor) or (size or 0) >= _LARGEST_FACTOR or (grows and size not in (0, 1))
        case "+" | "-":
            is_large = grows and isinstance(other, Tensor)
        case _:
            is_large = False
    return Answer.UNKNOWN if is_large else Answer.NO


# -- calls ----------------------------------------------------------------------------------------------------------


def note_call(call: Call, name: str) -> None:
    """Record a function that asks a number what it is, or needs it as a key or a size."""
    if not call.host.mode.is_traced:
        return
    given = call.arguments.every()
    if name in listed.ASKS and given:
        listed.note_asked(call.host, given[0], call.text or name)
    if name == "builtins.hash":
        note_hash(call.host, given[0] if given else BOTTOM, call.text)
    elif name in _HASHES_ELEMENTS:
        for item in given:
            if item.has(Tuple, Container) and _has_no_hash(call.host.iterate(item)):
                _refuse(call)
    elif any(map(is_staged, given)):
        if name in _ASKS and not (name == "builtins.isinstance" and _asks_for_another_kind(call)):
            call.host.effect(EffectKind.ASKS_MODE, call.text or name, detail=_KIND, reason=name.rpartition(".")[2])
        elif name in _WANTS_NUMBER:
            _refuse(call)
        elif name == "tensorflow.print":
            _note_print(call)
        elif name.startswith("tensorflow.data."):
            _note_width(call)


def _asks_for_another_kind(call: Call) -> bool:
    """Return whether the classes asked for are of neither numbers, arrays nor tensors: no answer changes."""
    kinds = set(call.argument(1).atoms)
    for atom in call.argument(1).each(Tuple):
        kinds = kinds - {atom} | {inner for item in atom.items for inner in item.atoms}
        if atom.rest is not None:
            return False
    has_text = any(each.dtype in (None, "string") for item in call.arguments.every() for each in item.each(Tensor))
    others = _OTHER_KINDS if has_text else _OTHER_KINDS | _TEXTS
    return bool(kinds) and all(isinstance(kind, Api) and kind.name in others for kind in kinds)


def _note_print(call: Call) -> None:
    """``tf.print`` shows ``3.0`` as Python does, and a tensor of it as ``3``."""
    kinds = {each.dtype for item in call.arguments.every() for each in item.each(Tensor) if each.staged}
    if any(kind != "string" and not dtypes.is_integer(kind) for kind in kinds):
        call.host.effect(EffectKind.ASKS_MODE, call.text, detail="a number and its tensor look unlike", reason="print")


def _note_width(call: Call) -> None:
    """A data set takes any Python int as int64, and no int32 tensor."""
    if all(each.dtype == "int64" for item in call.arguments.every() for each in item.each(Tensor) if each.staged):
        return
    detail = "an int32 tensor is not converted to int64"
    call.host.effect(EffectKind.MIXES_DTYPES, call.text, answer=Answer.UNKNOWN, detail=detail, reason="dtype")


def note_method(call: Call) -> None:
    """Record a method of a dict or set that gets a number as a key, and one of a data set."""
    if not call.host.mode.is_traced:
        return
    if call.name in ("items", "values", "keys", "popitem"):
        note_order(call.host, call.receiver, call.text)
    if call.receiver.has(Dataset) and any(map(is_staged, call.arguments.every())):
        _note_width(call)
    elif call.name not in _HASHING_METHODS:
        return
    elif any(c.type in _HASHING for c in call.receiver.each(Container)):
        note_hash(call.host, call.argument(0), call.text)


def note_hash(host: Host, key: AbstractValue, text: str) -> None:
    """Record a number that becomes a key of a dict or a member of a set."""
    listed.note_asked(host, key, text)
    if host.mode.is_traced and (is_staged(key) or _holds_tensor(key)):
        host.effect(EffectKind.NEEDS_VALUE, text, detail="a tensor has no hash", reason="hash")


def _holds_tensor(key: AbstractValue, depth: int = 3) -> bool:
    """Return whether *key* is a tuple with a tensor in it, which has no hash eagerly either: there it is a number."""
    parts = [part for each in key.each(Tuple) for part in each.items]
    return any(_has_no_hash(part) or (depth > 0 and _holds_tensor(part, depth - 1)) for part in parts)


def _has_no_hash(item: AbstractValue) -> bool:
    """Return whether *item* may be a tensor; variables of Keras have a hash."""
    return any(each.form is not Form.VARIABLE for each in item.each(Tensor))


def note_order(host: Host, item: AbstractValue, text: str) -> None:
    """Record that the keywords of a call are iterated, which a trace gets sorted by name."""
    if host.mode.is_traced and any(SORTED in host.load(each.site).attributes for each in item.each(Container)):
        detail = "keywords come sorted by name"
        host.effect(EffectKind.ASKS_MODE, text, answer=Answer.UNKNOWN, detail=detail, reason="order")


def _refuse(call: Call) -> None:
    call.host.effect(EffectKind.NEEDS_VALUE, call.text or call.name, detail="a tensor is no number", reason="hash")
