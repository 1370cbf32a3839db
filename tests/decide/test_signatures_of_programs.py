"""The signatures of whole programs: each function says on its line what is written for it, or why nothing is."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.decide.signature_programs import Expected, expectations
from tests.rules.engine import analyse


@pytest.mark.parametrize("expected", [pytest.param(e, id=e.id) for e in expectations()])
def test_a_signature_describes_all_calls_or_is_withheld(expected: Expected, tmp_path: Path) -> None:
    function = next(f for f in analyse(expected.source, tmp_path) if f.name == expected.function)
    assert (function.signature, function.signature_absence) == (expected.signature, expected.absence)
