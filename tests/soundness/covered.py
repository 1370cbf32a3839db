"""Which programs are analysed under the coverage tool, which doubles the time: every third goes where the others go."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest


def each_third_covered(specimens: Sequence[Any]) -> list[Any]:
    """Return the parameters for a test of each of *specimens*."""
    return [pytest.param(each, marks=() if n % 3 == 0 else pytest.mark.no_cover) for n, each in enumerate(specimens)]
