"""The programs about signatures: ``def f(x):  #: [tf.TensorSpec(…)]``, or ``#: dtype [what TensorFlow rejects]``."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from jupyter_hybridize.rules._documentation import definitions

_FOLDER = Path(__file__).with_name("cases")
_MARK = "#: "


@dataclass(frozen=True, slots=True)
class Expected:
    """What is expected of one function: the signature, or why there is none and one that would be wrong."""

    program: str
    source: str
    function: str
    signature: str | None
    absence: str | None
    wrong: str

    @property
    def id(self) -> str:
        """Return how a test is called."""
        return f"{self.program}-{self.function}"


def expectations() -> Iterator[Expected]:
    """Yield what every marked function expects."""
    for path in sorted(_FOLDER.glob("*.py")):
        source = path.read_text()
        lines = source.splitlines()
        for name, node in definitions(ast.parse(source)):
            _, found, mark = lines[node.lineno - 1].partition(_MARK)
            if found:
                yield _expected(path.stem, source, name, mark)


def _expected(program: str, source: str, name: str, mark: str) -> Expected:
    if mark.startswith("["):
        return Expected(program, source, name, mark, None, "")
    absence, _, wrong = mark.partition(" ")
    return Expected(program, source, name, None, absence, wrong)
