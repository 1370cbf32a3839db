"""Losses: objects that reduce to a number, and functions that keep the batch."""

from __future__ import annotations

from jupyter_hybridize.domain.dtype import FLOATS
from jupyter_hybridize.domain.shape import UNKNOWN_SHAPE, Shape
from jupyter_hybridize.domain.value import NONE, AbstractValue, Form, Instance, Tensor, tensor
from jupyter_hybridize.knowledge.host import Arguments, Call
from jupyter_hybridize.knowledge.keras import logits
from jupyter_hybridize.knowledge.keras import values as k
from jupyter_hybridize.knowledge.overlay import Overlay

OVERLAY = Overlay()
LOSS = "keras.Loss"
REDUCTION, LOGITS = k.CONFIG + "reduction", k.CONFIG + "from_logits"
OVERLAY.cls(LOSS)
CLASSES = """
    BinaryCrossentropy BinaryFocalCrossentropy CTC CategoricalCrossentropy CategoricalFocalCrossentropy
    CategoricalGeneralizedCrossEntropy CategoricalHinge Circle CosineSimilarity Dice Hinge Huber KLDivergence LogCosh
    MeanAbsoluteError MeanAbsolutePercentageError MeanSquaredError MeanSquaredLogarithmicError Poisson
    SparseCategoricalCrossentropy SquaredHinge Tversky
""".split()
FUNCTIONS = """
    binary_crossentropy binary_focal_crossentropy categorical_crossentropy categorical_focal_crossentropy
    categorical_hinge cosine_similarity hinge huber kl_divergence log_cosh mean_absolute_error
    mean_absolute_percentage_error mean_squared_error mean_squared_logarithmic_error poisson
    sparse_categorical_crossentropy squared_hinge
""".split()
METRIC_FUNCTIONS = """
    categorical_accuracy sparse_categorical_accuracy sparse_top_k_categorical_accuracy top_k_categorical_accuracy
    concordance_correlation pearson_correlation
""".split()
_SHORT = {
    "mse": "mean_squared_error",
    "MSE": "mean_squared_error",
    "mae": "mean_absolute_error",
    "MAE": "mean_absolute_error",
    "mape": "mean_absolute_percentage_error",
    "msle": "mean_squared_logarithmic_error",
    "kld": "kl_divergence",
    "KLD": "kl_divergence",
    "kullback_leibler_divergence": "kl_divergence",
    "logcosh": "log_cosh",
}


@OVERLAY.method(LOSS, "__init__")
def initialize(call: Call) -> AbstractValue:
    """Keep how a loss of the program is reduced."""
    given = call.argument(1, "reduction")
    if not given.is_bottom:
        call.host.set_attribute(call.receiver, REDUCTION, given)
    return NONE


@OVERLAY.function(LOSS, *(f"keras.losses.{name}" for name in CLASSES))
def make(call: Call) -> AbstractValue:
    """Make a loss, which holds no variable."""
    given = {REDUCTION: call.argument(None, "reduction")}
    if call.name.rpartition(".")[2] in logits.ENTROPY_CLASSES:
        given[LOGITS] = call.argument(3 if "Focal" in call.name else 0, "from_logits")
    return call.host.new_object(call.name, {name: item for name, item in given.items() if not item.is_bottom})


@OVERLAY.method(LOSS, "__call__")
def call_loss(call: Call) -> AbstractValue:
    """Run a loss (the program's unconverted) and reduce it in float32."""
    host = call.host
    if any(each.cls.rpartition(".")[2] in logits.ENTROPY_CLASSES for each in call.receiver.each(Instance)):
        logits.check(call, call.argument(1, "y_pred"), k.held(host, call.receiver, LOGITS))
    if host.has_user_method(call.receiver, "call"):
        given = tuple(k.autocast(host, k.as_traced(host, each)) for each in call.arguments.positional[:2])
        named = {
            name: k.autocast(host, each)
            for name, each in call.arguments.keywords.items()
            if name in ("y_true", "y_pred")
        }
        host.call(host.attribute(call.receiver, "call"), Arguments(given, named), k.behind_keras(host))
    is_symbolic = k.has_symbolic(host, *call.arguments.every())
    if not is_symbolic:
        host.tensor_op(call.name, 8)
    shape = Shape(()) if _reduces(call) else UNKNOWN_SHAPE
    return tensor("float32", shape, Form.KERAS_SYMBOLIC if is_symbolic else Form.DENSE)


def _reduces(call: Call) -> bool:
    """Return whether the result is certainly a scalar."""
    for config in k.configs(call.host, call.receiver):
        held = call.host.load(config.instance.site).attributes
        if REDUCTION in held and config.constant("reduction") not in ("sum", "sum_over_batch_size", "mean"):
            return False
    return True


@OVERLAY.method(LOSS, "call")
def library_loss(call: Call) -> AbstractValue:
    """Run a library's loss without reducing it."""
    call.host.tensor_op(call.name, 6)
    return tensor("float32")


@OVERLAY.method(LOSS, "get_config", "from_config")
def config(call: Call) -> AbstractValue:
    """Return the options."""
    return k.unknown_call(call)


@OVERLAY.property(LOSS, "name", "reduction", "dtype")
def option(call: Call) -> AbstractValue:
    """Return an option."""
    return k.STRING.join(NONE) if call.name == "reduction" else k.STRING


for _name in CLASSES:
    OVERLAY.cls(f"keras.losses.{_name}", bases=(LOSS,))


def loss_function(call: Call) -> AbstractValue:
    """Reduce the last axis, in the dtype of the predictions."""
    host = call.host
    predicted = call.argument(1, "y_pred")
    if call.name.rpartition(".")[2] in logits.ENTROPIES:
        at = 5 if "focal" in call.name else 2
        logits.check(call, predicted, call.argument(at, "from_logits"))
    is_symbolic = k.has_symbolic(host, *call.arguments.every())
    if not is_symbolic:
        host.tensor_op(call.name, 6)
    only = predicted.only()
    found = None if only is None else k.as_tensor(only)
    form = Form.KERAS_SYMBOLIC if is_symbolic else Form.DENSE
    if found is None or found.dtype not in FLOATS:
        return tensor(None, UNKNOWN_SHAPE, form)
    return tensor(found.dtype, _last_reduced(found), form)


def _last_reduced(found: Tensor) -> Shape:
    return Shape(found.shape.dims[:-1]) if found.shape.dims else UNKNOWN_SHAPE


def metric_function(call: Call) -> AbstractValue:
    """Return a number for each example."""
    if not k.has_symbolic(call.host, *call.arguments.every()):
        call.host.tensor_op(call.name, 6)
    return tensor("float32")


def _spellings(name: str) -> list[str]:
    modules = ("keras.losses.", "keras.metrics.")
    shorts = [short for short, full in _SHORT.items() if full == name]
    return [module + each for module in modules for each in (name, *shorts)]


for _name in FUNCTIONS:
    OVERLAY.function(*_spellings(_name))(loss_function)
for _name in METRIC_FUNCTIONS:
    OVERLAY.function(*_spellings(_name))(metric_function)
OVERLAY.function("keras.losses.dice", "keras.losses.tversky", "keras.metrics.binary_accuracy", "keras.losses.circle")(
    metric_function
)


@OVERLAY.function("keras.losses.get", "keras.losses.deserialize", "keras.metrics.get", "keras.metrics.deserialize")
def by_name(call: Call) -> AbstractValue:
    """Find a loss or metric by its name."""
    k.creates_variable(call)
    return k.unknown_call(call)
