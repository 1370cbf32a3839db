"""The words of TensorFlow that the rules' pages use, for people who know Python."""

from __future__ import annotations

import re
from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "AutoGraph": "the part of `tf.function` that makes graph operations of an `if`, `for` or `while` on tensors",
    "eager": "as Python runs: each operation at once, when its line is reached",
    "graph": "the operations of a function, kept by TensorFlow and run together without Python",
    "signature": "`input_signature=[tf.TensorSpec(…)]`: dtypes and shapes of all arguments; None leaves an axis open",
    "symbolic": "what a tensor is while its function is traced: it has a dtype and a shape, and no values yet",
    "trace": "to run a function's Python once and keep its operations as a graph: at the first call, and again for "
    "arguments of another kind",
}
_FORMS = {"trace": r"\b(re)?trac(e|es|ed|ing)\b", "eager": r"\beager(ly)?\b", "graph": r"\bgraphs?\b"}


def words_in(text: str) -> dict[str, str]:
    """Return the words that *text* uses, each with what it means."""
    return {word: said for word, said in WORDS.items() if re.search(_FORMS.get(word, rf"\b{word}s?\b"), text, re.I)}
