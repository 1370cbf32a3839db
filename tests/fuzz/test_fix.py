"""What `fix` writes can be taken back byte for byte, is written once, and brings no hazard."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fuzz.bases import FOLDER, bases
from tests.fuzz.roundtrip import Tally, Wanted, faults_of
from tests.fuzz.test_mutants import COUNT
from tests.fuzz.tool import Tool
from tests.fuzz.verdicts import Failure, complaints

BATCH = 10
STEP = 1 if FOLDER else max(1, len(bases()) // COUNT)
CHOSEN = bases()[::STEP]
WAYS = [Wanted(True, True, True), *([Wanted(), Wanted(signatures=True)] if FOLDER else [])]  # the first changes most


def failures(folder: Path, first: int) -> Iterator[Failure]:
    with Tool() as tool:
        for number, (name, data) in enumerate(CHOSEN[first : first + BATCH], first):
            path = folder / f"notebook_{number}.ipynb"
            path.write_bytes(data)
            if faults := tuple(complaints(tool, path)):
                yield Failure(name, f"jupyter hybridize fix {name}", faults)


@pytest.mark.timeout(100 * BATCH)
@pytest.mark.parametrize("first", range(0, len(CHOSEN), BATCH))
def test_fix_is_undone_byte_for_byte_and_done_once(first: int, tmp_path: Path) -> None:
    found = list(failures(tmp_path, first))
    assert not found, "\n" + "\n".join(map(str, found))


@pytest.mark.no_cover  # the same analyses over and over
@pytest.mark.timeout(100 * BATCH)
@pytest.mark.parametrize("wanted", WAYS, ids=str)
@pytest.mark.parametrize("first", range(0, len(CHOSEN), BATCH))
def test_no_function_is_the_worse_for_it(first: int, wanted: Wanted, tmp_path: Path) -> None:
    tally = Tally()
    found = {}
    for number, (name, data) in enumerate(CHOSEN[first : first + BATCH], first):
        path = tmp_path / f"notebook_{number}.ipynb"
        path.write_bytes(data)
        if faults := list(faults_of(path, wanted, tally)):
            found[name] = faults
    assert not found
    assert tally.notebooks + len(tally.unusable) == len(CHOSEN[first : first + BATCH])
