"""Programs about control flow, state, captures, arguments and classes: what TensorFlow does, and what is said of it.

Each program in ``control/`` says in its first lines what ``tf.function`` on one of its functions changes. An unsafe
function must never be called safe, and a safe one not unsafe, but for those of ``TOO_STRICT``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from jupyter_hybridize.results.report import FunctionReport
from tests.oracle.harness import Outcome
from tests.rules.engine import analyse
from tests.soundness.covered import each_third_covered

FOLDER = Path(__file__).with_name("control")

# Safe functions that are called unsafe, and why.
TOO_STRICT = {
    "generator_argument_fresh": "an iterator that is passed counts as the same one at each call",
    "other_entry_updated_by_update": "`dict.update` counts as setting every entry",
    "staged_for_range_tensor_list": "a list grown in a graph loop counts, also where nobody reads it afterwards",
    "staged_for_tf_return_static": "a return in a graph loop counts, also where it is reached in the first round",
}


@dataclass(frozen=True, slots=True)
class Specimen:
    """A program, the function to decorate, and what was observed."""

    name: str
    source: str
    function: str
    observed: Outcome


def specimens() -> Iterator[Specimen]:
    """Yield the programs."""
    for path in sorted(FOLDER.glob("*.py")):
        source = path.read_text()
        first, second = source.splitlines()[:2]
        observed = Outcome(first.removeprefix("# observed: "))
        yield Specimen(path.stem, source, second.removeprefix("# function: "), observed)


SPECIMENS = list(specimens())
UNSAFE = [s for s in SPECIMENS if s.observed.is_unsafe]
SAFE = [s for s in SPECIMENS if s.observed is Outcome.SAME]


def _name(specimen: Specimen) -> str:
    return specimen.name


def report(specimen: Specimen, folder: Path) -> FunctionReport:
    """Return what is said of the function; of several definitions, of the last."""
    names = (specimen.function, f".{specimen.function}")
    found = [f for f in analyse(specimen.source, folder) if f.name == names[0] or f.name.endswith(names[1])]
    return found[-1]


@pytest.mark.tensorflow
@pytest.mark.parametrize("specimen", SPECIMENS, ids=_name)
def test_tensorflow_does_what_the_program_says(specimen: Specimen) -> None:
    pytest.importorskip("tensorflow")
    from tests.oracle.harness import compare

    seen = compare(specimen.source, specimen.function)
    assert seen.outcome is specimen.observed, seen


@pytest.mark.parametrize("specimen", each_third_covered(UNSAFE), ids=_name)
def test_an_unsafe_function_is_not_called_safe(specimen: Specimen, tmp_path: Path) -> None:
    said = report(specimen, tmp_path)
    assert said.safety != "safe", said
    assert said.confidence != "proved", said


@pytest.mark.parametrize("specimen", each_third_covered([s for s in SAFE if s.name not in TOO_STRICT]), ids=_name)
def test_a_safe_function_is_not_called_unsafe(specimen: Specimen, tmp_path: Path) -> None:
    said = report(specimen, tmp_path)
    assert said.safety != "unsafe", said.findings


@pytest.mark.parametrize("specimen", [s for s in SAFE if s.name in TOO_STRICT], ids=_name)
def test_what_is_too_strict_is_still_too_strict(specimen: Specimen, tmp_path: Path) -> None:
    assert report(specimen, tmp_path).safety == "unsafe", f"take {specimen.name} off the table"
