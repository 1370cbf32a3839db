"""What an exception of TensorFlow means for the user: the rule it is about, the line, the words, and what to do."""

from __future__ import annotations

import linecache
import re
from collections.abc import Sequence
from dataclasses import dataclass

from jupyter_hybridize.runtime.verification.failures import FAILURES, Failure
from jupyter_hybridize.runtime.verification.unconverted import Cause, why_unconverted

Frame = tuple[str, int, str]  # file, line, function
_LONGEST = 300
_RAISED = re.compile(r"^ *([A-Za-z_][\w.]*(?:Error|Exception|Warning|Iteration|Interrupt)): (.*)", re.MULTILINE)
_ADDRESS = re.compile(r" at 0x[0-9a-f]+|, id=\d+|\x1b\[\d*m|object<")
_ASSERTION = re.compile(r"^\s*assert\b")
_ASSERT = "Use `tf.debugging.assert_equal`, `tf.debugging.Assert` or one of their kind instead."
_REWRITE = "Rewrite that syntax, or use `tf.cond`, `tf.where` and `tf.while_loop`."
_BY_NAME = "Call a method by its name instead of an operator, property or constructor, or use `tf.where` or `tf.cond`."
_BEHIND_KERAS = re.compile(r"Arguments received by \S+call\(\)")
_DECORATE = "Put `@tf.function` on that `call` itself, or use `tf.where` or `tf.cond` there."


@dataclass(frozen=True, slots=True)
class Translation:
    """An exception in the user's terms."""

    rule: str | None  # "HYB202"; None: of no rule
    advice: str  # one sentence, or ""
    message: str  # TensorFlow's own words, in one line
    frame: Frame | None  # the innermost line of the user's code


def translate(type_name: str, message: str, frames: Sequence[Frame] = ()) -> Translation:
    """Return what the exception means; *frames* are those of the user's code, outermost first."""
    inner_type, words = _innermost(type_name, message)
    frame = frames[-1] if frames else None
    failure = next((each for each in FAILURES if _is_meant(each, inner_type, message, words)), None)
    if failure is None:
        return Translation(None, "", _shown(inner_type, words), frame)
    rule, advice = _refined(failure, message, frame)
    return Translation(rule, advice, _shown(inner_type, words), frame)


def _is_meant(failure: Failure, type_name: str, message: str, words: str) -> bool:
    where = message if failure.is_anywhere else words
    return (not failure.types or type_name in failure.types) and failure.pattern.search(where) is not None


def _refined(failure: Failure, message: str, frame: Frame | None) -> tuple[str, str]:
    """Return the rule and the advice, after a look at what stands at the line."""
    line = linecache.getline(frame[0], frame[1]) if frame else ""
    if failure.is_truth and frame is not None:
        if _ASSERTION.match(line):
            return "HYB214", _ASSERT
        cause = why_unconverted(frame[0], frame[1])
        if cause is Cause.CALLER:
            return "HYB216", _DECORATE if _BEHIND_KERAS.search(message) else _BY_NAME
        if cause is Cause.SYNTAX:
            return "HYB215", next(
                (f.advice for f in failure.by_line if f.rule == "HYB215" and f.pattern.search(line)), _REWRITE
            )
    return next(((f.rule, f.advice) for f in failure.by_line if f.pattern.search(line)), (failure.rule, failure.advice))


def _innermost(type_name: str, message: str) -> tuple[str, str]:
    """Return the type and the words of the error itself, without AutoGraph's traceback around it."""
    if "in user code:" not in message and "Traceback (most recent call last)" not in message:
        return type_name, message
    raised = list(_RAISED.finditer(message))
    if not raised:
        return type_name, message
    last = raised[-1]
    return last[1].rpartition(".")[2], message[last.start(2) :]


def _shown(type_name: str, words: str) -> str:
    """Return the first sentences in one line, without addresses and colours."""
    first = words.strip().split("\n\n", 1)[0]
    text = " ".join(_ADDRESS.sub("", first).split())
    text = f"{type_name}: {text}" if text else type_name
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
