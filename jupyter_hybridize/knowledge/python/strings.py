"""Text: ``str``, ``format``, and the methods of str and bytes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.value import (
    BOTTOM,
    TOP,
    AbstractValue,
    Array,
    Instance,
    Scalar,
    Tensor,
    Tuple,
    constant,
    tuple_of,
    value,
)
from jupyter_hybridize.knowledge.host import Call
from jupyter_hybridize.knowledge.iteration import note_open_axes
from jupyter_hybridize.knowledge.overlay import Overlay
from jupyter_hybridize.knowledge.python.arguments import (
    BOOL,
    BYTES,
    INT,
    STR,
    atoms,
    dunder,
    happens,
    has_special,
    holds_symbolic,
    known,
    needs_value,
    note_unknown,
)
from jupyter_hybridize.knowledge.tensorflow.listed import note_asked
from jupyter_hybridize.knowledge.tensorflow.staged import ARRAY_DTYPE

OVERLAY = Overlay()
TEXTS: Final = ("builtins.str", "builtins.bytes")
_SAME: Final = (
    "capitalize", "casefold", "center", "expandtabs", "ljust", "lower", "lstrip", "replace", "rjust", "rstrip",
    "strip", "swapcase", "title", "upper", "zfill", "removeprefix", "removesuffix", "translate",
)  # fmt: skip
_TRUTHS: Final = (
    "endswith", "startswith", "isalnum", "isalpha", "isascii", "isdecimal", "isdigit", "isidentifier", "islower",
    "isnumeric", "isprintable", "isspace", "istitle", "isupper",
)  # fmt: skip
_LONGEST = 4096


@OVERLAY.function("builtins.str", "builtins.repr", "builtins.ascii")
def text_of(call: Call) -> AbstractValue:
    """``str(t)`` of a tensor is another text in a graph."""
    if not call.arguments.every():
        return constant("")
    item = call.argument(0, "object")
    found = known([item])
    if found is not None and len(call.arguments.every()) == 1:
        return constant(str(found[0]) if call.name == "builtins.str" else repr(found[0]))
    shows(call, item)
    return STR


def shows(call: Call, item: AbstractValue) -> None:
    """Record that *call* turns *item* into text."""
    certainty = holds_symbolic(call.host, item)
    happens(call, EffectKind.ASKS_MODE, certainty, reason="str")
    note_asked(call.host, item, call.text)
    for shape in item.each(Tuple):
        note_open_axes(call.host, shape, item)
    if ARRAY_DTYPE in item.origins and any(atom.type == "tf.DType" for atom in item.each(Scalar)):
        happens(call, EffectKind.ASKS_MODE, Answer.UNKNOWN, reason="str", detail="an array names its dtype otherwise")
    note_unknown(call, item)
    _call_methods(call, item, ("__str__", "__repr__"))


def _call_methods(call: Call, item: AbstractValue, names: tuple[str, ...], *args: AbstractValue) -> None:
    for atom in atoms(item):
        defined = [name for name in names if has_special(call, atom, name)]
        if defined:
            dunder(call, atom, defined[0], *args)


@OVERLAY.function("builtins.format")
def format_(call: Call) -> AbstractValue:
    """``format(x, spec)``, also what an f-string does: a symbolic tensor takes no spec."""
    item, spec = call.argument(0), call.argument(1)
    formats(call, item, has_spec=not spec.is_bottom and known([spec]) != [""], spec=spec)
    return STR


def formats(call: Call, item: AbstractValue, *, has_spec: bool, spec: AbstractValue = BOTTOM) -> None:
    """Record that *call* formats *item*."""
    if not has_spec:
        shows(call, item)
        return
    exact = known([spec]) is not None
    certainty = needs_value(call, item, reason="format") if exact else Answer.NO
    if not exact:
        happens(call, EffectKind.NEEDS_VALUE, holds_symbolic(call.host, item) & Answer.UNKNOWN, reason="format")
    if certainty is Answer.NO:
        note_unknown(call, item)
        _call_methods(call, item, ("__format__",), spec if not spec.is_bottom else STR)


@OVERLAY.method("builtins.str", "format", "format_map")
def str_format(call: Call) -> AbstractValue:
    """``"{:.2f}".format(t)``: a symbolic tensor takes no spec."""
    template = known([call.receiver])
    text = template[0] if template else None
    has_spec = not isinstance(text, str) or ":" in text or "[" in text or "!" in text
    for item in call.arguments.every():
        if isinstance(text, str) and has_spec:
            formats(call, item, has_spec=True, spec=constant(":"))
        elif has_spec:
            formats(call, item, has_spec=True, spec=STR)
        else:
            formats(call, item, has_spec=False)
    return STR


@OVERLAY.method("builtins.bytes", "join")
@OVERLAY.method("builtins.str", "join")
def join(call: Call) -> AbstractValue:
    """``", ".join(xs)`` takes text only."""
    items = call.host.items(call.argument(0))
    element = call.host.iterate(call.argument(0))
    if element.has(Tensor):
        happens(call, EffectKind.NEEDS_VALUE, Answer.YES if call.host.mode.is_traced else Answer.NO, reason="join")
    note_unknown(call, element)
    found = known([call.receiver, *items]) if items is not None else None
    texts = [each for each in found or () if isinstance(each, str)]
    if texts and found is not None and len(texts) == len(found) and sum(map(len, texts)) < _LONGEST:
        return constant(texts[0].join(texts[1:]))
    return same(call)


def same(call: Call) -> AbstractValue:
    """Return some text of the receiver's type."""
    return value(*(Scalar(name) for name in {atom.type for atom in call.receiver.each(Scalar)}))


def _folded(call: Call, otherwise: AbstractValue) -> AbstractValue:
    """Compute a method of constant text; *otherwise* where something is not known."""
    texts = known([call.receiver])
    given = known(call.arguments.positional)
    if texts is None or given is None or call.arguments.keywords or not call.arguments.is_exact:
        return otherwise
    method: Callable[..., object] = getattr(texts[0], call.name)
    try:
        result = method(*given)
    except (TypeError, ValueError, OverflowError, MemoryError):
        happens(call, EffectKind.RAISES, Answer.YES)
        return BOTTOM
    if isinstance(result, str | bytes | bool | int) and (isinstance(result, int) or len(result) <= _LONGEST):
        return constant(result)
    return otherwise


def _values_needed(call: Call) -> None:
    """Text methods take text and ints only; a tensor has neither without a value."""
    needs_value(call, *call.arguments.every(), reason=call.name)
    if any(isinstance(atom, Array | Instance) for item in call.arguments.every() for atom in item.atoms):
        note_unknown(call, TOP)


def transformed(call: Call) -> AbstractValue:
    """Methods that return text of the same type."""
    _values_needed(call)
    if call.name in ("center", "ljust", "rjust", "zfill", "expandtabs", "translate"):
        return same(call)
    return _folded(call, same(call))


def asked(call: Call) -> AbstractValue:
    """Methods that return a bool."""
    _values_needed(call)
    return _folded(call, BOOL)


def counted(call: Call) -> AbstractValue:
    """Methods that return an int."""
    _values_needed(call)
    return _folded(call, INT)


def split(call: Call) -> AbstractValue:
    """Methods that return a list of text."""
    _values_needed(call)
    texts, given = known([call.receiver]), known(call.arguments.positional)
    if texts is not None and given is not None and not call.arguments.keywords and call.arguments.is_exact:
        parts = _split_constant(texts[0], call.name, given)
        if parts is not None:
            return call.host.new_list([constant(part) for part in parts])
    return call.host.new_list(None, same(call))


def _split_constant(
    text: object, name: str, given: list[int | float | bool | str | bytes | complex | None]
) -> list[str] | None:
    if not isinstance(text, str):
        return None
    try:
        parts = getattr(text, name)(*given)
    except (TypeError, ValueError):
        return None
    return [str(part) for part in parts] if len(parts) <= _LONGEST else None


def partition(call: Call) -> AbstractValue:
    """``s.partition(sep)``."""
    _values_needed(call)
    return tuple_of(same(call), same(call), same(call))


for _cls in TEXTS:
    OVERLAY.method(_cls, *_SAME)(transformed)
    OVERLAY.method(_cls, *_TRUTHS)(asked)
    OVERLAY.method(_cls, "count", "find", "index", "rfind", "rindex")(counted)
    OVERLAY.method(_cls, "split", "rsplit", "splitlines")(split)
    OVERLAY.method(_cls, "partition", "rpartition")(partition)


@OVERLAY.method("builtins.str", "encode")
def encode(call: Call) -> AbstractValue:
    """``s.encode()``."""
    return BYTES


@OVERLAY.method("builtins.bytes", "decode", "hex")
def decode(call: Call) -> AbstractValue:
    """``b.decode()``."""
    return STR


@OVERLAY.function("builtins.bytes", "builtins.bytearray")
def bytes_(call: Call) -> AbstractValue:
    """``bytes(x)``."""
    needs_value(call, *call.arguments.every(), reason="bytes")
    return BYTES if call.name.endswith("bytes") else call.host.new_object("bytearray")


@OVERLAY.function("builtins.str.join")
def unbound_join(call: Call) -> AbstractValue:
    """``str.join(sep, xs)``."""
    call.host.iterate(call.argument(1))
    return STR


@OVERLAY.function("builtins.str.maketrans")
@OVERLAY.method("builtins.str", "maketrans")
def maketrans(call: Call) -> AbstractValue:
    """``str.maketrans``."""
    return call.host.new_dict(None, INT, INT.join(STR).join(constant(None)))
