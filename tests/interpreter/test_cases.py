"""Small programs whose ``reveal(x)  # f32[2,3]`` lines say what the interpreter takes values to be.

Several values on one line are those of several runs of it; ``never`` says that no run reaches the line.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.interpreter.programs import by_line, module

CASES = sorted((Path(__file__).parent / "cases").glob("*.py"))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_every_line_reveals_what_it_says(path: Path) -> None:
    source = path.read_text()
    marked = {n: line for n, line in enumerate(source.splitlines(), 1) if "reveal(" in line and "# " in line}
    expected = {n: line.rpartition("  # ")[2] for n, line in marked.items()}
    found = by_line(module(path.name, source))
    assert {n: found.get(n, "never") for n in expected} == expected
