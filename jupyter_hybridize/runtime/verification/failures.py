"""The errors that tracing raises, by what TensorFlow 2.21 and Keras 3.15 say, and the rule each is about.

Each row was read off an error that was raised on purpose; the tests raise them again. The first that matches counts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class AtLine:
    """Another rule, or better advice, if the line that raised holds this."""

    pattern: re.Pattern[str]
    rule: str
    advice: str


@dataclass(frozen=True, slots=True)
class Failure:
    """One kind of error."""

    rule: str
    pattern: re.Pattern[str]  # within the words of the error itself
    advice: str = ""
    types: tuple[str, ...] = ()  # names of exceptions; empty: any
    by_line: tuple[AtLine, ...] = ()
    is_anywhere: bool = False  # the pattern may stand in the traceback that AutoGraph puts into the message
    is_truth: bool = False  # a tensor was asked whether it is true


def _failure(rule: str, pattern: str, advice: str = "", *types: str, **more: object) -> Failure:
    return Failure(rule, re.compile(pattern), advice, types, **more)  # type: ignore[arg-type]  # checked by the tests


def _at(pattern: str, rule: str, advice: str) -> AtLine:
    return AtLine(re.compile(pattern), rule, advice)


_OUTSIDE: Final = "Call it outside, on what the function returns."
_ONE_RETURN: Final = "Assign the result to a name in each branch, and return it once at the end."
_BOTH_BRANCHES: Final = "Give it the same dtype and structure in both branches."
_BEFORE_BRANCH: Final = "Give it a value of the same dtype before the condition."
_GRAPH_LOOP: Final = "Loop over `tf.range(…)`, where `break` works, or give the loop a condition."
_SAME_IN_LOOP: Final = "Give it the dtype and shape before the loop that it has after a round."
_COLLECT: Final = "Return the value and collect it in the caller; inside a graph loop use `tf.TensorArray`."
_PLAIN: Final = "Pass and return tensors, numbers, strings, and tuples, lists or dicts of them."
_CAST: Final = "Give both the same dtype with `tf.cast`, or pass an array of the dtype that the function works in."
_CONDITION: Final = "Write the condition as a plain `if`, which becomes a graph branch, or use `tf.cast(…, tf.bool)`."
_UNSTACK: Final = "Iterate over `tf.unstack(…)`, or use a plain `for` loop, which becomes a graph loop."
_NUMPY: Final = "Do it outside and pass the result as an argument, or write it with TensorFlow's operations."
_VALUE: Final = "Work with the tensor itself, and ask for its value outside, on what the function returns."

_SEVERAL: Final = (
    _at(r"\bany\(", "HYB203", "Use `tf.reduce_any` instead."),
    _at(r"\ball\(", "HYB203", "Use `tf.reduce_all` instead."),
    _at(r"\bsum\(", "HYB203", "Use `tf.reduce_sum` instead."),
    _at(r"\bmap\(", "HYB203", "Use `tf.map_fn` instead."),
    _at(r"\b(?:enumerate|zip)\(", "HYB203", "Loop over `tf.range(tf.shape(…)[0])` and index the tensor."),
)
_TRUTH: Final = (
    _at(r":=", "HYB215", "Assign the name on a line of its own before the condition."),
    _at(r"\bmatch\b.*:$", "HYB215", "Rewrite that syntax, or use `tf.cond`, `tf.where` and `tf.while_loop`."),
    _at(r"\bself\.__\w+|\b\w+\.__[a-z]\w*(?<!__)", "HYB215", "Give the private name one underscore."),
    _at(r"\bmax\(", "HYB201", "Use `tf.maximum` instead."),
    _at(r"\bmin\(", "HYB201", "Use `tf.minimum` instead."),
    _at(r"\bin\b", "HYB201", "Use `tf.reduce_any(tf.equal(…))` instead."),
)

FAILURES: Final = (
    _failure("HYB210", r"maximum recursion depth exceeded",
             "Write a `while` loop, which becomes a graph loop, or pass the depth as a Python number."),
    _failure("HYB204", r"KerasTensor",
             "Leave it undecorated: the model that is built with it is compiled as a whole.", is_anywhere=True),
    # Variables
    _failure("HYB206", r"only supports singleton tf\.Variables|create(?:d|s)? variables on (?:a )?non-first",
             "Create it once outside the function."),
    # Arguments and results
    _failure("HYB301", r"should not modify its Python input arguments", "Change a copy and return it."),
    _failure("HYB212", r"in compilation of <function (?:_tf_if_stmt|\S*(?:if_body|else_body|if_expr|aug_body))",
             _BOTH_BRANCHES, "TypeError"),
    _failure("HYB217", r"Python functions must return zero or more Tensors", _PLAIN, "TypeError"),
    _failure("HYB217", r"generate a generic TraceType|cannot create weak reference|unhashable type: ", _PLAIN),
    _failure("HYB217", r"not supported between instances of '(?:str|int|NoneType)' and '(?:str|int|NoneType)'", _PLAIN),
    _failure("HYB217", r"'NoneType' object has no attribute", "Keep the object in a name before calling its method.",
             "AttributeError"),
    # Branches
    _failure("HYB211", r"must also have a return statement|return statement cannot be placed inside", _ONE_RETURN),
    _failure("HYB211", r"'retval_' is None at the end of the", _ONE_RETURN),
    _failure("HYB211", r"break and return statements which depend on a TF condition", _GRAPH_LOOP),
    _failure("HYB213", r"started as non-Tensor, then changed to Tensor", _GRAPH_LOOP,
             by_line=(_at(r"^\s*while True", "HYB211", _GRAPH_LOOP),)),
    _failure("HYB212", r"must also be initialized in the|is None at the end of the|may not be None at the end",
             _BEFORE_BRANCH),
    _failure("HYB212", r"has dtype \w+ in the main branch|same nested structure in the main and else|"
             r"true_fn and false_fn arguments", _BOTH_BRANCHES),
    _failure("HYB212", r"is used before assignment|not associated with a value|referenced before assignment",
             _BEFORE_BRANCH, "UnboundLocalError", "NameError"),
    # Loops
    _failure("HYB213", r"before the loop|after one iteration|may not be None before", _SAME_IN_LOOP),
    _failure("HYB213", r"'while(?:_\d+)?/.*(?:out of scope|cannot be accessed)", _COLLECT),
    _failure("HYB301", r"'cond(?:_\d+)?/.*(?:out of scope|cannot be accessed)", _COLLECT),
    _failure("HYB305", r"is out of scope and cannot be used|cannot be accessed from", "Return the tensor instead."),
    # Values
    _failure("HYB203", r"Iterating over a symbolic|Cannot iterate over a (?:scalar )?tensor with unknown|"
             r"cannot be iterated|Tensors? (?:is|are) not iterable", _UNSTACK, by_line=_SEVERAL),
    _failure("HYB201", r"symbolic `tf\.Tensor` as a Python `bool`", _CONDITION, by_line=(*_SEVERAL, *_TRUTH),
             is_truth=True),
    _failure("HYB201", r"expected to be `tf\.bool` scalar|passed \w+ expected bool", "Compare it: `if t != 0`."),
    _failure("HYB202", r"Cannot convert a symbolic tf\.Tensor .* to a numpy array|__array__|"
             r"expected a sequence of integers or a single integer", _NUMPY),
    _failure("HYB201", r"argument of type '\w*Tensor' is not (?:iterable|a container)",
             "Use `tf.reduce_any(tf.equal(…))` instead."),
    _failure("HYB201", r"unsupported format string passed to|not a valid root scope name|must be real number, not str",
             "Use `tf.strings.format` or `tf.print` instead."),
    _failure("HYB201", r"indices must be integers or slices, not \w*Tensor|cannot be interpreted as an integer",
             "Use `tf.gather` instead, or work with the tensor itself."),
    _failure("HYB202", r"Tensor' object does not support item assignment",
             "Use `tf.tensor_scatter_nd_update` or `tf.where` instead."),
    _failure("HYB201", r"(?:no attribute|has no attribute) '(?:numpy|tolist|item|_numpy)'|numpy\(\) is only available",
             "Work with the tensor itself, and ask for `.numpy()` outside, on what the function returns."),
    _failure("HYB202", r"Tensor'? object has no attribute", _NUMPY, "AttributeError"),
    _failure("HYB201", r"must be (?:real number|a string or a real number|an integer|a number), not .*Tensor|"
             r"(?:float|int|complex)\(\) argument must be|must be real number, not \w*Tensor|"
             r"Tensor is unhashable|len is not well defined for a symbolic|__index__|"
             r"only (?:integer|length-1|size-1|0-dimensional)|Use .* of a Tensor as a Python", _VALUE),
    _failure("HYB201", r"Detected a call to `Model\.(?:fit|predict|evaluate)|inside a (?:`)?tf\.function(?:`)?",
             _OUTSIDE),
    _failure("HYB201", r"[Ee]xpected (?:int|list|bool|any non-tensor type)\b.*(?:not <tf\.Tensor|got a tensor)|"
             r"must be an int\b|must be a constant scalar|got Tensor\(|Rank-0 tensors are not supported", _VALUE),
    # Dtypes
    _failure("HYB208", r"that does not match (?:type|expected type)|passed to parameter '\w+' of op|"
             r"Expected \w+, but got|has DataType \w+ not in list|Expected \w+ passed to parameter|"
             r"Tensor conversion requested dtype", _CAST),
    _failure("HYB201", r"unsupported operand type\(s\) for.*Tensor'", _VALUE),
    _failure("HYB213", r"Failed to convert elements of", _SAME_IN_LOOP,
             by_line=(_at(r"^\s*(?:return|if)\b", "HYB217", _PLAIN),)),
    _failure("HYB205", r"is not a valid scope name|name.* must be (?:a )?str|expected string or bytes-like",
             "Remove the argument, or pass a string; perhaps another parameter was meant."),
)  # fmt: skip
