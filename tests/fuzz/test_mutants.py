"""No notebook, however broken, stops the command line: it says in one line what is wrong, and soon."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fuzz.mutants import mutant
from tests.fuzz.tool import Tool
from tests.fuzz.verdicts import Failure, complaints

COUNT = int(os.environ.get("HYBRIDIZE_FUZZ_COUNT", "30"))
SEED = int(os.environ.get("HYBRIDIZE_FUZZ_SEED", "0"))
END = SEED + COUNT
BATCH = 20


def failures(folder: Path, seeds: range) -> Iterator[Failure]:
    with Tool() as tool:
        for seed in seeds:
            made = mutant(seed)
            path = folder / f"mutant_{seed}.ipynb"
            path.write_bytes(made.data)
            faults = tuple(complaints(tool, path))
            path.write_bytes(made.data)
            if faults:
                yield Failure(f"{made.story}: {path}", f"make fuzz FUZZ_SEED={seed} FUZZ_COUNT=1", faults)
            else:
                path.unlink()


@pytest.mark.timeout(100 * BATCH)
@pytest.mark.parametrize("first", range(SEED, END, BATCH))
def test_a_broken_notebook_is_answered_in_time_and_in_one_line(first: int, tmp_path: Path) -> None:
    found = list(failures(tmp_path, range(first, min(first + BATCH, END))))
    assert not found, "\n" + "\n".join(map(str, found))


def test_a_seed_gives_the_same_mutant_again() -> None:
    assert [mutant(seed) for seed in range(SEED, SEED + 20)] == [mutant(seed) for seed in range(SEED, SEED + 20)]
