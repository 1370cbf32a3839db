"""The tutorial notebook is clean in the repository, and runs."""

from pathlib import Path

import nbformat
import pytest

from jupyter_hybridize.surfaces.payload import MIME_TYPE
from tests.patience import PATIENCE

QUICKSTART = Path(__file__).parents[2] / "notebooks" / "quickstart.ipynb"


def code_cells(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def reported(cell):
    bundles = [output.data[MIME_TYPE] for output in cell.outputs if MIME_TYPE in output.get("data", {})]
    return {f["name"]: f for bundle in bundles for unit in bundle["units"] for f in unit["functions"]}


def test_tutorial_is_valid_and_holds_no_outputs():
    notebook = nbformat.read(QUICKSTART, 4)

    nbformat.validate(notebook)
    assert [cell.outputs for cell in code_cells(notebook)] == [[]] * len(code_cells(notebook))
    assert {cell.execution_count for cell in code_cells(notebook)} == {None}


@pytest.mark.tensorflow
def test_tutorial_runs_and_shows_what_its_text_says(tmp_path):
    from nbclient import NotebookClient

    notebook = nbformat.read(QUICKSTART, 4)
    NotebookClient(notebook, timeout=PATIENCE, resources={"metadata": {"path": str(tmp_path)}}).execute()

    reports = [report for report in map(reported, code_cells(notebook)) if report]
    step, radius, hazard, cured, whole = reports
    assert step["train_step"]["action"] == "decorate"
    assert radius["mean_radius"]["confidence"] == "refused"
    assert hazard["moved"]["confidence"] == "hazard"
    assert cured["moved"]["confidence"] != "hazard"
    assert set(whole) == {"train_step", "mean_radius", "moved"}
    assert whole["moved"] == cured["moved"]
    timing = code_cells(notebook)[-1].outputs
    assert "times as fast" in "".join(output.get("text", "") for output in timing)
