"""What all tests share: no test is late because the machine is busy, and what they import stays."""

from __future__ import annotations

import gc

from hypothesis import HealthCheck, settings

settings.register_profile("busy machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("busy machine")


def pytest_collection_finish() -> None:
    """Leave what exists once the test modules are imported, TensorFlow above all, out of later garbage collections."""
    gc.collect()
    gc.freeze()
