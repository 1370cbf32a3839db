"""What ``bool(value)`` would say, and whether it would be a tensor that says it."""

from __future__ import annotations

from typing import Final

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.value import (
    ANY,
    AbstractValue,
    Api,
    Array,
    Atom,
    Class,
    Descriptor,
    Form,
    Function,
    Hybrid,
    Method,
    Module,
    Partial,
    PythonIterator,
    Scalar,
    Tensor,
    Tuple,
    Unknown,
)

_ALWAYS_TRUE: Final = (Function, Class, Module, Method, Partial, Hybrid, Descriptor, PythonIterator)


def truth(item: AbstractValue) -> Answer:
    """Return whether *item* is true, UNKNOWN if that depends on what the analysis does not know."""
    answers = {_atom_truth(atom) for atom in item.atoms}
    return answers.pop() if len(answers) == 1 else Answer.UNKNOWN


def _atom_truth(atom: Atom) -> Answer:
    match atom:
        case Scalar(type="ellipsis" | "tf.DType"):
            return Answer.YES
        case Scalar(constant=held):
            return Answer.UNKNOWN if held is ANY else Answer.YES if held else Answer.NO
        case Tuple(name="tf.TensorShape", rest=rest):
            return Answer.YES if rest is None else Answer.UNKNOWN  # it is true if its rank is known
        case Tuple(items=items, rest=rest):
            return Answer.YES if items else Answer.NO if rest is None else Answer.UNKNOWN
        case _ if isinstance(atom, _ALWAYS_TRUE):
            return Answer.YES
    return Answer.UNKNOWN


def is_tensor(item: AbstractValue) -> Answer:
    """Return whether the truth of *item* is a tensor's (symbolic, when traced): YES, NO, or UNKNOWN if it may be."""
    answers = {_atom_is_tensor(atom) for atom in item.atoms}
    return answers.pop() if len(answers) == 1 else Answer.UNKNOWN if answers else Answer.NO


def _atom_is_tensor(atom: Atom) -> Answer:
    match atom:
        case Tensor(form=Form.DENSE | Form.VARIABLE):
            return Answer.YES
        case Unknown():
            return Answer.UNKNOWN
        case Api():
            return Answer.NO
        case Array():
            return Answer.NO
    return Answer.NO
