"""SciPy and gym: what notebooks use of them beside TensorFlow."""

from __future__ import annotations

from typing import Final

from jupyter_hybridize.domain.value import TOP, array, tuple_of
from jupyter_hybridize.knowledge.libraries.imaging import writing
from jupyter_hybridize.knowledge.numpy.elementwise import pure
from jupyter_hybridize.knowledge.overlay import Overlay
from jupyter_hybridize.knowledge.python.arguments import INT, unknown_call
from jupyter_hybridize.knowledge.stdlib.registration import (
    an,
    performing,
    register,
    register_methods,
    register_properties,
)

OVERLAY = Overlay()

# SciPy

_SPECIAL: Final = (
    "expit logit softmax log_softmax logsumexp erf erfc erfinv gamma gammaln beta betaln digamma polygamma xlogy "
    "xlog1py comb factorial binom i0 j0 entr kl_div rel_entr"
)
register(OVERLAY, pure(), _SPECIAL, prefix="scipy.special.")
register(OVERLAY, pure(TOP), "inv det solve svd eigh eig norm cholesky qr lu expm sqrtm pinv", prefix="scipy.linalg.")
register(OVERLAY, pure(TOP), "cdist pdist squareform distance.cdist distance.pdist", prefix="scipy.spatial.")
register(OVERLAY, pure(TOP), "zoom rotate gaussian_filter convolve label shift uniform_filter", prefix="scipy.ndimage.")
register(OVERLAY, pure(TOP), "pearsonr spearmanr ttest_ind zscore entropy mode kstest", prefix="scipy.stats.")
register(OVERLAY, pure(TOP), "spectrogram stft istft resample butter filtfilt find_peaks", prefix="scipy.signal.")
register(OVERLAY, pure(TOP), "csr_matrix coo_matrix csc_matrix vstack hstack eye diags", prefix="scipy.sparse.")
register(OVERLAY, writing(tuple_of(INT, array())), "scipy.io.wavfile.read")
register(OVERLAY, writing(), "scipy.io.wavfile.write scipy.io.savemat")
register(OVERLAY, writing(TOP), "scipy.io.loadmat scipy.misc.imread")
register(OVERLAY, lambda call: unknown_call(call, "callback"), "scipy.optimize.minimize scipy.integrate.odeint")

# reinforcement learning

for _library in ("gym", "gymnasium"):
    _cls = f"{_library}.Env"
    OVERLAY.cls(_cls)
    register(OVERLAY, performing("environment", an(_cls)), f"{_library}.make {_library}.wrappers.Monitor")
    register_methods(OVERLAY, _cls, performing("environment", TOP), "reset step render seed")
    register_methods(OVERLAY, _cls, performing("environment"), "close")
    register_properties(OVERLAY, _cls, TOP, "action_space observation_space spec unwrapped")
