"""Input signatures: the join of the observed calls, or why none can be written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from jupyter_hybridize.decide.absence import Absence
from jupyter_hybridize.decide.specs import Withheld, spec_of
from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.value import ANY, AbstractValue, Scalar, Tuple
from jupyter_hybridize.facts.function import FunctionFacts, ParameterFacts, ParameterKind

_RECEIVER = "self"  # the only name that TensorFlow leaves out


@dataclass(frozen=True, slots=True)
class Signature:
    """The text of an ``input_signature``, or the reason there is none and the parameter that it is about."""

    text: str | None
    absence: Absence | None = None
    parameter: str = ""
    is_open: bool = False  # it leaves the size of an axis open

    @property
    def reason(self) -> str | None:
        """Return the reason that there is none, for people."""
        return None if self.absence is None else self.absence.sentence(self.parameter)


def infer(facts: FunctionFacts) -> Signature:
    """Return the signature that describes every observed call, written with ``tf``."""
    absence = _evidence(facts)
    if absence is not None:
        return Signature(None, absence)
    try:
        specs = _specs([p for p in facts.parameters if not p.is_receiver], facts.type_names)
    except Withheld as reason:
        return Signature(None, reason.absence, reason.parameter)
    if not specs:
        return Signature(None, Absence.NO_TENSOR)
    absence = _tracing(facts)
    if absence is not None:
        return Signature(None, absence)
    return Signature(f"[{', '.join(specs)}]", is_open=facts.opening.is_open)


def _evidence(facts: FunctionFacts) -> Absence | None:
    """Return why the calls seen do not tell what may be passed."""
    if not facts.has_evidence or not (facts.eager_calls or facts.traced_calls):
        return Absence.NO_CALL
    if facts.is_meant_to_fail:
        return Absence.EXPECTED_FAILURE
    if facts.is_given_away:
        return Absence.UNSEEN_CALLS
    if facts.is_unbound:
        return Absence.UNBOUND
    names = [p.name for p in facts.parameters if p.is_receiver]
    if (names and names != [_RECEIVER]) or any(p.name == _RECEIVER and not p.is_receiver for p in facts.parameters):
        return Absence.RECEIVER
    return None


def _tracing(facts: FunctionFacts) -> Absence | None:
    """Return why the axes cannot be left open that differ from call to call."""
    if not facts.opening.is_open or facts.traces_open is Answer.YES:
        return None
    return Absence.STATIC_SHAPE if facts.traces_open is Answer.NO else Absence.OPEN_AXES


def _specs(parameters: Sequence[ParameterFacts], names: Mapping[str, str]) -> list[str]:
    """Return the specs of the parameters; those that always are their default come last and have none."""
    variadic = next((p for p in parameters if p.kind is ParameterKind.VARIADIC), None)
    if variadic is not None and len(parameters) > 1:
        raise Withheld(Absence.VARIADIC, variadic.name)  # the others could not be given by name any more
    if variadic is not None:
        return _variadic(variadic, names)
    specs: list[str] = []
    left: ParameterFacts | None = None  # the first without a spec
    for parameter in parameters:
        if _is_default(parameter):
            left = left or parameter
        elif parameter.kind is ParameterKind.KEYWORD_ONLY:
            raise Withheld(Absence.KEYWORD_ONLY, parameter.name)
        elif parameter.kind is ParameterKind.KEYWORDS:
            _refuse_keywords(parameter)
        elif left is not None:
            raise Withheld(Absence.PYTHON_VALUE, left.name)
        else:
            specs.append(_spec(parameter, names))
    return specs


def _variadic(parameter: ParameterFacts, names: Mapping[str, str]) -> list[str]:
    atom = parameter.layout.only()
    if not isinstance(atom, Tuple) or atom.rest is not None:
        raise Withheld(Absence.VARIADIC, parameter.name)
    return [spec_of(item, parameter.name, names) for item in atom.items]


def _refuse_keywords(parameter: ParameterFacts) -> None:
    atom = parameter.layout.only()
    if not isinstance(atom, Tuple) or atom.items or atom.rest is not None:
        raise Withheld(Absence.KEYWORDS, parameter.name)


def _is_default(parameter: ParameterFacts) -> bool:
    """Return whether every call gives *parameter* its default, which TensorFlow fixes it at then."""
    atom = parameter.layout.only()
    return isinstance(atom, Scalar) and atom.constant is not ANY and parameter.default == parameter.layout


def _spec(parameter: ParameterFacts, names: Mapping[str, str]) -> str:
    if not parameter.default.is_bottom and _is_partly_default(parameter.layout, parameter.default):
        raise Withheld(Absence.SOMETIMES_GIVEN, parameter.name)
    return spec_of(parameter.layout, parameter.name, names)


def _is_partly_default(layout: AbstractValue, default: AbstractValue) -> bool:
    given = layout.atoms - default.atoms
    return given != layout.atoms and any(not isinstance(atom, Scalar) for atom in given)
