"""Which calls may use one trace: ``tf.function`` keeps one for each kind of arguments, and for each new function."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from jupyter_hybridize.domain.value import ANY, AbstractValue, Array, Atom, Instance, Scalar, Tensor
from jupyter_hybridize.interpreter.trace import CallRecord, Trace

Bound = tuple[tuple[str, AbstractValue], ...]


def may_share(trace: Trace, one: Bound, other: Bound) -> bool:
    """Return whether calls with these arguments may use one trace."""
    theirs = dict(other)
    return all(name not in theirs or _overlap(trace, item, theirs[name]) for name, item in one)


def _overlap(trace: Trace, one: AbstractValue, other: AbstractValue) -> bool:
    if one.is_unknown or other.is_unknown:
        return True
    return any(_same_key(trace, a, b) for a in one.atoms for b in other.atoms)


def _same_key(trace: Trace, one: Atom, other: Atom) -> bool:
    match one, other:
        case Scalar(type="NoneType"), _:
            return isinstance(other, Scalar) and other.type == "NoneType"
        case Scalar(), Scalar():
            return one.constant is ANY or other.constant is ANY or one.constant == other.constant
        case Instance(), Instance():
            return one.site == other.site or not (_by_identity(trace, one) and _by_identity(trace, other))
        case ((Tensor() | Array()), (Tensor() | Array())):
            return one.dtype is None or other.dtype is None or one.dtype == other.dtype
        case (Scalar(), Tensor() | Array()) | (Tensor() | Array(), Scalar()):
            return False
    return True


def _by_identity(trace: Trace, atom: Instance) -> bool:
    """Return whether objects of the class of *atom* are told apart by what they are, not by ``==``."""
    return atom.cls not in trace.value_classes and ("#" in atom.cls or atom.cls.startswith(("keras.", "tensorflow.")))


def same_function(renewals: Sequence[int], earlier: Sequence[CallRecord], later: CallRecord) -> bool:
    """Return whether one of the *earlier* calls may have called the very function that *later* calls.

    *renewals* are the times when its ``def`` ran again while nothing held the function it had made before.
    """
    born = bisect_right(renewals, later.time)
    return not renewals or any(bisect_right(renewals, c.time) == born for c in earlier)
