"""From a place in a cell to the place in the file, for notebooks however they are written."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jupyter_hybridize.surfaces.checking.file_places import FilePlaces, NotebookPlaces, Region, TextLines

CHARACTERS = 'a é😀"\\\t\n\r\x0c\u2028\ud800'
LINE_END = re.compile(r"\r\n|\r|\n")


@given(
    text=st.text(CHARACTERS, min_size=1, max_size=20),
    place=st.integers(0, 19),
    ascii_only=st.booleans(),
    indent=st.sampled_from([None, 1]),
    as_list=st.booleans(),
)
def test_a_character_of_a_cell_is_found_in_the_file(
    text: str, place: int, ascii_only: bool, indent: int | None, as_list: bool
) -> None:
    lines = LINE_END.split(text)
    source = text.splitlines(keepends=True) if as_list else text
    cells = [{"cell_type": "markdown", "source": ["x"]}, {"cell_type": "code", "source": source}]
    raw = json.dumps({"nbformat": 4, "cells": cells}, ensure_ascii=ascii_only, indent=indent)
    line = min(place, len(lines) - 1)
    if not lines[line]:
        return
    column = place % len(lines[line])
    found = NotebookPlaces(raw).region(1, (line + 1, column), (line + 1, column + 1))
    assert found is not None
    assert found.line == found.end_line
    stretch = raw.split("\n")[found.line - 1][found.column - 1 : found.end_column - 1]
    assert json.loads(f'"{stretch}"') == lines[line][column]


def test_a_stretch_over_lines_ends_behind_its_last_character() -> None:
    raw = json.dumps({"nbformat": 4, "cells": [{"cell_type": "code", "source": ["ab\n", "cd"]}]}, indent=1)
    found = NotebookPlaces(raw).region(0, (1, 1), (2, 1))
    assert found is not None
    assert raw.split("\n")[found.line - 1][found.column - 1] == "b"
    assert raw.split("\n")[found.end_line - 1][: found.end_column - 1].endswith('"c')


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        '{"cells": 1}',
        '{"cells": []}',
        '{"cells": [1]}',
        '{"cells": [{}]}',
        '{"cells": [{"source": 1}]}',
        '{"cells": [{"source": [1]}]}',
        '{"cells": [{"source": ""}]}',
        '{"cells": [{"source": []}]}',
    ],
)
def test_what_is_not_found_is_said_to_stand_in_the_first_line(text: str, tmp_path: Path) -> None:
    path = tmp_path / "n.ipynb"
    path.write_text(text)
    assert FilePlaces().region(str(path), 0, (3, 1), (3, 2)) == Region(1, 1, 1, 1)
    assert FilePlaces().region(str(tmp_path / "gone.ipynb"), 0, (3, 1), (3, 2)) == Region(1, 1, 1, 1)


def test_a_module_has_its_own_places() -> None:
    assert FilePlaces().region("m.py", -1, (3, 1), (4, 2)) == Region(3, 2, 4, 3)


def test_lines_end_as_in_python() -> None:
    lines = TextLines("a\r\nb\rc\nd\x0ce")
    assert [lines.region(at, at).line for at in (0, 3, 5, 7, 9)] == [1, 2, 3, 4, 4]
