"""Input signatures: the join of the observed calls, or why none can be written."""

from __future__ import annotations

from dataclasses import dataclass

from jupyter_hybridize.domain import dtype as dtypes
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.value import AbstractValue, Array, Form, Tensor
from jupyter_hybridize.facts.function import FunctionFacts, ParameterFacts


@dataclass(frozen=True, slots=True)
class Signature:
    """The text of an ``input_signature``, or the code of the reason there is none."""

    text: str | None
    absence: str | None = None


def infer(facts: FunctionFacts, alias: str = "tf") -> Signature:
    """Return the signature that describes every observed call.

    Withheld with a code: ``no-call``, ``no-tensor``, ``mixed-parameters``, ``unknown-type``, ``dtype``, ``form``,
    ``static-shape``.
    """
    parameters = [p for p in facts.parameters if not p.is_receiver]
    if not facts.has_evidence:
        return Signature(None, "no-call")
    if not parameters:
        return Signature(None, "no-tensor")
    specs = [_spec(p, alias) for p in parameters]
    absence = next((s.absence for s in specs if s.absence is not None), None)
    if absence is not None:
        return Signature(None, absence)
    if any(e.kind is EffectKind.READS_STATIC_SHAPE for e in facts.effects):
        return Signature(None, "static-shape")
    return Signature(f"[{', '.join(s.text or '' for s in specs)}]")


def _spec(parameter: ParameterFacts, alias: str) -> Signature:
    item = parameter.value
    if item.is_unknown or item.is_bottom:
        return Signature(None, "unknown-type")
    atoms = list(item.atoms)
    if not all(isinstance(a, Tensor | Array) for a in atoms):
        return Signature(None, "mixed-parameters")
    if any(isinstance(a, Tensor) and a.form not in {Form.DENSE, Form.VARIABLE} for a in atoms):
        return Signature(None, "form")
    return _tensor_spec(item, alias)


def _tensor_spec(item: AbstractValue, alias: str) -> Signature:
    parts = [a for a in item.atoms if isinstance(a, Tensor | Array)]
    kinds = {a.dtype for a in parts}
    dtype = next(iter(kinds))
    if len(kinds) > 1 or dtype is None or dtype not in dtypes.ALL:
        return Signature(None, "dtype")
    shape = parts[0].shape
    for part in parts[1:]:
        shape = shape.join(part.shape)
    dims = "None" if shape.dims is None else "[" + ", ".join(str(d) for d in shape.dims) + "]"
    return Signature(f"{alias}.TensorSpec({dims}, {alias}.{dtype})")
