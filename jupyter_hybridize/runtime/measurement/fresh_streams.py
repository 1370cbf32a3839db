"""Random numbers that nothing drew before: the same ones for a function and its graph."""

from __future__ import annotations

import contextlib
import secrets
from collections.abc import Iterator
from typing import Any

from tensorflow.python.framework import random_seed

from jupyter_hybridize.runtime.verification.randomness import Draws, equal_streams


def fresh_seed() -> int:
    """Return a seed that no operation of this process has had: eager kernels go on where they were for a known one."""
    return secrets.randbelow(2**31 - 2) + 1


@contextlib.contextmanager
def fresh_streams(seed: int) -> Iterator[Draws]:
    """Give the n-th unseeded random operation of a call the seeds (*seed*, n), eagerly and while tracing."""
    with equal_streams() as draws:
        numbered = random_seed.get_seed

        def seeded(op_seed: Any) -> Any:
            return numbered(op_seed) if op_seed is not None else (seed, numbered(None)[1])

        try:
            random_seed.get_seed = seeded
            yield draws
        finally:
            random_seed.get_seed = numbered
