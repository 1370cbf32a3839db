"""TensorFlow stays once it is imported: the garbage collector need not go through it again at each of its rounds."""

from __future__ import annotations

import gc
import importlib.util

if importlib.util.find_spec("tensorflow"):
    import keras  # noqa: F401
    import tensorflow as tf  # noqa: F401

    gc.collect()
    gc.freeze()
