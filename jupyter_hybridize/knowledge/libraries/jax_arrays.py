"""JAX beside TensorFlow: functions without effects, whose arrays nothing here sees into."""

from __future__ import annotations

from typing import Final

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.value import TOP, AbstractValue, Class, Function, Hybrid, Method, Partial
from jupyter_hybridize.knowledge.host import Call
from jupyter_hybridize.knowledge.numpy.data import leave
from jupyter_hybridize.knowledge.overlay import Overlay
from jupyter_hybridize.knowledge.python.arguments import unknown_call
from jupyter_hybridize.knowledge.stdlib.registration import register

OVERLAY: Final = Overlay()
_CALLABLES: Final = (Function, Class, Method, Partial, Hybrid)


def _compute(call: Call) -> AbstractValue:
    """Give an array of another framework; a traced tensor among the arguments has no value for it."""
    leave(call, *call.arguments.every())
    if any(item.has(*_CALLABLES) for item in call.arguments.every()):
        return unknown_call(call, call.name)
    call.host.effect(EffectKind.UNKNOWN_VALUE, call.text or call.name, answer=Answer.UNKNOWN, reason=call.name)
    return TOP


_NUMPY: Final = """
    abs absolute all any arange argmax argmin argsort array asarray atleast_1d broadcast_to ceil clip
    concatenate cos cumsum diag divide dot einsum equal exp expand_dims eye finfo flip floor full full_like
    greater hstack identity inner isfinite isnan less linspace log log1p logaddexp matmul max maximum mean
    median meshgrid min minimum mod moveaxis multiply nan_to_num ones ones_like outer pad power prod ravel
    repeat reshape roll round shape sign sin sort split sqrt square squeeze stack std sum swapaxes take tanh
    tensordot tile trace transpose triu tril unique var vstack where zeros zeros_like linalg.norm linalg.inv
    linalg.solve linalg.cholesky linalg.det linalg.eigh linalg.svd float32 int32
"""
register(OVERLAY, _compute, _NUMPY, prefix="jax.numpy.")
_OTHERS: Final = {
    "random": "PRNGKey key split fold_in normal uniform randint bernoulli permutation choice",
    "tree": "map leaves flatten structure unflatten reduce",
    "tree_util": "tree_map tree_flatten tree_leaves tree_unflatten",
    "nn": "relu sigmoid softmax log_softmax softplus one_hot gelu",
    "lax": "scan stop_gradient cond fori_loop while_loop",
}
_TRANSFORMS: Final = "grad vmap jit value_and_grad pmap jacfwd jacrev hessian"
_SUBSTRATE: Final = """
    distributions.Normal distributions.Sample distributions.Independent distributions.Categorical
    distributions.Bernoulli distributions.HiddenMarkovModel distributions.Gamma distributions.Uniform
    distributions.MultivariateNormalDiag distributions.HalfNormal bijectors.Scale bijectors.Shift bijectors.Chain
    bijectors.Exp bijectors.Softplus mcmc.sample_chain mcmc.HamiltonianMonteCarlo mcmc.NoUTurnSampler
    mcmc.DualAveragingStepSizeAdaptation
"""
for _package, _names in _OTHERS.items():
    register(OVERLAY, _compute, _names, prefix=f"jax.{_package}.")
register(OVERLAY, _compute, _TRANSFORMS, prefix="jax.")
register(OVERLAY, _compute, _SUBSTRATE, prefix="tensorflow_probability.substrates.jax.")
