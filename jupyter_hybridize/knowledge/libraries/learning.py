"""scikit-learn, as far as its documentation promises what comes out: data sets, splits, scalers and encoders, scores.

Its transformers keep float64, and nothing is promised of other dtypes; a sparse matrix that goes in comes out sparse.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.shape import UNKNOWN_SHAPE, Shape
from jupyter_hybridize.domain.value import (
    BOTTOM,
    NONE,
    TOP,
    AbstractValue,
    Array,
    Atom,
    Container,
    Instance,
    array,
    join_all,
    scalar,
    tuple_of,
    value,
)
from jupyter_hybridize.knowledge.host import Call
from jupyter_hybridize.knowledge.libraries.dataframes import FRAME
from jupyter_hybridize.knowledge.libraries.imaging import writing
from jupyter_hybridize.knowledge.numpy.data import leave
from jupyter_hybridize.knowledge.numpy.elementwise import pure
from jupyter_hybridize.knowledge.overlay import Overlay, Transfer
from jupyter_hybridize.knowledge.python.arguments import FLOAT
from jupyter_hybridize.knowledge.stdlib.registration import Result, given, register, register_methods

OVERLAY: Final = Overlay()
BUNCH: Final = "sklearn.utils.Bunch"
_NUMBER: Final = FLOAT.join(array("float64", is_scalar=True))
_ROW: Final = Shape((None,))
_TABLE: Final = Shape((None, None))
_VECTOR: Final = array(None, _ROW)
_MATRIX: Final = array(None, _TABLE)


def drawn(result: Result) -> Transfer:
    """Return the transfer function of what draws from NumPy's random numbers."""

    def transfer(call: Call) -> AbstractValue:
        leave(call, *call.arguments.every())
        call.host.effect(EffectKind.READS_CLOCK_OR_RNG, call.text, reason="numpy.random")
        return given(result, call)

    return transfer


# parts of data sets


def _split(call: Call, part: Callable[[Call, Atom], AbstractValue]) -> list[AbstractValue] | None:
    """Return the *part* of each argument, None where it is not known how many there are."""
    if call.argument(None, "random_state") in (BOTTOM, NONE):
        drawn(NONE)(call)
    leave(call, *call.arguments.positional)
    if not call.arguments.is_exact or not call.arguments.positional:
        return None
    return [join_all(part(call, atom) for atom in item.ordered()) for item in call.arguments.positional]


@OVERLAY.function("sklearn.model_selection.train_test_split")
def train_test_split(call: Call) -> AbstractValue:
    """``train_test_split(x, y)``: two parts of each argument."""
    parts = _split(call, _some_rows)
    return TOP if parts is None else tuple_of(*(each for part in parts for each in (part, part)))


@OVERLAY.function("sklearn.utils.shuffle")
def shuffle(call: Call) -> AbstractValue:
    """``shuffle(x, y)``: each argument in another order, or as many of its rows as ``n_samples`` says."""
    parts = _split(call, _some_rows)
    if parts is None:
        return TOP
    return parts[0] if len(parts) == 1 else tuple_of(*parts)


def _some_rows(call: Call, atom: Atom) -> AbstractValue:
    match atom:
        case Array(dtype=dtype, shape=shape):
            return array(dtype, Shape((None, *shape.dims[1:])) if shape.dims else UNKNOWN_SHAPE)
        case Container(type="list", site=site):
            return call.host.new_list(None, call.host.load(site).element)
        case Instance(cls=name) if name == FRAME:
            return call.host.new_object(FRAME)
        case _:
            return TOP


# data sets that come with it

_FLOATS: Final = "float64"
_TABLES: Final = {  # rows, columns, and the dtype of what is to be predicted
    "load_iris": (150, 4, None),
    "load_digits": (1797, 64, None),
    "load_wine": (178, 13, None),
    "load_breast_cancer": (569, 30, None),
    "load_diabetes": (442, 10, _FLOATS),
    "fetch_california_housing": (20640, 8, _FLOATS),
}
OVERLAY.cls(BUNCH)


def _loaded(rows: int, columns: int, predicted: str | None) -> Result:
    def result(call: Call) -> AbstractValue:
        if not call.arguments.is_exact or not set(call.arguments.keywords) <= {"return_X_y", "data_home"}:
            return TOP  # a table of pandas, or fewer classes
        if call.arguments.positional and call.name.startswith("sklearn.datasets.load"):
            return TOP
        data, target = array(_FLOATS, Shape((rows, columns))), array(predicted, Shape((rows,)))
        asked = call.argument(None, "return_X_y")
        if asked.constant() is True:
            return tuple_of(data, target)
        if not asked.is_bottom and asked.constant() is not False:
            return TOP
        return call.host.new_object(BUNCH, {"data": data, "target": target, "DESCR": scalar("str")})

    return result


for _name, _row in _TABLES.items():
    register(OVERLAY, writing(_loaded(*_row)), f"sklearn.datasets.{_name}")
register(OVERLAY, writing(TOP), "fetch_openml fetch_olivetti_faces load_boston", prefix="sklearn.datasets.")


@OVERLAY.method(BUNCH, "__getitem__")
def entry_of_bunch(call: Call) -> AbstractValue:
    """``iris["data"]`` is ``iris.data``."""
    name = call.argument(0).constant()
    held = [call.host.load(each.site).attributes for each in call.receiver.each(Instance)]
    return join_all(attributes.get(name, TOP) for attributes in held) if isinstance(name, str) else TOP


def _generated(data: AbstractValue, target: AbstractValue) -> Transfer:
    """Return the transfer function of what makes examples; some options add a part to what it gives."""
    pair = tuple_of(data, target)
    more = {"return_centers", "coef", "return_X_y", "return_distributions"}
    return drawn(lambda call: TOP if more & set(call.arguments.keywords) or not call.arguments.is_exact else pair)


_PLANE: Final = array(_FLOATS, Shape((None, 2)))
_SPACE: Final = array(_FLOATS, Shape((None, 3)))
for _place in ("sklearn.datasets.", "sklearn.datasets.samples_generator."):  # the second until scikit-learn 0.24
    register(OVERLAY, _generated(_PLANE, _VECTOR), "make_moons make_circles", prefix=_place)
    register(OVERLAY, _generated(array(_FLOATS, _TABLE), _VECTOR), "make_blobs make_classification", prefix=_place)
register(OVERLAY, _generated(_SPACE, array(_FLOATS, _ROW)), "make_swiss_roll make_s_curve", prefix="sklearn.datasets.")
register(OVERLAY, _generated(array(_FLOATS, _TABLE), array(_FLOATS)), "sklearn.datasets.make_regression")

# scores

_SCORES: Final = (
    "accuracy_score precision_score recall_score f1_score "
    "roc_auc_score mean_squared_error mean_absolute_error r2_score "
    "log_loss matthews_corrcoef cohen_kappa_score average_precision_score auc balanced_accuracy_score silhouette_score "
    "adjusted_rand_score normalized_mutual_info_score"
)
register(OVERLAY, pure(_NUMBER), _SCORES, prefix="sklearn.metrics.")
register(OVERLAY, pure(_MATRIX), "sklearn.metrics.confusion_matrix")
register(OVERLAY, pure(array()), "cosine_similarity euclidean_distances", prefix="sklearn.metrics.pairwise.")
register(OVERLAY, pure(TOP), "classification_report roc_curve precision_recall_curve", prefix="sklearn.metrics.")
register(OVERLAY, writing(TOP), "sklearn.metrics.ConfusionMatrixDisplay")
register(OVERLAY, drawn(TOP), "sklearn.utils.resample")
register(OVERLAY, pure(TOP), "sklearn.preprocessing.normalize sklearn.preprocessing.scale")
register(OVERLAY, pure(TOP), "sklearn.utils.class_weight.compute_class_weight")

# transformers

_SCALERS: Final = {  # what each has learnt after `fit`, one number a column
    "preprocessing.StandardScaler": "mean_ scale_ var_",
    "preprocessing.MinMaxScaler": "min_ scale_ data_min_ data_max_ data_range_",
    "preprocessing.MaxAbsScaler": "scale_ max_abs_",
    "preprocessing.RobustScaler": "center_ scale_",
}
_TABLE_MAKERS: Final = (
    "preprocessing.OrdinalEncoder preprocessing.Normalizer preprocessing.QuantileTransformer impute.SimpleImputer "
    "decomposition.PCA preprocessing.PolynomialFeatures preprocessing.LabelBinarizer preprocessing.MultiLabelBinarizer"
).split()
_OTHERS: Final = ("preprocessing.LabelEncoder", "preprocessing.OneHotEncoder")
_OPTIONAL: Final = {"with_mean", "with_std", "with_centering", "with_scaling"}  # None may be learnt instead


def _made(call: Call) -> AbstractValue:
    """Make a transformer; it remembers whether it was told not to learn something."""
    pure(NONE)(call)
    is_whole = call.arguments.is_exact and not _OPTIONAL & set(call.arguments.keywords)
    options = dict(call.arguments.keywords) if call.arguments.is_exact else {}
    return call.host.new_object(call.name, options if is_whole else {**options, "__partial__": TOP})


def _learns(columns: str) -> Transfer:
    def transfer(call: Call) -> AbstractValue:
        leave(call, *call.arguments.every())
        for instance in call.receiver.each(Instance):
            is_whole = "__partial__" not in call.host.load(instance.site).attributes
            for name in columns.split():
                call.host.set_attribute(value(instance), name, _VECTOR if is_whole else TOP)
        return call.receiver

    return transfer


def _scaled(call: Call) -> AbstractValue:
    """Return a table scaled: float64 stays, and of a sparse matrix nothing is known."""
    return join_all(_scaled_atom(atom) for atom in call.argument(0, "X").ordered())


def _scaled_atom(atom: Atom) -> AbstractValue:
    match atom:
        case Array(dtype=dtype, shape=shape):
            return array(dtype if dtype == _FLOATS else None, shape if shape.dims else _TABLE)
        case Container(type="list"):
            return array(_FLOATS, _TABLE)
        case Instance(cls=name) if name == FRAME:
            return _MATRIX
        case _:
            return TOP


def _tabled(call: Call) -> AbstractValue:
    """Return a table made of another; of a sparse one, or if one is asked for, nothing is known."""
    held = [call.host.load(each.site).attributes for each in call.receiver.each(Instance)]
    if any("sparse_output" in attributes or "__partial__" in attributes for attributes in held):
        return TOP
    given = call.argument(0, "X", "y")
    is_dense = all(isinstance(atom, Array | Container) or _is_frame(atom) for atom in given.atoms)
    return _MATRIX if is_dense else TOP


def _is_frame(atom: Atom) -> bool:
    return isinstance(atom, Instance) and atom.cls == FRAME


def _one_hot(call: Call) -> AbstractValue:
    """Return a sparse matrix, unless told otherwise."""
    held = [call.host.load(each.site).attributes for each in call.receiver.each(Instance)]
    flags = [a.get("sparse_output", a.get("sparse", BOTTOM)).constant() for a in held if "__partial__" not in a]
    return _MATRIX if len(flags) == len(held) and all(flag is False for flag in flags) else TOP


def _fitted(learn: Transfer, result: Callable[[Call], AbstractValue]) -> Transfer:
    def transfer(call: Call) -> AbstractValue:
        learn(call)
        return result(call)

    return transfer


def _transformer(name: str, learnt: str, result: Callable[[Call], AbstractValue], back: Result) -> None:
    cls, learn = f"sklearn.{name}", _learns(learnt or "n_features_in_")
    OVERLAY.cls(cls)
    register(OVERLAY, _made, cls)
    register_methods(OVERLAY, cls, learn, "fit partial_fit")
    register_methods(OVERLAY, cls, _fitted(learn, result), "fit_transform")
    register_methods(OVERLAY, cls, pure(result), "transform")
    register_methods(OVERLAY, cls, pure(back), "inverse_transform")


for _name, _columns in _SCALERS.items():
    _transformer(_name, _columns, _scaled, _scaled)
for _name in _TABLE_MAKERS:
    _transformer(_name, "", _tabled, TOP)
_transformer(_OTHERS[0], "classes_", lambda _call: _VECTOR, _VECTOR)
_transformer(_OTHERS[1], "", _one_hot, TOP)
