"""TensorFlow stays once it is imported: the garbage collector need not go through it again at each of its rounds."""

from __future__ import annotations

import gc
import importlib.util
from collections.abc import Iterator

import pytest

from tests.patience import PATIENCE

if importlib.util.find_spec("tensorflow"):
    import keras  # noqa: F401
    import tensorflow as tf  # noqa: F401

    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def no_verification_is_late() -> Iterator[None]:
    """Give verifications more time than they have elsewhere, unless a test says how much."""
    with pytest.MonkeyPatch.context() as patch:
        if importlib.util.find_spec("tensorflow"):
            from jupyter_hybridize.runtime.verification import verify

            patch.setattr(verify, "_LONGEST_TRIAL", PATIENCE)
            patch.setitem(verify.verify.__kwdefaults__, "timeout", PATIENCE)
        yield
