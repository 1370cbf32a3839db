"""The notebook on a training step of one's own runs, and shows what its text says."""

from pathlib import Path

import nbformat
import pytest

from jupyter_hybridize.surfaces.payload import MIME_TYPE
from tests.patience import PATIENCE

TRAINING = Path(__file__).parents[2] / "notebooks" / "custom_training.ipynb"


def code_cells(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def shown(cell, kind):
    return [output.data[kind] for output in cell.outputs if kind in output.get("data", {})]


def text(cell):
    streams = [output.text for output in cell.outputs if output.get("name") == "stdout"]
    return "".join([*streams, *shown(cell, "text/plain")])


def test_notebook_on_training_is_valid_and_holds_no_outputs():
    notebook = nbformat.read(TRAINING, 4)

    nbformat.validate(notebook)
    assert [cell.outputs for cell in code_cells(notebook)] == [[]] * len(code_cells(notebook))
    assert {cell.execution_count for cell in code_cells(notebook)} == {None}


@pytest.mark.tensorflow
def test_training_step_is_proved_verified_timed_trained_and_watched(tmp_path):
    pytest.importorskip("tensorflow")
    from nbclient import NotebookClient

    notebook = nbformat.read(TRAINING, 4)
    NotebookClient(notebook, timeout=PATIENCE, resources={"metadata": {"path": str(tmp_path)}}).execute()
    *_, step, _, verified, timed, untouched, trained, rebound, history = code_cells(notebook)

    (function,) = shown(step, MIME_TYPE)[0]["units"][0]["functions"]
    assert (function["name"], function["confidence"]) == ("train_step", "proved")
    assert shown(verified, "application/vnd.jupyter-hybridize.verification+json")[0]["outcome"] == "verified"
    assert shown(timed, "application/vnd.jupyter-hybridize.benchmark+json")[0]["function"] == "train_step"
    assert shown(timed, "image/png")
    assert text(untouched) == "untouched: True\n"
    assert "`batch` changed its shape: float32[64,2] → float32[24,2], a smaller batch" in text(trained)
    assert float(text(trained).split("accuracy ")[1].split()[0]) > 0.9
    assert "the new model learns: False" in text(rebound)
    assert "`model` was rebound (In [10]) after `train_step` was traced" in text(rebound)
    assert "train_step(batch, labels)" in text(history)
