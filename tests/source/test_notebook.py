"""Notebooks: every form that Jupyter writes, and one line about every other."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from jupyter_hybridize.source.cell import CellState
from jupyter_hybridize.source.notebook import SourceError, make_unit, read_notebook
from jupyter_hybridize.source.program import UnitKind

CODE: dict[str, Any] = {
    "cell_type": "code",
    "source": "x = 1",
    "id": "a1",
    "execution_count": None,
    "metadata": {},
    "outputs": [],
}


def notebook(*cells: Any, **metadata: Any) -> dict[str, Any]:
    return {"nbformat": 4, "nbformat_minor": 5, "metadata": metadata, "cells": list(cells)}


def write(folder: Path, content: object, encoding: str = "utf-8") -> Path:
    path = folder / "a.ipynb"
    text = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)
    path.write_bytes(text.encode(encoding))
    return path


def test_code_cells_keep_their_place_among_all_cells(tmp_path: Path) -> None:
    markdown = {"cell_type": "markdown", "source": "# Title", "metadata": {}}
    raw = {"cell_type": "raw", "source": "x", "metadata": {}}
    unit = read_notebook(write(tmp_path, notebook(markdown, CODE, raw, {**CODE, "source": "y = 2", "id": "b2"})))
    assert [(cell.id, cell.index, cell.text) for cell in unit.cells] == [("a1", 1, "x = 1"), ("b2", 3, "y = 2")]
    assert unit.kind is UnitKind.NOTEBOOK
    assert unit.module is None


def test_the_unit_is_named_as_it_is_asked_for(tmp_path: Path) -> None:
    path = write(tmp_path, notebook(CODE))
    assert read_notebook(path).name == str(path)
    assert read_notebook(path, "train.ipynb").name == "train.ipynb"


@pytest.mark.parametrize("source", ["x = 1\ny = 2", ["x = 1\n", "y = 2"], ["x = 1\n", "", "y = 2"]])
def test_a_source_is_text_or_a_list_of_lines(tmp_path: Path, source: object) -> None:
    unit = read_notebook(write(tmp_path, notebook({**CODE, "source": source})))
    assert unit.cells[0].text == "x = 1\ny = 2"


@pytest.mark.parametrize("source", ["", []])
def test_an_empty_cell_is_a_cell(tmp_path: Path, source: object) -> None:
    assert read_notebook(write(tmp_path, notebook({**CODE, "source": source}))).cells[0].text == ""


def test_counts_tell_which_cells_were_run(tmp_path: Path) -> None:
    unit = read_notebook(
        write(tmp_path, notebook({**CODE, "execution_count": 3}, CODE, {**CODE, "execution_count": True}))
    )
    assert [(cell.count, cell.state) for cell in unit.cells] == [
        (3, CellState.RUN),
        (None, CellState.UNKNOWN),
        (None, CellState.UNKNOWN),
    ]


def test_cells_of_old_notebooks_get_names_of_their_own(tmp_path: Path) -> None:
    cell = {key: value for key, value in CODE.items() if key != "id"}
    unit = read_notebook(write(tmp_path, notebook(cell, cell)))
    assert len({cell.id for cell in unit.cells}) == 2


def test_magics_are_masked(tmp_path: Path) -> None:
    unit = read_notebook(write(tmp_path, notebook({**CODE, "source": "%%bash\nls"}, {**CODE, "source": "%run x"})))
    assert [(c.masked, c.skipped, c.runs_unknown_code) for c in unit.cells] == [
        ("      \n  ", "%%bash", False),
        ("pass  ", None, True),
    ]


@pytest.mark.parametrize(
    "metadata",
    [
        {},
        {"kernelspec": {"name": "python3", "language": "python", "display_name": "Python 3"}},
        {"kernelspec": {"name": "python3"}},
        {"kernelspec": {"name": "my-env", "language": "python"}},
        {"kernelspec": {"name": "my-env"}, "language_info": {"name": "python"}},
        {"kernelspec": {"name": "conda-env-tf-py"}},
        {"kernelspec": {}, "language_info": {}},
        {"kernelspec": {"name": "", "language": ""}},
        {"language_info": {"name": "ipython"}},
        {"kernelspec": {"name": "xpython", "language": "Python"}},
        {"kernelspec": None},
        {"colab": {"provenance": []}, "kernelspec": {"name": "python3", "display_name": "Python 3"}},
    ],
)
def test_a_notebook_without_another_language_is_in_python(tmp_path: Path, metadata: dict[str, Any]) -> None:
    assert read_notebook(write(tmp_path, notebook(CODE, **metadata))).cells


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_a_byte_order_mark_does_no_harm(tmp_path: Path, encoding: str) -> None:
    path = write(tmp_path, notebook({**CODE, "source": "é = '名'"}), encoding)
    assert read_notebook(path).cells[0].text == "é = '名'"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("", "the file is empty"),
        ('{"nbformat": 4,\n', "broken JSON in line 2"),
        ("[" * 100_000, "JSON that cannot be read"),
        ("[]", "no `nbformat`"),
        ("{}", "no `nbformat`"),
        ('{"nbformat": 4}', "`cells` is no list"),
        (notebook(CODE) | {"nbformat": 3}, "format 3 is not read, only 4"),
        ({"nbformat": 3, "worksheets": []}, "format 3 is not read, only 4"),
        (notebook(CODE) | {"nbformat": 5}, "format 5 is not read, only 4"),
        (notebook(CODE) | {"nbformat": "4"}, "format '4' is not read, only 4"),
        (notebook(CODE) | {"cells": {}}, "`cells` is no list"),
        (notebook(CODE, 3), "cell 1: not a cell"),
        (notebook(CODE, {"source": "x"}), "cell 1: not a cell"),
        (notebook(CODE, {**CODE, "source": 3}), "cell 1: the source is not text"),
        (notebook(CODE, {**CODE, "source": ["x", 3]}), "cell 1: the source is not text"),
        (notebook(kernelspec={"name": "ir", "language": "R"}), "a notebook in R, not in Python"),
        (notebook(kernelspec={"name": "julia-1.9"}), "a notebook in julia-1.9, not in Python"),
        (notebook(kernelspec={"name": "x"}, language_info={"name": "julia"}), "a notebook in julia, not in Python"),
        (notebook(language_info={"name": "scala"}), "a notebook in scala, not in Python"),
        ("\0\1\2", "not a text file"),
    ],
    ids=lambda value: repr(value)[:40],
)
def test_what_is_no_notebook_is_told_in_one_line(tmp_path: Path, content: object, reason: str) -> None:
    path = write(tmp_path, content)
    with pytest.raises(SourceError) as raised:
        read_notebook(path)
    assert reason in str(raised.value)
    assert str(raised.value).startswith(f"{path}: ")
    assert "\n" not in str(raised.value)


def test_bytes_of_another_encoding_are_no_notebook(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="not UTF-8 text"):
        read_notebook(write(tmp_path, '{"é": 1}', "latin-1"))


@pytest.mark.parametrize(
    ("name", "reason"), [("no.ipynb", "no such file"), (".", "cannot be read"), ("a\0b", "cannot be read")]
)
def test_a_path_without_a_file_is_told(tmp_path: Path, name: str, reason: str) -> None:
    with pytest.raises(SourceError, match=reason):
        read_notebook(str(tmp_path / "x").replace("x", name))


def test_the_shown_name_stands_in_the_message(tmp_path: Path) -> None:
    with pytest.raises(SourceError) as raised:
        read_notebook(tmp_path / "no.ipynb", "shown.ipynb")
    assert str(raised.value) == "shown.ipynb: no such file"
    assert (raised.value.name, raised.value.reason) == ("shown.ipynb", "no such file")


def test_a_unit_is_made_of_the_cells_of_a_server_or_kernel() -> None:
    unit = make_unit("live", [("a", "%time x = 1", 4), (None, "y = 2", None)], indexes=[2, 5])
    assert [(cell.id, cell.index, cell.masked, cell.count) for cell in unit.cells] == [
        ("a", 2, "0;    x = 1", 4),
        ("cell-5", 5, "y = 2", None),
    ]
    assert [cell.index for cell in make_unit("live", [("a", "", None), ("b", "", None)]).cells] == [0, 1]
