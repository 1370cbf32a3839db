"""Metrics: objects that accumulate in variables."""

from __future__ import annotations

from jupyter_hybridize.domain.shape import SCALAR_SHAPE, UNKNOWN_SHAPE
from jupyter_hybridize.domain.value import NONE, AbstractValue, Instance, join_all, tensor, value
from jupyter_hybridize.knowledge.host import Arguments, Call
from jupyter_hybridize.knowledge.keras import logits
from jupyter_hybridize.knowledge.keras import values as k
from jupyter_hybridize.knowledge.keras.layers import named_dtype
from jupyter_hybridize.knowledge.overlay import Overlay

OVERLAY = Overlay()
METRIC = "keras.Metric"
OVERLAY.cls(METRIC)
SCALARS = """
    AUC Accuracy BinaryAccuracy BinaryCrossentropy BinaryIoU CategoricalAccuracy CategoricalCrossentropy
    CategoricalHinge ConcordanceCorrelation CosineSimilarity FalseNegatives FalsePositives Hinge KLDivergence
    LogCoshError Mean MeanAbsoluteError MeanAbsolutePercentageError MeanIoU MeanMetricWrapper MeanSquaredError
    MeanSquaredLogarithmicError OneHotMeanIoU PearsonCorrelation Poisson PrecisionAtRecall RecallAtPrecision
    RootMeanSquaredError SensitivityAtSpecificity SparseCategoricalAccuracy SparseCategoricalCrossentropy
    SparseTopKCategoricalAccuracy SpecificityAtSensitivity SquaredHinge Sum TopKCategoricalAccuracy
""".split()
OTHERS = "F1Score FBetaScore IoU OneHotIoU Precision Recall R2Score TrueNegatives TruePositives".split()


@OVERLAY.function(*(f"keras.metrics.{name}" for name in (*SCALARS, *OTHERS)))
def make(call: Call) -> AbstractValue:
    """Make a metric with its variables."""
    k.creates_variable(call)
    plain = call.argument(None, "thresholds").is_bottom and call.argument(None, "dtype").is_bottom
    plain = plain and call.argument(None, "multi_label").is_bottom and call.arguments.is_exact
    held = {k.CONFIG + "plain": k.constant_flag(is_set=plain)}
    from_logits = call.argument(2, "from_logits")
    if call.name.rpartition(".")[2] in logits.ENTROPY_CLASSES and not from_logits.is_bottom:
        held[k.CONFIG + "from_logits"] = from_logits
    wrapped = call.argument(0, "fn") if call.name.endswith("MeanMetricWrapper") else None
    return call.host.new_object(call.name, held if wrapped is None else {**held, k.CONFIG + "fn": wrapped})


for _name in (*SCALARS, *OTHERS):
    OVERLAY.cls(f"keras.metrics.{_name}", bases=(METRIC,))


@OVERLAY.method(METRIC, "__init__")
def initialize(call: Call) -> AbstractValue:
    """Initialize a metric of the program; its variables come with ``add_weight``."""
    return NONE


def initialize_library(call: Call) -> AbstractValue:
    """Initialize a metric of the program that derives from a library's, with that one's variables."""
    k.creates_variable(call)
    return NONE


for _name in (*SCALARS, *OTHERS):
    OVERLAY.method(f"keras.metrics.{_name}", "__init__")(initialize_library)


@OVERLAY.method(METRIC, "add_weight", "add_variable")
def add_weight(call: Call) -> AbstractValue:
    """Make a variable of the metric."""
    k.creates_variable(call)
    shape = call.argument(0, "shape")
    dtype = call.argument(2, "dtype")
    dims = SCALAR_SHAPE if k.is_nothing(shape) else k.shape_of(call.host, shape)
    return k.variable("float32" if k.is_nothing(dtype) else named_dtype(dtype), dims)


@OVERLAY.method(METRIC, "__call__")
def call_metric(call: Call) -> AbstractValue:
    """Update, then give the result; the program's methods run unconverted behind it."""
    return join_all(_update_and_result(call, value(each)) for each in call.receiver.each(Instance))


def _update_and_result(call: Call, metric: AbstractValue) -> AbstractValue:
    host, mode = call.host, k.behind_keras(call.host)
    if host.has_user_method(metric, "update_state"):
        host.call(host.attribute(metric, "update_state"), call.arguments, mode)
    else:
        update_library(call, metric)
    if host.has_user_method(metric, "result"):
        return host.call(host.attribute(metric, "result"), Arguments(), mode)
    return library_result(call, metric)


@OVERLAY.method(METRIC, "update_state")
def update_state(call: Call) -> AbstractValue:
    """Accumulate in the variables."""
    update_library(call, call.receiver)
    return NONE


def update_library(call: Call, metric: AbstractValue) -> None:
    """Record what updating a library metric runs."""
    call.host.tensor_op("update_state", 10)
    if any(each.cls.rpartition(".")[2] in logits.ENTROPY_CLASSES for each in metric.each(Instance)):
        logits.check(call, call.argument(1, "y_pred"), k.held(call.host, metric, k.CONFIG + "from_logits"))
    function = k.held(call.host, metric, k.CONFIG + "fn")
    if not function.is_bottom:
        given = call.arguments.positional[:2]
        call.host.call(function, Arguments(given), k.behind_keras(call.host))


@OVERLAY.method(METRIC, "result")
def result(call: Call) -> AbstractValue:
    """Compute the result from the variables."""
    return join_all(library_result(call, value(each)) for each in call.receiver.each(Instance))


def library_result(call: Call, metric: AbstractValue) -> AbstractValue:
    """Return what a library metric computes."""
    call.host.tensor_op("result", 3)
    only = metric.only()
    name = only.cls.rpartition(".")[2] if isinstance(only, Instance) else ""
    plain = k.held(call.host, metric, k.CONFIG + "plain").constant() is True
    if plain and (name in SCALARS or name in OTHERS[-6:]):
        return tensor("float32", SCALAR_SHAPE if name in SCALARS else UNKNOWN_SHAPE)
    return tensor("float32" if plain else None)


@OVERLAY.method(METRIC, "reset_state", "reset_states")
def reset_state(call: Call) -> AbstractValue:
    """Assign zeros."""
    call.host.tensor_op(call.name, 2)
    return NONE


@OVERLAY.property(METRIC, "variables", "weights", "trainable_variables", "non_trainable_variables")
def variables(call: Call) -> AbstractValue:
    """Return the variables."""
    return k.list_of(call.host, k.variable(None))


@OVERLAY.property(METRIC, "total", "count", "true_positives", "false_positives", "true_negatives", "false_negatives")
def accumulator(call: Call) -> AbstractValue:
    """Return a variable."""
    return k.variable("float32")


@OVERLAY.property(METRIC, "name", "dtype")
def text(call: Call) -> AbstractValue:
    """Return a string."""
    return k.STRING


@OVERLAY.method(METRIC, "get_config", "stateless_update_state", "stateless_result", "stateless_reset_state")
def rarely(call: Call) -> AbstractValue:
    """Do what is not modelled."""
    return k.unknown_call(call)
