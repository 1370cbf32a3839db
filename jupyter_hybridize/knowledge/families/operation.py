"""One call of a TensorFlow op, its arguments bound to the parameters of its signature."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.shape import Shape
from jupyter_hybridize.domain.value import (
    BOTTOM,
    OPEN_AXIS,
    AbstractValue,
    Constant,
    Form,
    constant,
    join_all,
    tensor,
)
from jupyter_hybridize.knowledge.families.operand import Kind, Operand, operands
from jupyter_hybridize.knowledge.host import Call, Host
from jupyter_hybridize.knowledge.table import Signature

_MOST_COMBINATIONS = 64
Rule = Callable[..., AbstractValue]


@dataclass(frozen=True, slots=True)
class Operation:
    """The call of an op; ``bound`` holds each given argument under its parameter's name."""

    call: Call
    signature: Signature
    bound: Mapping[str, AbstractValue]

    @property
    def host(self) -> Host:
        """Return the interpreter."""
        return self.call.host

    @property
    def is_traced(self) -> bool:
        """Return whether the op is put into a graph."""
        return self.host.mode.is_traced

    @property
    def text(self) -> str:
        """Return the function as the user wrote it."""
        return self.call.text or self.call.name

    def get(self, *names: str) -> AbstractValue:
        """Return the argument of the first of *names* that is given, ⊥ if none is."""
        for name in names:
            if name in self.bound:
                return self.bound[name]
        return BOTTOM

    def at(self, position: int) -> AbstractValue:
        """Return the argument of the parameter at *position*, ⊥ if it is not given."""
        names = self.signature.parameters
        return self.get(names[position]) if position < len(names) else BOTTOM

    def constant(self, name: str, default: Constant) -> AbstractValue:
        """Return the argument *name*, or the default where it is not given."""
        found = self.get(name)
        return constant(default) if found.is_bottom else found

    def each(self, rule: Rule, *items: AbstractValue) -> AbstractValue:
        """Return the join of *rule* over all operands that *items* may be, once each is a dense tensor."""
        choices = [operands(self.host, item) for item in items]
        if not all(choices):
            self.raises("takes no such value")
            return BOTTOM
        combined = list(itertools.islice(itertools.product(*choices), _MOST_COMBINATIONS + 1))
        if len(combined) > _MOST_COMBINATIONS:
            return self.unknown()
        return join_all(self._one(rule, combination) for combination in combined)

    def _one(self, rule: Rule, combination: tuple[Operand, ...]) -> AbstractValue:
        kinds = {operand.kind for operand in combination}
        if Kind.KERAS in kinds:
            self.raises("takes no KerasTensor")
            return tensor(form=Form.KERAS_SYMBOLIC)
        if Kind.COMPOSITE in kinds:
            return _composite(self)
        if Kind.UNKNOWN in kinds:
            self.note_unknown()
        return rule(*combination)

    def unknown(self) -> AbstractValue:
        """Return a tensor of which nothing is known, and say so."""
        self.note_unknown()
        return tensor()

    def note_unknown(self) -> None:
        """Record that an operand is not known, so that nothing built on the result is proved."""
        self.host.effect(EffectKind.UNKNOWN_VALUE, self.text, answer=Answer.UNKNOWN, reason=self.call.name)

    def raises(self, detail: str, answer: Answer = Answer.NO) -> None:
        """Record that the op raises, eagerly too."""
        self.host.effect(EffectKind.RAISES, self.text, answer=answer, detail=detail, reason=self.call.name)

    def mixes(self, detail: str, answer: Answer = Answer.NO) -> None:
        """Record that the dtypes of the operands do not agree."""
        self.host.effect(EffectKind.MIXES_DTYPES, self.text, answer=answer, detail=detail, reason=self.call.name)


def needs_rank(operation: Operation, operand: Operand) -> None:
    """Record that tracing the op takes a rank that is not known."""
    if operation.is_traced and operand.shape.rank is None and operand.kind is not Kind.UNKNOWN:
        reads_axis(operation, detail="rank")


def reads_axis(operation: Operation, detail: str = "") -> None:
    """Record that tracing the op takes the size of an axis that may be open."""
    is_open = any(OPEN_AXIS in item.origins for item in operation.call.arguments.every())
    reason = "open" if is_open else operation.call.name
    operation.host.effect(
        EffectKind.READS_STATIC_SHAPE, operation.text, answer=Answer.UNKNOWN, detail=detail, reason=reason
    )


def _composite(operation: Operation) -> AbstractValue:
    """Return what an op may make of ragged and sparse tensors: any tensor."""
    operation.note_unknown()
    return join_all(tensor(form=form) for form in (Form.DENSE, Form.RAGGED, Form.SPARSE))


def bind(call: Call, signature: Signature) -> Operation | None:
    """Return the operation of a call, None where the arguments cannot be told apart or do not fit."""
    names, takes_more, takes_any_name = _names(signature.parameters)
    given = call.arguments
    fits = takes_more or len(given.positional) <= len(names)
    if not given.is_exact or not fits or not (takes_any_name or given.keywords.keys() <= set(names)):
        return None
    bound = dict(zip(names, given.positional, strict=False))
    return Operation(call, signature, {**bound, **given.keywords})


@lru_cache(maxsize=1 << 14)
def _names(parameters: tuple[str, ...]) -> tuple[tuple[str, ...], bool, bool]:
    """Return the names that take one argument, and whether any more, and any others, are taken."""
    takes_any_name = any(name.startswith("**") for name in parameters)
    takes_more = any(name.startswith("*") and not name.startswith("**") for name in parameters)
    return tuple(name for name in parameters if not name.startswith("*")), takes_more, takes_any_name


def of_shape(dtype: str | None, shape: Shape | None) -> AbstractValue:
    """Return a tensor, ⊥ where no shape is possible."""
    return BOTTOM if shape is None else tensor(dtype, shape)
