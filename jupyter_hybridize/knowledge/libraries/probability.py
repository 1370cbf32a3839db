"""TensorFlow Probability, as far as notebooks use it: distributions and bijectors run ops and do nothing else.

What their methods give is left unknown, so that nothing built on it is proved.
"""

from __future__ import annotations

from typing import Final

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.value import TOP, AbstractValue, Class, Function, Hybrid, Method, Partial
from jupyter_hybridize.knowledge.host import Call
from jupyter_hybridize.knowledge.names import canonical
from jupyter_hybridize.knowledge.overlay import Overlay
from jupyter_hybridize.knowledge.python.arguments import unknown_call
from jupyter_hybridize.knowledge.structures import every_leaf

OVERLAY: Final = Overlay()
_LIBRARY: Final = "tensorflow_probability"
DISTRIBUTION: Final = f"{_LIBRARY}.distributions.Distribution"
BIJECTOR: Final = f"{_LIBRARY}.bijectors.Bijector"
KERNEL: Final = f"{_LIBRARY}.mcmc.TransitionKernel"
_CALLABLES: Final = (Function, Class, Method, Partial, Hybrid)
_DISTRIBUTIONS: Final = """
    Normal MultivariateNormalDiag MultivariateNormalTriL MultivariateNormalFullCovariance Independent Uniform Gamma
    InverseGamma Sample WishartTriL Categorical OneHotCategorical Poisson TransformedDistribution Mixture
    MixtureSameFamily Exponential Binomial BetaBinomial Bernoulli LogNormal Multinomial HalfNormal HalfCauchy Cauchy
    Dirichlet Beta Laplace Logistic StudentT Chi2 Geometric NegativeBinomial Deterministic VonMises TruncatedNormal
    Gumbel LogitNormal Weibull Pareto Triangular RelaxedOneHotCategorical LKJ VectorDeterministic ZeroInflated Blockwise
"""
_KERNELS: Final = """
    HamiltonianMonteCarlo NoUTurnSampler TransformedTransitionKernel SimpleStepSizeAdaptation
    DualAveragingStepSizeAdaptation RandomWalkMetropolis MetropolisHastings ReplicaExchangeMC MetropolisAdjustedLangevin
"""
_BIJECTORS: Final = """
    Identity Exp Log Chain Invert Shift Scale Softplus FillScaleTriL FillTriangular Reshape Sigmoid Tanh
    CholeskyOuterProduct ScaleMatvecTriL ScaleMatvecDiag JointMap Restructure NormalCDF Split Permute Transpose
    TransformDiagonal SoftmaxCentered CorrelationCholesky Cumsum Power Square Ordered Ascending Expm1 Blockwise
"""


def _classes(names: str, package: str, base: str) -> None:
    classes = [f"{_LIBRARY}.{package}.{name}" for name in names.split()]
    OVERLAY.cls(*classes, bases=(base,))
    OVERLAY.function(*classes)(_make)


def _make(call: Call) -> AbstractValue:
    """Make the object; a function among the arguments is called whenever the library likes."""
    call.host.tensor_op(call.name)
    if any(every_leaf(call.host, item).has(*_CALLABLES) for item in call.arguments.every()):
        unknown_call(call, "callback")
    return call.host.new_object(canonical(call.name))


def _compute(call: Call) -> AbstractValue:
    """Run ops whose results are not told here."""
    is_random = call.name.rpartition(".")[2] == "sample"
    call.host.tensor_op("StatefulRandom" if is_random else call.name)
    call.host.effect(EffectKind.UNKNOWN_VALUE, call.text or call.name, answer=Answer.UNKNOWN, reason=_LIBRARY)
    return TOP


OVERLAY.cls(DISTRIBUTION, BIJECTOR, KERNEL)
_classes(_DISTRIBUTIONS, "distributions", DISTRIBUTION)
_classes(_BIJECTORS, "bijectors", BIJECTOR)
_classes(_KERNELS, "mcmc", KERNEL)
OVERLAY.method(
    DISTRIBUTION,
    "log_prob", "prob", "sample", "mean", "stddev", "variance", "mode", "entropy", "cdf", "log_cdf", "quantile",
    "survival_function", "covariance", "cross_entropy", "kl_divergence", "unnormalized_log_prob",
)(_compute)  # fmt: skip
OVERLAY.method(
    BIJECTOR,
    "forward", "inverse", "forward_log_det_jacobian", "inverse_log_det_jacobian", "forward_event_shape_tensor",
    "inverse_event_shape_tensor",
)(_compute)  # fmt: skip
_FUNCTIONS: Final = """
    math.reduce_logmeanexp math.log_add_exp math.softplus_inverse math.clip_by_value_preserve_gradient
    stats.percentile stats.variance stats.stddev stats.covariance stats.correlation stats.auto_correlation
    mcmc.potential_scale_reduction mcmc.effective_sample_size distributions.kl_divergence
"""
OVERLAY.function(*(f"{_LIBRARY}.{name}" for name in _FUNCTIONS.split()))(_compute)
