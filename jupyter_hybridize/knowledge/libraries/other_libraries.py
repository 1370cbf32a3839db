"""SciPy, scikit-learn, gym: what notebooks use of them beside TensorFlow."""

from __future__ import annotations

from typing import Final

from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.shape import UNKNOWN_SHAPE, Shape
from jupyter_hybridize.domain.value import NONE, TOP, AbstractValue, Array, Container, array, tuple_of, value
from jupyter_hybridize.knowledge.host import Call
from jupyter_hybridize.knowledge.libraries.imaging import writing
from jupyter_hybridize.knowledge.numpy.data import leave
from jupyter_hybridize.knowledge.numpy.elementwise import pure
from jupyter_hybridize.knowledge.overlay import Overlay, Transfer
from jupyter_hybridize.knowledge.python.arguments import FLOAT, INT, unknown_call
from jupyter_hybridize.knowledge.stdlib.registration import (
    Result,
    an,
    changes_itself,
    given,
    performing,
    register,
    register_methods,
    register_properties,
)

OVERLAY = Overlay()
_NUMBER = FLOAT.join(array("float64", is_scalar=True))


def drawn(result: Result) -> Transfer:
    """Return the transfer function of what draws from NumPy's random numbers."""

    def transfer(call: Call) -> AbstractValue:
        leave(call, *call.arguments.every())
        call.host.effect(EffectKind.READS_CLOCK_OR_RNG, call.text, reason="numpy.random")
        return given(result, call)

    return transfer


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

# scikit-learn


@OVERLAY.function("sklearn.model_selection.train_test_split")
def train_test_split(call: Call) -> AbstractValue:
    """``train_test_split(x, y)``: two parts of each argument."""
    if call.argument(None, "random_state") in (AbstractValue(), NONE):
        drawn(NONE)(call)
    leave(call, *call.arguments.positional)
    if not call.arguments.is_exact:
        return TOP
    parts = [_part(call, item) for item in call.arguments.positional]
    return tuple_of(*(each for part in parts for each in (part, part)))


def _part(call: Call, item: AbstractValue) -> AbstractValue:
    if item.atoms and all(isinstance(atom, Array) for atom in item.atoms):
        return value(*(Array(each.dtype, _shorter(each.shape)) for each in item.each(Array)))
    if item.atoms and all(isinstance(atom, Container) and atom.type == "list" for atom in item.atoms):
        return call.host.new_list(None, call.host.iterate(item))
    return TOP


def _shorter(shape: Shape) -> Shape:
    return Shape((None, *shape.dims[1:])) if shape.dims else UNKNOWN_SHAPE


_SCORES: Final = (
    "accuracy_score precision_score recall_score f1_score "
    "roc_auc_score mean_squared_error mean_absolute_error r2_score "
    "log_loss matthews_corrcoef cohen_kappa_score average_precision_score auc balanced_accuracy_score silhouette_score "
    "adjusted_rand_score normalized_mutual_info_score"
)
register(OVERLAY, pure(_NUMBER), _SCORES, prefix="sklearn.metrics.")
register(OVERLAY, pure(array(None, Shape((None, None)))), "sklearn.metrics.confusion_matrix")
register(OVERLAY, pure(array()), "cosine_similarity euclidean_distances", prefix="sklearn.metrics.pairwise.")
register(OVERLAY, pure(TOP), "classification_report roc_curve precision_recall_curve", prefix="sklearn.metrics.")
register(OVERLAY, writing(TOP), "sklearn.metrics.ConfusionMatrixDisplay")
_GENERATED: Final = (
    "make_moons make_circles make_blobs make_classification make_regression make_swiss_roll make_s_curve"
)
register(OVERLAY, drawn(tuple_of(array("float64"), array())), _GENERATED, prefix="sklearn.datasets.")
_LOADED: Final = (
    "load_iris load_digits load_wine load_breast_cancer load_diabetes fetch_california_housing fetch_openml"
)
register(OVERLAY, writing(TOP), f"{_LOADED} fetch_olivetti_faces load_boston", prefix="sklearn.datasets.")
register(OVERLAY, drawn(TOP), "sklearn.utils.shuffle sklearn.utils.resample")
register(OVERLAY, pure(TOP), "sklearn.preprocessing.normalize sklearn.preprocessing.scale")
register(OVERLAY, pure(TOP), "sklearn.utils.class_weight.compute_class_weight")
_PREPARERS: Final = (
    "preprocessing.StandardScaler preprocessing.MinMaxScaler preprocessing.RobustScaler preprocessing.LabelEncoder "
    "preprocessing.OneHotEncoder preprocessing.LabelBinarizer preprocessing.MultiLabelBinarizer "
    "preprocessing.OrdinalEncoder preprocessing.PolynomialFeatures preprocessing.Normalizer "
    "preprocessing.QuantileTransformer impute.SimpleImputer decomposition.PCA"
).split()
for _name in _PREPARERS:
    _cls = f"sklearn.{_name}"
    OVERLAY.cls(_cls)
    register(OVERLAY, pure(an(_cls)), _cls)
    register_methods(OVERLAY, _cls, pure(array()), "transform inverse_transform")
    register_properties(OVERLAY, _cls, TOP, "classes_ mean_ scale_ var_ min_ data_min_ data_max_ components_")

    @OVERLAY.method(_cls, "fit", "partial_fit")
    def fit(call: Call) -> AbstractValue:
        """``scaler.fit(x)``."""
        leave(call, *call.arguments.every())
        changes_itself(call)
        return call.receiver

    @OVERLAY.method(_cls, "fit_transform")
    def fit_transform(call: Call) -> AbstractValue:
        """``scaler.fit_transform(x)``."""
        leave(call, *call.arguments.every())
        changes_itself(call)
        return array()


# reinforcement learning

for _library in ("gym", "gymnasium"):
    _cls = f"{_library}.Env"
    OVERLAY.cls(_cls)
    register(OVERLAY, performing("environment", an(_cls)), f"{_library}.make {_library}.wrappers.Monitor")
    register_methods(OVERLAY, _cls, performing("environment", TOP), "reset step render seed")
    register_methods(OVERLAY, _cls, performing("environment"), "close")
    register_properties(OVERLAY, _cls, TOP, "action_space observation_space spec unwrapped")
