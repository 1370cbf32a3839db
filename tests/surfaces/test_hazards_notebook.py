"""The notebook of hazards runs, goes wrong as its text says, and the tool says so."""

from pathlib import Path

import nbformat
import pytest

from jupyter_hybridize.surfaces.payload import MIME_TYPE
from tests.patience import PATIENCE

HAZARDS = Path(__file__).parents[2] / "notebooks" / "hazards.ipynb"


def code_cells(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def reported(cell):
    """Return the codes found in each function that the cell's report is about."""
    bundles = [output.data[MIME_TYPE] for output in cell.outputs if MIME_TYPE in output.get("data", {})]
    functions = [function for bundle in bundles for unit in bundle["units"] for function in unit["functions"]]
    return {function["name"]: {finding["code"] for finding in function["findings"]} for function in functions}


def printed(cell):
    return "".join(output.text for output in cell.outputs if output.get("name") == "stdout")


def told(cell):
    return "".join(output.data["text/plain"] for output in cell.outputs if "data" in output)


def test_notebook_of_hazards_is_valid_short_and_holds_no_outputs():
    notebook = nbformat.read(HAZARDS, 4)

    nbformat.validate(notebook)
    assert len(notebook.cells) <= 20
    assert [cell.outputs for cell in code_cells(notebook)] == [[]] * len(code_cells(notebook))
    assert {cell.execution_count for cell in code_cells(notebook)} == {None}


@pytest.mark.tensorflow
def test_each_hazard_is_found_and_shows(tmp_path):
    pytest.importorskip("tensorflow")
    from nbclient import NotebookClient

    notebook = nbformat.read(HAZARDS, 4)
    NotebookClient(notebook, timeout=PATIENCE, resources={"metadata": {"path": str(tmp_path)}}).execute()
    _, stale, effect, random, raises, early, small, number, shape, rebound, report = code_cells(notebook)

    assert "HYB303" in reported(stale)["forward"]
    assert printed(stale).splitlines()[0] == printed(stale).splitlines()[1]
    assert "HYB301" in reported(effect)["penalty"]
    assert printed(effect).startswith("1 entry")
    assert "HYB304" in reported(random)["noisy"]
    assert len(set(printed(random).strip("[]\n").split(", "))) == 1
    assert "HYB202" in reported(raises)["distance"]
    assert "HYB211" in reported(early)["first_negative"]
    assert "HYB406" in reported(small)["halved"]
    assert "HYB402" in reported(number)["decayed"]
    assert "`epoch` is a Python int: 0, 1, 2 … 5" in told(number)
    assert "`batch` changed its shape: float32[32,4] → float32[7,4], a smaller batch" in told(shape)
    assert "`scale` was rebound (In [10]) after `scaled` was traced" in told(rebound)
    assert printed(rebound) == "[[3.]] 2.0\n"
    assert "decayed" in told(report)
