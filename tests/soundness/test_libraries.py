"""Programs about what libraries do: NumPy, Keras, data sets, randomness, tapes, variables, strings, builtins, shapes.

Each program in ``libraries/`` says in its first lines what ``tf.function`` on one of its functions changes. An unsafe
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

FOLDER = Path(__file__).with_name("libraries")

# Safe functions that are called unsafe, and why.
TOO_STRICT = {
    "asked_get_static_value_const": "the static value of a constant is the same in a graph",
    "asked_make_ndarray": "a protocol buffer made of a number needs no tensor's value",
    "builtin_logging_debug_disabled": "a logger counts as output, whatever its level is",
    "builtin_time_difference": "the clock counts also where only a duration is compared",
    "dataset_map_fn_python_random": "`Dataset.map` traces the function already, and its randomness is frozen today",
    "image_and_file_json_read_config": "a file counts as state, also where it is only read",
    "image_and_file_makedirs": "making a folder that exists already does nothing",
    "image_and_file_numpy_save": "writing the same file again does nothing",
    "keras_use_callback_called_inside": "an attribute that gets the same number at each call",
    "keras_use_trainable_false_inside": "`trainable` is set and set back",
    "lookup_python_dict_tensor_key": "eagerly it raises too, and the program catches that",
    "string_python_join_tensors": "eagerly it raises too, and the program catches that",
    "tape_passed_in": "a tape that is open in the caller records what the function does",
}

# Programs as they stand in notebooks: most must come out safe.
REALISTIC = "notebook_"
PROVED_AT_LEAST = 40


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
    found = [
        f
        for f in analyse(specimen.source, folder)
        if f.name == specimen.function or f.name.endswith(f".{specimen.function}")
    ]
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


def test_most_functions_of_notebooks_are_proved(tmp_path: Path) -> None:
    said = [report(s, tmp_path) for s in SAFE if s.name.startswith(REALISTIC)]
    assert sum(each.safety == "safe" for each in said) >= PROVED_AT_LEAST
