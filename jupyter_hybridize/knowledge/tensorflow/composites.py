"""Ragged and sparse tensors: functions applied to their values, and what else they are made of."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.shape import UNKNOWN_SHAPE, Shape
from jupyter_hybridize.domain.value import AbstractValue, Atom, Form, Tensor, join_all, tensor, tuple_of, value
from jupyter_hybridize.knowledge.host import Arguments, Call
from jupyter_hybridize.knowledge.overlay import Overlay
from jupyter_hybridize.knowledge.structures import callback_mode, map_structure
from jupyter_hybridize.knowledge.tensorflow.tensors import RAGGED, SPARSE

OVERLAY: Final = Overlay()


@OVERLAY.function("tensorflow.ragged.map_flat_values")
def _map_flat_values(call: Call) -> AbstractValue:
    return _mapped(call, Form.RAGGED)


@OVERLAY.function("tensorflow.sparse.map_values")
def _map_values(call: Call) -> AbstractValue:
    return _mapped(call, Form.SPARSE)


def _mapped(call: Call, form: Form) -> AbstractValue:
    """Call the function with the values of each ragged (or sparse) argument, and put its result in their place."""
    host, given = call.host, call.arguments
    outer = [a for item in (*given.positional[1:], *given.keywords.values()) for a in item.each(Tensor)]
    shapes = {a.shape for a in outer if a.form is form}

    def inner(item: AbstractValue) -> AbstractValue:
        return map_structure(host, lambda atom: _values(atom, form), item)

    arguments = Arguments(
        tuple(inner(item) for item in given.positional[1:]),
        {name: inner(item) for name, item in given.keywords.items() if name != "op"},
        given.star,
        given.double_star,
    )
    result = host.call(call.argument(0, "op"), arguments, callback_mode(host))
    shape = shapes.pop().opened() if len(shapes) == 1 else UNKNOWN_SHAPE
    found = list(result.each(Tensor))
    if len(found) < len(result.atoms):
        host.effect(EffectKind.UNKNOWN_VALUE, call.text, answer=Answer.UNKNOWN, reason=call.name)
    kept = (
        shape if all(a.shape.rank == 1 and (shape.rank == 2 or form is Form.SPARSE) for a in found) else UNKNOWN_SHAPE
    )
    return join_all(tensor(a.dtype, kept, form) for a in found).with_origins(result.origins)


def _values(atom: Atom, form: Form) -> AbstractValue:
    if not isinstance(atom, Tensor) or atom.form is not form:
        return value(atom)
    is_flat = form is Form.SPARSE or atom.shape.rank == 2
    return tensor(atom.dtype, Shape((None,)) if is_flat else UNKNOWN_SHAPE)


@OVERLAY.property(RAGGED, "nested_row_splits")
@OVERLAY.method(RAGGED, "nested_row_lengths", "nested_value_rowids")
def _nested(call: Call) -> AbstractValue:
    return tuple_of(rest=tensor(None, Shape((None,))))


@OVERLAY.method(SPARSE, "with_values")
def _with_values(call: Call) -> AbstractValue:
    kinds = {atom.dtype for atom in call.argument(0, "new_values").each(Tensor)}
    dtype = kinds.pop() if len(kinds) == 1 else None
    return join_all(value(replace(atom, dtype=dtype, shape=atom.shape.opened())) for atom in call.receiver.each(Tensor))
