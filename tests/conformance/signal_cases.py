"""Arguments for ops on signals."""

from __future__ import annotations

import random

from tests.conformance.making import maker
from tests.conformance.specimen import Case, N, T

_SIGNALS = (
    T("float32", (32,)),
    T("float32", (2, 32)),
    T("float64", (2, 1, 40)),
    N("float32", (20,)),
    T("int32", (32,)),
)


@maker("signal-frames", "short-time-spectrum")
def frames(rng: random.Random, name: str) -> Case:
    named = rng.choice([{}, {"pad_end": True}, {"pad_end": False}])
    size = rng.choice([8, 5, 16])
    if rng.random() < 0.5:
        return Case((rng.choice(_SIGNALS), size, rng.choice([4, 3])), named)
    return Case((rng.choice(_SIGNALS),), {"frame_length": size, "frame_step": 4, **named})


@maker("real-spectrum")
def spectrum(rng: random.Random, name: str) -> Case:
    return Case((rng.choice(_SIGNALS),), rng.choice([{}, {"fft_length": [8]}, {"fft_length": [9]}]))


@maker("complex-spectrum")
def whole_spectrum(rng: random.Random, name: str) -> Case:
    return Case((rng.choice([T("complex64", (4, 8)), T("complex128", (2, 4, 8)), T("float32", (4, 8))]),))


@maker("cepstra")
def cepstra(rng: random.Random, name: str) -> Case:
    return Case((rng.choice([T("float32", (4, 8)), T("float64", (2, 3, 4)), T("int32", (2, 3))]),))


@maker("window")
def window(rng: random.Random, name: str) -> Case:
    return Case((rng.choice([8, 5, T("int32", (), 6)]),))


@maker("mel-weights")
def mel_weights(rng: random.Random, name: str) -> Case:
    return Case((), rng.choice([{}, {"num_mel_bins": 10, "num_spectrogram_bins": 33}, {"sample_rate": 16000}]))
