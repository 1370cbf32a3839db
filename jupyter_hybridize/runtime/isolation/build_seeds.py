"""Hides the seeds that Keras draws from `random` for what it sets up once: the user's code does not ask for them."""

from __future__ import annotations

import random
import sys
from collections.abc import Callable
from types import FrameType
from typing import Final

_NAME: Final = "make_default_seed"
_SETTING_UP: Final = (
    "build_wrapper",  # the function of keras.Layer that every build goes through
    "global_seed_generator",  # makes the generator of all that is drawn without a seed
)


def hide_build_seeds() -> None:
    """Put `random` back after each seed that is drawn to build a layer, or for Keras' own generator.

    An initialiser that the function itself makes and calls keeps its seed in the graph, so that draw must be seen.
    """
    for name, module in list(sys.modules.items()):
        original = vars(module).get(_NAME) if name.startswith("keras.src.") else None
        if callable(original):
            setattr(module, _NAME, _hiding(original))


def _hiding(original: Callable[[], int]) -> Callable[[], int]:
    def draw() -> int:
        state = random.getstate()
        seed = original()
        if _is_setting_up(sys._getframe()):
            random.setstate(state)
        return seed

    return draw


def _is_setting_up(frame: FrameType | None) -> bool:
    while frame is not None:
        if frame.f_code.co_name in _SETTING_UP:
            return True
        frame = frame.f_back
    return False
