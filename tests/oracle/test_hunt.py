"""Programs made at random: what is called safe does under ``tf.function`` what it does eagerly.

``make hunt`` goes on with other seeds for as long as it is let: ``python -m tests.oracle.test_hunt SEED SECONDS``.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.oracle.grammar import Grammar
from tests.oracle.harness import Comparison, Outcome, compare
from tests.rules.engine import analyse

SEEDS = range(1, 41)


def refuted(seed: int, folder: Path) -> Comparison | None:
    """Return what TensorFlow shows of the program of *seed*, None where it is not called safe or is safe."""
    source = Grammar(seed).program()
    (said,) = (function for function in analyse(source, folder) if function.name == "f")
    if said.safety != "safe":
        return None
    seen = compare(source, "f")
    raises = seen.outcome is Outcome.BOTH_RAISE_OTHER_TYPE  # a program that fails anyway says nothing
    return seen if seen.outcome.is_unsafe and not raises else None


@pytest.mark.parametrize("seed", SEEDS)
def test_a_program_is_the_same_of_the_same_seed(seed: int) -> None:
    assert Grammar(seed).program() == Grammar(seed).program()
    compile(Grammar(seed).program(), "program", "exec")


def test_many_of_the_programs_are_called_safe_and_many_are_not(tmp_path: Path) -> None:
    found = [f.safety for seed in SEEDS for f in analyse(Grammar(seed).program(), tmp_path) if f.name == "f"]
    assert min(found.count("safe"), found.count("unsafe")) >= 5


@pytest.mark.no_cover  # the programs were analysed just before
@pytest.mark.tensorflow
@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_called_safe_agrees_with_its_graph(seed: int, tmp_path: Path) -> None:
    pytest.importorskip("tensorflow")
    assert refuted(seed, tmp_path) is None


def main(seed: int, seconds: float) -> int:
    """Try programs from *seed* on, show those that TensorFlow refutes, and return how many there are."""
    until, count = time.monotonic() + seconds, 0
    with TemporaryDirectory() as folder:
        while time.monotonic() < until:
            seen = refuted(seed, Path(folder))
            if seen is not None:
                count += 1
                print(f"seed {seed}: {seen.outcome.value}: {seen.detail}\n{Grammar(seed).program()}", flush=True)
            seed += 1
    print(f"tried up to seed {seed}: {count} refuted")
    return count


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), float(sys.argv[2])) > 0)
