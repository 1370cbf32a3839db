"""The notebook on measuring is clean in the repository, runs, and shows what its text says."""

from __future__ import annotations

import json
from pathlib import Path

import nbformat
import pytest

from tests.patience import PATIENCE

NOTEBOOK = Path(__file__).parents[2] / "notebooks" / "benchmark.ipynb"
BENCHMARK = "application/vnd.jupyter-hybridize.benchmark+json"
LARGEST = 600_000  # characters of all outputs: it must stay easy to keep under version control


def code_cells(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def measured(notebook):
    return [o.data[BENCHMARK] for cell in code_cells(notebook) for o in cell.outputs if BENCHMARK in o.get("data", {})]


def test_notebook_is_valid_and_holds_no_outputs():
    notebook = nbformat.read(NOTEBOOK, 4)

    nbformat.validate(notebook)
    assert [cell.outputs for cell in code_cells(notebook)] == [[]] * len(code_cells(notebook))
    assert {cell.execution_count for cell in code_cells(notebook)} == {None}


@pytest.mark.tensorflow
def test_notebook_runs_and_its_outputs_are_small(tmp_path):
    from nbclient import NotebookClient

    notebook = nbformat.read(NOTEBOOK, 4)
    NotebookClient(notebook, timeout=PATIENCE, resources={"metadata": {"path": str(tmp_path)}}).execute()

    step, shifted, before, after = measured(notebook)
    assert step["function"] == "train_step"
    assert step["state_restored"]
    assert {s["variant"] for s in step["speedups"]} >= {"graph"}
    assert shifted["sentence"].startswith("no gain")
    assert before["function"] == after["function"] == "smoothed"
    assert before["digest"] != after["digest"]
    assert sum(len(json.dumps(cell.outputs)) for cell in code_cells(notebook)) < LARGEST
    plain = "".join(o.get("text", "") for o in code_cells(notebook)[-1].outputs if o.get("name") == "stdout")
    assert "faster" in plain or "inconclusive" in plain
