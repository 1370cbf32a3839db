"""Python that a graph calls each time it runs: ``tf.py_function``, ``tf.numpy_function``."""

from __future__ import annotations

from typing import Final

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.value import (
    BOTTOM,
    TOP,
    AbstractValue,
    Array,
    Container,
    Tensor,
    Tuple,
    tensor,
    value,
)
from jupyter_hybridize.knowledge.families.dtype_names import dtype_of
from jupyter_hybridize.knowledge.host import Arguments, Call, Host
from jupyter_hybridize.knowledge.numpy.data import data_of
from jupyter_hybridize.knowledge.overlay import Overlay
from jupyter_hybridize.knowledge.tensorflow.control import as_tensors

OVERLAY: Final = Overlay()


@OVERLAY.function("tensorflow.py_function")
def _py_function(call: Call) -> AbstractValue:
    """Run Python on eager tensors; its results are cast to what is declared, eagerly too."""
    call.host.call_later(call.argument(0, "func"), _arguments(call, by_numpy=False))
    return _declared(call)


@OVERLAY.function("tensorflow.numpy_function", "tensorflow.compat.v1.py_func")
def _numpy_function(call: Call) -> AbstractValue:
    """Run Python on arrays; only a graph asks for the dtypes that are declared."""
    given = call.host.call_later(call.argument(0, "func"), _arguments(call, by_numpy=True))
    outputs = call.argument(2, "Tout")
    wanted = _dtypes(call.host, outputs)
    if call.host.mode.is_traced and (wanted is None or wanted):
        is_several = given.has(Tuple, Container)
        is_as_declared = is_several == outputs.has(Tuple, Container)
        items = call.host.items(given) if is_several else (given,)
        _check(call, items if is_as_declared else None, wanted)
    return _declared(call)


def _arguments(call: Call, *, by_numpy: bool) -> Arguments:
    call.host.tensor_op("EagerPyFunc")
    items = call.host.items(call.argument(1, "inp"))
    passed = () if items is None else tuple(_passed(call.host, each, by_numpy=by_numpy) for each in items)
    return Arguments(passed, star=TOP if items is None else BOTTOM)


def _passed(host: Host, item: AbstractValue, *, by_numpy: bool) -> AbstractValue:
    tensors = as_tensors(host, item)
    if not by_numpy:
        return tensors
    arrays = [Array(atom.dtype, atom.shape) for atom in tensors.each(Tensor)]
    return value(*arrays) if arrays and len(arrays) == len(tensors.atoms) else TOP


def _check(call: Call, given: tuple[AbstractValue, ...] | None, wanted: list[str | None] | None) -> None:
    """Record results of other dtypes than the declared ones: eager execution hands them on as they are."""
    if given is None or wanted is None or len(given) != len(wanted):
        _differs(call, Answer.UNKNOWN, "what it gives is not known")
        return
    for item, dtype in zip(given, wanted, strict=True):
        found = None if item.is_unknown else data_of(call.host, item)
        if found is None or found.dtype is None or dtype is None:
            _differs(call, Answer.UNKNOWN, f"what it gives for {dtype or 'an unknown dtype'} is not known")
        elif found.python in ("int", "float"):  # eagerly of 32 bits, in a graph of 64
            _differs(call, Answer.NO, f"it declares {dtype} and gives a Python {found.python}")
        elif found.dtype != dtype:
            _differs(call, Answer.NO, f"it declares {dtype} and gives {found.dtype}")


def _differs(call: Call, answer: Answer, detail: str) -> None:
    call.host.effect(EffectKind.MIXES_DTYPES, call.text, answer=answer, detail=detail, reason="declared")


def _dtypes(host: Host, outputs: AbstractValue) -> list[str | None] | None:
    """Return the declared dtypes; None for a number of them that is not known."""
    if not outputs.has(Tuple, Container):
        return [_dtype(outputs)]
    items = host.items(outputs)
    return None if items is None else [_dtype(each) for each in items]


def _dtype(item: AbstractValue) -> str | None:
    names = {dtype_of(atom) for atom in item.atoms}
    return names.pop() if len(names) == 1 else None


def _declared(call: Call) -> AbstractValue:
    outputs = call.argument(2, "Tout")
    items = _dtypes(call.host, outputs)
    if items is None:
        return TOP
    tensors = [tensor(each) for each in items]
    return call.host.new_list(tensors) if outputs.has(Tuple, Container) else tensors[0]
