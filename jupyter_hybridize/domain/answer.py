"""Kleene's three truth values."""

from __future__ import annotations

import enum
from collections.abc import Iterable


class Answer(enum.Enum):
    """YES, NO, or not known."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"

    __hash__ = object.__hash__  # that of `Enum` is run by Python, and sets and tables ask for it all the time

    def __and__(self, other: Answer) -> Answer:
        """Return the weaker answer: NO below UNKNOWN below YES."""
        return min(self, other, key=_STRENGTH.index)

    def __or__(self, other: Answer) -> Answer:
        """Return the stronger answer."""
        return max(self, other, key=_STRENGTH.index)

    def __invert__(self) -> Answer:
        """Return the negation; UNKNOWN stays UNKNOWN."""
        return _NEGATION[self]


_STRENGTH = (Answer.NO, Answer.UNKNOWN, Answer.YES)
_NEGATION = {Answer.YES: Answer.NO, Answer.NO: Answer.YES, Answer.UNKNOWN: Answer.UNKNOWN}


def every(answers: Iterable[Answer]) -> Answer:
    """Return the conjunction of *answers*; YES if there are none."""
    result = Answer.YES
    for answer in answers:
        result &= answer
    return result
