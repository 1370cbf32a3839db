"""The sound notebooks that the fuzzing begins with."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from nbformat import v4

TESTS = Path(__file__).parents[1]
OWN = TESTS.parent / "notebooks"
FOLDER = os.environ.get("HYBRIDIZE_FUZZ_NOTEBOOKS")  # other notebooks to begin with: real ones, say


@cache
def bases() -> tuple[tuple[str, bytes], ...]:
    """Return notebooks by name: those of a folder that is given, or ours and one of each case program."""
    return tuple(_given(Path(FOLDER)) if FOLDER else (*_given(OWN), *_of_cases()))


def notebook(*cells: str) -> bytes:
    """Return a notebook of these code cells as it stands in a file."""
    made = v4.new_notebook(cells=[v4.new_markdown_cell("# Text"), *map(v4.new_code_cell, cells)])
    for number, cell in enumerate(made.cells):
        cell["id"] = f"cell-{number}"  # the same in each run
    return (json.dumps(made, indent=1, ensure_ascii=False) + "\n").encode()


def _given(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(folder.rglob("*.ipynb")):
        if ".ipynb_checkpoints" not in path.parts:
            yield str(path.relative_to(folder)), path.read_bytes()


def _of_cases() -> Iterator[tuple[str, bytes]]:
    """Make a notebook of each case program: one cell of each part that two empty lines part from the next."""
    for path in sorted(TESTS.glob("**/cases/**/*.py")):
        parts = re.split(r"\n\n\n+(?=\S)", path.read_text())
        yield str(path.relative_to(TESTS)), notebook(*(part.strip("\n") for part in parts))
