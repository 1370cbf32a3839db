"""The devices of this process: which there are, which one works, and how to wait for it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TypeVar

import tensorflow as tf
from tensorflow.python.eager import context

_KINDS = ("CPU", "GPU")
_T = TypeVar("_T")


def devices() -> tuple[str, ...]:
    """Return the processors TensorFlow can compute on: ``("CPU:0", "GPU:0")``.

    Does not start TensorFlow's runtime where it has not started, since settings of devices are refused from then on.
    """
    is_running = getattr(context.context(), "_initialized", True)
    found = tf.config.list_logical_devices() if is_running else tf.config.list_physical_devices()
    return tuple(short_name(device.name) for device in found if device.device_type in _KINDS)


def default_device() -> str:
    """Return the device that TensorFlow takes where nothing is said: the first GPU if there is one."""
    return next((name for name in devices() if name.startswith("GPU")), "CPU:0")


def short_name(name: str) -> str:
    """Return ``"GPU:0"`` for any of TensorFlow's spellings of it; empty for no device."""
    return ":".join(name.rpartition("/")[2].split(":")[-2:])


@contextmanager
def on_device(device: str | None) -> Iterator[None]:
    """Compute on *device* within; where TensorFlow wants to if it is None."""
    if device is None:
        yield
        return
    with tf.device(f"/device:{device}"):
        yield


def moved(values: _T, device: str | None) -> _T:
    """Return the structure with its tensors copied to *device*, so that no call pays for the copy."""
    if device is None:
        return values
    with on_device(device):
        result: _T = tf.nest.map_structure(lambda value: _moved(value, device), values)
    return result


def _moved(value: object, device: str) -> object:
    is_elsewhere = isinstance(value, tf.Tensor) and short_name(value.device) not in (device, "")
    return tf.identity(value) if is_elsewhere else value


def synchronise(device: str, outputs: object) -> None:
    """Wait until *device* has computed *outputs*: a GPU answers a call before it has done the work."""
    if device.startswith("CPU") and tf.config.experimental.get_synchronous_execution():
        return
    wait = getattr(tf.test.experimental, "sync_devices", None)
    if wait is not None:
        wait()
        return
    for output in tf.nest.flatten(outputs):
        if isinstance(output, tf.Tensor) and output.dtype not in (tf.resource, tf.variant):
            tf.reshape(output, [-1])[:1].numpy()  # the stream runs in order: the last result is enough
