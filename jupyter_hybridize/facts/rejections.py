"""Which calls seen the present ``input_signature`` of a function rejects.

What TensorFlow takes for what was tried on 2.21: arrays, numbers and lists are converted, tensors are not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jupyter_hybridize.domain import dtype as dtypes
from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import Effect, EffectKind
from jupyter_hybridize.domain.shape import Shape
from jupyter_hybridize.domain.value import (
    ANY,
    AbstractValue,
    Array,
    Atom,
    Form,
    Scalar,
    Tensor,
    Tuple,
)
from jupyter_hybridize.facts.function import ParameterFacts, ParameterKind
from jupyter_hybridize.interpreter.trace import CallRecord

_SELF = "self"
_NUMBERS = {  # Python numbers that become a tensor of such a dtype
    "int": frozenset({*dtypes.FLOATS, *dtypes.SIGNED, *dtypes.UNSIGNED, *dtypes.COMPLEX}),
    "bool": frozenset({*dtypes.FLOATS, *dtypes.SIGNED, "bool"}),
    "float": frozenset({*dtypes.FLOATS, *dtypes.COMPLEX}),
    "complex": frozenset(dtypes.COMPLEX),
    "str": frozenset({"string"}),
    "bytes": frozenset({"string"}),
}


@dataclass(frozen=True, slots=True)
class _Misfit:
    """Why a value does not fit a spec; UNKNOWN if it only may not."""

    detail: str
    answer: Answer = Answer.NO


def rejections(
    signature: AbstractValue | None, parameters: Sequence[ParameterFacts], calls: Sequence[CallRecord]
) -> Iterator[Effect]:
    """Yield the calls that *signature*, a tuple of specs, rejects."""
    atom = None if signature is None else signature.only()
    if not isinstance(atom, Tuple):
        return
    for call in calls:
        if call.is_meant_to_fail:
            continue
        layouts = dict(call.layout)
        for parameter, spec in _assigned(parameters, atom.items):
            misfit = _of_parameter(parameter, spec, layouts.get(parameter.name))
            if misfit is not None and not (call.is_traced and misfit.answer is Answer.UNKNOWN):
                detail, kind = misfit.detail, EffectKind.REJECTED_ARGUMENT
                yield Effect(kind, parameter.name, call.span, misfit.answer, detail=detail, reason="signature")


def _assigned(
    parameters: Sequence[ParameterFacts], specs: Sequence[AbstractValue]
) -> Iterator[tuple[ParameterFacts, AbstractValue | None]]:
    """Yield each parameter with its spec; TensorFlow leaves out whichever is called ``self``."""
    left = [p for p in parameters if p.name != _SELF]
    if any(p.kind is ParameterKind.VARIADIC for p in left):
        return
    plain = [p for p in left if p.kind is ParameterKind.PLAIN]
    if len(specs) > len(plain):
        return
    for place, parameter in enumerate(left):
        yield parameter, specs[place] if place < len(specs) else None


def _of_parameter(parameter: ParameterFacts, spec: AbstractValue | None, item: AbstractValue | None) -> _Misfit | None:
    if item is None or item.is_unknown:
        return None
    if spec is not None:
        return _misfit(spec, item)
    if parameter.kind is ParameterKind.KEYWORDS:
        atom = item.only()
        has_some = isinstance(atom, Tuple) and bool(atom.items)
        return _Misfit("a keyword that the signature has no room for") if has_some else None
    known = {a.constant for value in (item, parameter.default) for a in value.each(Scalar)}
    if item == parameter.default or ANY in known or parameter.default.is_unknown or parameter.default.is_bottom:
        return None
    return _Misfit(f"{item}, and what has no spec must be its default, {parameter.default}")


def _misfit(spec: AbstractValue, item: AbstractValue) -> _Misfit | None:
    """Return why *item* does not fit, None if it does; where it is one of several things, all or none decides."""
    wanted = spec.only()
    if wanted is None:
        return None
    found = [_atom_misfit(wanted, atom) for atom in item.ordered()]
    bad = [each for each in found if each is not None]
    if not bad:
        return None
    is_certain = len(bad) == len(found) and all(each.answer is Answer.NO for each in bad)
    return _Misfit(bad[0].detail, Answer.NO if is_certain else Answer.UNKNOWN)


def _atom_misfit(wanted: Atom, atom: Atom) -> _Misfit | None:
    match wanted, atom:
        case Tensor(form=Form.DENSE), Tensor(form=Form.DENSE | Form.VARIABLE):
            return _of_tensor(wanted, atom)
        case Tensor(form=Form.SPARSE), Tensor(form=Form.SPARSE):
            return _of_tensor(wanted, atom)
        case Tensor(form=Form.RAGGED), Tensor(form=Form.RAGGED):
            return _of_dtype(wanted, atom)
        case Tensor(), Tensor(form=Form.DENSE | Form.RAGGED | Form.SPARSE):
            return _Misfit(f"{atom}, and the signature asks for {wanted}")
        case Tensor(form=Form.DENSE), Array():
            return _of_array(wanted, atom)
        case Tensor(form=Form.DENSE), Scalar():
            return _of_scalar(wanted, atom)
        case Tuple(), Tuple():
            return _of_nest(wanted, atom)
        case Tuple(), Tensor() | Array() | Scalar():
            return _Misfit(f"{atom}, and the signature asks for {wanted.name or 'a tuple'}")
    return None


def _of_tensor(wanted: Tensor, atom: Tensor) -> _Misfit | None:
    return _of_dtype(wanted, atom) or _of_shape(wanted.shape, atom.shape, str(atom), str(wanted))


def _of_dtype(wanted: Tensor, atom: Tensor) -> _Misfit | None:
    if wanted.dtype is None or atom.dtype is None or wanted.dtype == atom.dtype:
        return None
    return _Misfit(f"{atom}, and the signature asks for {wanted}")


def _of_shape(wanted: Shape, shape: Shape, text: str, asked: str) -> _Misfit | None:
    said = f"{text}, and the signature asks for {asked}"
    if wanted.dims is None:
        return None
    if shape.dims is None:
        return _Misfit(said, Answer.UNKNOWN)
    if len(wanted.dims) != len(shape.dims):
        return _Misfit(said)
    pairs = [(w, s) for w, s in zip(wanted.dims, shape.dims, strict=True) if w is not None and w != s]
    if not pairs:
        return None
    return _Misfit(said, Answer.UNKNOWN if all(s is None for _, s in pairs) else Answer.NO)


def _of_array(wanted: Tensor, atom: Array) -> _Misfit | None:
    if atom.dtype is not None and wanted.dtype is not None and (atom.dtype == "string") != (wanted.dtype == "string"):
        return _Misfit(f"{atom}, and the signature asks for {wanted}")
    return _of_shape(wanted.shape, atom.shape, str(atom), str(wanted))


def _of_scalar(wanted: Tensor, atom: Scalar) -> _Misfit | None:
    said = f"{atom}, and the signature asks for {wanted}"
    if atom.type == "NoneType":
        return _Misfit(said)
    if atom.type not in _NUMBERS:
        return None
    fits = wanted.dtype is None or wanted.dtype in _NUMBERS[atom.type]
    return None if fits and not wanted.shape.dims else _Misfit(said)


def _of_nest(wanted: Tuple, atom: Tuple) -> _Misfit | None:
    said = f"{atom}, and the signature asks for {wanted}"
    if wanted.rest is not None or atom.rest is not None:
        return None
    kinds = [each if each in ("list", "dict") else "tuple" for each in (wanted.name, atom.name)]
    has_other_keys = kinds[0] == "dict" and {*wanted.fields} != {*atom.fields}
    if kinds[0] != kinds[1] or len(wanted.items) != len(atom.items) or has_other_keys:
        return _Misfit(said)
    given = dict(zip(atom.fields, atom.items, strict=False))
    items = tuple(given[key] for key in wanted.fields) if kinds[0] == "dict" else atom.items
    for spec, item in zip(wanted.items, items, strict=True):
        found = None if item.is_unknown else _misfit(spec, item)
        if found is not None:
            return found
    return None
