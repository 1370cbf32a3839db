"""Safe programs that must come out proved: what notebooks nobody has seen before were found to need.

Each program in ``proofs/`` says in its first lines what ``tf.function`` on one of its functions changes: nothing.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.oracle.harness import Outcome
from tests.soundness.test_control import Specimen, report

FOLDER = Path(__file__).with_name("proofs")
SPECIMENS = [
    Specimen(path.stem, path.read_text(), path.read_text().splitlines()[1].removeprefix("# function: "), Outcome.SAME)
    for path in sorted(FOLDER.glob("*.py"))
]


def _name(specimen: Specimen) -> str:
    return specimen.name


@pytest.mark.tensorflow
@pytest.mark.parametrize("specimen", SPECIMENS, ids=_name)
def test_tensorflow_does_the_same_in_a_graph(specimen: Specimen) -> None:
    pytest.importorskip("tensorflow")
    from tests.oracle.harness import compare

    seen = compare(specimen.source, specimen.function)
    assert seen.outcome is Outcome.SAME, seen


@pytest.mark.parametrize("specimen", SPECIMENS, ids=_name)
def test_the_function_is_proved_safe(specimen: Specimen, tmp_path: Path) -> None:
    said = report(specimen, tmp_path)
    assert (said.safety, [f for f in said.findings if f.answer == "unknown" and f.code < "HYB4"]) == ("safe", [])
