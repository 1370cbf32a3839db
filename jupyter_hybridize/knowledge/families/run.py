"""Runs the transfer function of an op, with what is true of every op."""

from __future__ import annotations

from typing import Final

from jupyter_hybridize.domain import dtype as dtypes
from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.value import TOP, AbstractValue, Container, Form, Scalar, Tensor, Tuple, join_all, tensor
from jupyter_hybridize.knowledge import fitting
from jupyter_hybridize.knowledge.families.operation import Operation, bind
from jupyter_hybridize.knowledge.families.ragged import holds, run_ragged
from jupyter_hybridize.knowledge.families.registration import Family
from jupyter_hybridize.knowledge.families.sparse import run_sparse
from jupyter_hybridize.knowledge.families.static import note_static
from jupyter_hybridize.knowledge.host import Call
from jupyter_hybridize.knowledge.table import Signature

_COUNTS: Final = frozenset({"depth", "num_rows", "num_columns", "num_samples", "num_classes", "k", "maxlen", "num"})


def run_op(call: Call, name: str, signature: Signature, family: Family | None) -> AbstractValue:
    """Return the result of an op: of its family's rule, else a tensor of which the table tells the dtype at best."""
    call.host.tensor_op(name, signature.count)
    result = _result(call, name, signature, family)
    return result.with_origins(fitting.origins(name, call.arguments.every(), result))


def _result(call: Call, name: str, signature: Signature, family: Family | None) -> AbstractValue:
    for item in call.arguments.every():
        if _holds_unknown(call, item):
            _note(call, EffectKind.UNKNOWN_VALUE)
            break
    operation = bind(call, signature)
    if operation is None:
        _note(call, EffectKind.UNKNOWN_VALUE if not call.arguments.is_exact else EffectKind.RAISES)
        return tensor() if signature.is_one_tensor else TOP
    _note_name(operation)
    _note_numbers(operation)
    note_static(operation)
    if family is not None:
        composite = run_ragged(operation, name, family)
        composite = run_sparse(operation, name, family) if composite is None else composite
        return family(operation) if composite is None else composite
    if operation.is_traced or not signature.is_one_tensor:
        _note(call, EffectKind.UNKNOWN_VALUE)  # which operands a graph refuses that an eager op takes, nobody has told
    if any(holds(call.host, item, form) for item in call.arguments.every() for form in (Form.RAGGED, Form.SPARSE)):
        return join_all(tensor(form=form) for form in (Form.DENSE, Form.RAGGED, Form.SPARSE))
    return tensor(signature.dtype) if signature.is_one_tensor else TOP


def _holds_unknown(call: Call, item: AbstractValue) -> bool:
    """Return whether ⊤ is passed, by itself or as an element of a list."""
    if item.is_unknown:
        return True
    return item.has(Tuple, Container) and call.host.iterate(item, by_python=False).is_unknown


def _note(call: Call, kind: EffectKind) -> None:
    call.host.effect(kind, call.text or call.name, answer=Answer.UNKNOWN, reason=call.name)


def _note_numbers(operation: Operation) -> None:
    """Record a count that is no integer: NumPy's number is converted eagerly, and a trace makes it a tensor."""
    if not operation.is_traced:
        return
    for name in _COUNTS & operation.bound.keys():
        if any(t.dtype is not None and not dtypes.is_integer(t.dtype) for t in operation.get(name).each(Tensor)):
            operation.mixes(f"`{name}` is no integer", Answer.UNKNOWN)


def _note_name(operation: Operation) -> None:
    """Record a ``name`` that is no string: ignored eagerly, an error while tracing."""
    for atom in operation.get("name").atoms:
        if not (isinstance(atom, Scalar) and atom.type in ("str", "NoneType")):
            operation.host.effect(EffectKind.INVALID_NAME, operation.text, reason=operation.call.name)
