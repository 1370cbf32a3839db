"""Whole notebooks: their tags say which cells are skipped, opaque, or run unknown code; all others parse."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from jupyter_hybridize.source.cell import Cell
from jupyter_hybridize.source.lexing import NEWLINE
from jupyter_hybridize.source.notebook import read_notebook
from jupyter_hybridize.source.parse import Opaque, parse

CASES = sorted(Path(__file__).with_name("cases").glob("*.ipynb"))


def tags(path: Path) -> dict[int, set[str]]:
    cells = json.loads(path.read_text())["cells"]
    return {n: set(cell["metadata"].get("tags", ())) for n, cell in enumerate(cells) if cell["cell_type"] == "code"}


def qualities(cell: Cell) -> dict[str, bool]:
    return {
        "skipped": cell.skipped is not None,
        "unknown": cell.runs_unknown_code,
        "opaque": isinstance(parse(cell), Opaque),
    }


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_each_cell_is_what_its_tags_say(path: Path) -> None:
    unit = read_notebook(path)
    found = {cell.index: {tag for tag, holds in qualities(cell).items() if holds} for cell in unit.cells}
    assert found == tags(path)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_lines_and_columns_of_each_cell_are_kept(path: Path) -> None:
    for cell in read_notebook(path).cells:
        before, after = NEWLINE.split(cell.text), NEWLINE.split(cell.masked)
        assert [len(line) for line in before] == [len(line) for line in after]
