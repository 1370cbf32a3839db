"""What ``fit`` and its kin run: steps, losses, metrics and callbacks of the program, traced by Keras itself."""

from __future__ import annotations

from dataclasses import replace

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.shape import Shape
from jupyter_hybridize.domain.value import (
    BOTTOM,
    NONE,
    TOP,
    AbstractValue,
    Array,
    Atom,
    Container,
    Dataset,
    Form,
    Instance,
    Tensor,
    Tuple,
    join_all,
    tuple_of,
    value,
)
from jupyter_hybridize.knowledge.host import Arguments, Call, Host, Mode
from jupyter_hybridize.knowledge.keras import values as k
from jupyter_hybridize.knowledge.keras.callbacks import is_of_program
from jupyter_hybridize.knowledge.keras.models import MODEL
from jupyter_hybridize.knowledge.overlay import Overlay

OVERLAY = Overlay()
_BATCHED = ("on_train_batch_begin", "on_train_batch_end", "on_batch_begin", "on_batch_end", "on_test_batch_begin")
_TESTED = ("on_test_batch_end", "on_predict_batch_begin", "on_predict_batch_end")
_COUNTED = ("on_epoch_begin", "on_epoch_end", *_BATCHED, *_TESTED)
_PLAIN = ("on_train_begin", "on_train_end", "on_test_begin", "on_test_end", "on_predict_begin", "on_predict_end")


# data


def batch_of(call: Call, *, has_targets: bool = True) -> AbstractValue:
    """Return the batch that a step gets: an element of the data set, or slices of the arrays."""
    host, x = call.host, call.argument(0, "x")
    if x.has(Dataset) and all(isinstance(atom, Dataset) for atom in x.atoms):
        return join_all(each.element for each in x.each(Dataset))
    y = call.argument(1, "y") if has_targets else BOTTOM
    if x.is_unknown or (k.is_nothing(y) and x.has(Instance)):
        return TOP
    if k.is_nothing(y):
        return tuple_of(_sliced(host, x)) if x.has(Tuple, Container) else _sliced(host, x)
    weight = call.argument(None, "sample_weight")
    if not k.is_nothing(weight):
        return tuple_of(_sliced(host, x), _sliced(host, y), _sliced(host, weight))
    return tuple_of(_sliced(host, x), _sliced(host, y))


def _sliced(host: Host, item: AbstractValue) -> AbstractValue:
    return k.map_structure(host, item, _batch)


def _batch(atom: Atom) -> Atom:
    found = k.as_tensor(k.cast_atom(atom, "float32")) if isinstance(atom, Array | Tensor) else None
    if found is None:
        return atom
    dims = found.shape.dims
    return replace(found, shape=Shape((None, *dims[1:])) if dims else found.shape)


def _parts(host: Host, data: AbstractValue) -> tuple[AbstractValue, AbstractValue]:
    """Return inputs and targets of a batch; targets are ⊥ if there are none."""
    known = host.items(data)
    if known is None or not known or not data.has(Tuple):
        return data, BOTTOM
    return known[0], known[1] if len(known) > 1 else BOTTOM


# steps


def _mode(call: Call) -> Mode:
    eagerly = k.held(call.host, call.receiver, "run_eagerly").constant()
    return Mode.EAGER if eagerly is True else Mode.UNCONVERTED


def run_step(call: Call, method: str, data: AbstractValue) -> None:
    """Run the program's own step, or Keras' step with the program's model, loss and metrics in it."""
    host = call.host
    for instance in call.receiver.each(Instance):
        model = value(instance)
        if host.has_user_method(model, method):
            host.call(host.attribute(model, method), k.as_positional(data), _mode(call))
        else:
            default_step(call, model, data)


def default_step(call: Call, model: AbstractValue, data: AbstractValue) -> AbstractValue:
    """Run a forward pass, the loss and the metrics as Keras does."""
    host = call.host
    x, y = _parts(host, data)
    predicted = host.call(model, k.as_positional(x), _mode(call))
    if y.is_bottom:
        return predicted
    if host.has_user_method(model, "compute_loss"):
        given = Arguments((), {"x": x, "y": y, "y_pred": predicted})
        host.call(host.attribute(model, "compute_loss"), given, _mode(call))
    else:
        run_losses(call, k.held(host, model, "loss"), y, predicted)
    run_losses(call, k.held(host, model, k.CONFIG + "metrics"), y, predicted)
    return predicted


def run_losses(call: Call, losses: AbstractValue, y: AbstractValue, predicted: AbstractValue) -> None:
    """Run the program's functions and objects among *losses*."""
    for atom in k.leaves(call.host, losses):
        if is_of_program(atom) or (isinstance(atom, Instance) and not atom.cls.startswith("keras.")):
            call.host.call(value(atom), k.as_positional(y, predicted), _mode(call))


def run_callbacks(call: Call) -> None:
    """Run the program's callbacks, as plain Python."""
    host = call.host
    logs = host.new_dict(None, k.STRING, k.FLOAT)
    for atom in k.leaves(host, call.argument(None, "callbacks")):
        callback = value(atom)
        if not isinstance(atom, Instance):
            continue
        if not atom.cls.startswith("keras."):
            host.set_attribute(callback, "model", call.receiver)
        for name in (*_PLAIN, *_COUNTED):
            if host.has_user_method(callback, name):
                given = (k.INT, logs) if name in _COUNTED else (logs,)
                host.call(host.attribute(callback, name), k.as_positional(*given), Mode.EAGER)


# whole runs


@OVERLAY.method(MODEL, "fit", "fit_generator")
def fit(call: Call) -> AbstractValue:
    """Train: Keras traces the steps; traced code cannot call it."""
    k.needs_value(call, "fit")
    host = call.host
    if not host.mode.is_traced:
        run_step(call, "train_step", batch_of(call))
        _validate(call)
        run_callbacks(call)
    history = host.new_dict(None, k.STRING, k.list_of(host, k.FLOAT))
    return host.new_object("keras.callbacks.History", {"history": history, "epoch": k.list_of(host, k.INT)})


def _validate(call: Call) -> None:
    host = call.host
    given = call.argument(None, "validation_data")
    if k.is_nothing(given):
        return
    if given.has(Dataset):
        run_step(call, "test_step", join_all(each.element for each in given.each(Dataset)))
        return
    run_step(call, "test_step", _sliced(host, given))


@OVERLAY.method(MODEL, "evaluate", "evaluate_generator")
def evaluate(call: Call) -> AbstractValue:
    """Test: one number, or one for each metric."""
    k.needs_value(call, "evaluate")
    host = call.host
    if not host.mode.is_traced:
        run_step(call, "test_step", batch_of(call))
        run_callbacks(call)
    return _numbers(call, k.FLOAT)


def _numbers(call: Call, one: AbstractValue) -> AbstractValue:
    as_dict = call.argument(None, "return_dict")
    if as_dict.constant() is True:
        return call.host.new_dict(None, k.STRING, one)
    metrics = k.held(call.host, call.receiver, k.CONFIG + "metrics")
    if not metrics.is_bottom and metrics.constant() is not None:
        return k.list_of(call.host, one)
    return one.join(k.list_of(call.host, one))


@OVERLAY.method(MODEL, "predict", "predict_on_batch", "predict_generator")
def predict(call: Call) -> AbstractValue:
    """Return the outputs as arrays, which a graph has not got."""
    k.needs_value(call, "predict")
    host = call.host
    data = batch_of(call, has_targets=False)
    x, _ = _parts(host, data)
    if host.mode.is_traced:
        return TOP
    if host.has_user_method(call.receiver, "predict_step"):
        made = host.call(host.attribute(call.receiver, "predict_step"), k.as_positional(data), _mode(call))
    else:
        made = host.call(call.receiver, k.as_positional(x), _mode(call))
    run_callbacks(call)
    return TOP if made.is_unknown else k.map_structure(host, made, _as_array)


def _as_array(atom: Atom) -> Atom:
    if not isinstance(atom, Tensor) or atom.form is Form.RAGGED:
        return atom
    dims = atom.shape.dims
    return Array(atom.dtype, Shape((None, *dims[1:])) if dims else atom.shape)


@OVERLAY.method(MODEL, "train_on_batch", "test_on_batch")
def on_batch(call: Call) -> AbstractValue:
    """Run one step: numbers, or tensors where it is traced."""
    host = call.host
    method = "train_step" if call.name == "train_on_batch" else "test_step"
    weight = call.argument(2, "sample_weight")
    given = (call.argument(0, "x"), call.argument(1, "y"), NONE if weight.is_bottom else weight)
    run_step(call, method, tuple_of(*(_sliced(host, each) if not each.is_bottom else NONE for each in given)))
    host.tensor_op(call.name, 60)
    if host.mode.is_traced:
        host.effect(EffectKind.CHANGES_TYPE, call.text or call.name, answer=Answer.UNKNOWN, reason="number")
    return _numbers(call, k.SCALAR_F32 if host.mode.is_traced else k.FLOAT)


# inside steps


@OVERLAY.method(MODEL, "train_step", "test_step")
def library_step(call: Call) -> AbstractValue:
    """Run Keras' own step, as ``super().train_step(data)`` does."""
    default_step(call, call.receiver, call.argument(0, "data"))
    call.host.tensor_op(call.name, 60)
    return call.host.new_dict(None, k.STRING, k.SCALAR_F32)


@OVERLAY.method(MODEL, "predict_step")
def library_predict_step(call: Call) -> AbstractValue:
    """Run the model on the inputs."""
    x, _ = _parts(call.host, call.argument(0, "data"))
    return call.host.call(call.receiver, k.as_positional(x), k.behind_keras(call.host))


@OVERLAY.method(MODEL, "compute_loss")
def compute_loss(call: Call) -> AbstractValue:
    """Return the compiled loss, regularization included."""
    loss = k.held(call.host, call.receiver, "loss")
    run_losses(call, loss, call.argument(1, "y"), call.argument(2, "y_pred"))
    call.host.tensor_op("compute_loss", 10)
    return k.SCALAR_F32


@OVERLAY.method(MODEL, "compiled_loss")
def compiled_loss(call: Call) -> AbstractValue:
    """Return the compiled loss."""
    loss = k.held(call.host, call.receiver, "loss")
    run_losses(call, loss, call.argument(0, "y"), call.argument(1, "y_pred"))
    call.host.tensor_op("compiled_loss", 10)
    return k.SCALAR_F32


@OVERLAY.method(MODEL, "compute_metrics", "get_metrics_result")
def compute_metrics(call: Call) -> AbstractValue:
    """Return each metric by name."""
    call.host.tensor_op(call.name, 10)
    return call.host.new_dict(None, k.STRING, k.SCALAR_F32)


@OVERLAY.method(MODEL, "make_train_function", "make_test_function", "make_predict_function")
def make_function(call: Call) -> AbstractValue:
    """Return what runs a step."""
    return k.unknown_call(call)


# callbacks

OVERLAY.cls("keras.callbacks.Callback")
OVERLAY.cls("keras.callbacks.History", bases=("keras.callbacks.Callback",))


@OVERLAY.method("keras.callbacks.Callback", "__init__", "set_model", "set_params", *_PLAIN, *_COUNTED)
def callback_method(call: Call) -> AbstractValue:
    """Do nothing: what callbacks are born with."""
    return NONE


@OVERLAY.property("keras.callbacks.Callback", "model")
def callback_model(call: Call) -> AbstractValue:
    """Return the model that is being trained."""
    return TOP


@OVERLAY.property("keras.callbacks.Callback", "params", "validation_data")
def callback_params(call: Call) -> AbstractValue:
    """Return how it is trained."""
    return call.host.new_dict(None, k.STRING, TOP) if call.name == "params" else NONE


_CALLBACKS = """
    BackupAndRestore CSVLogger EarlyStopping LambdaCallback LearningRateScheduler ModelCheckpoint ProgbarLogger
    ReduceLROnPlateau RemoteMonitor SwapEMAWeights TensorBoard TerminateOnNaN
"""
OVERLAY.cls(*(f"keras.callbacks.{name}" for name in _CALLBACKS.split()), bases=("keras.callbacks.Callback",))


@OVERLAY.function("keras.callbacks.LambdaCallback", "keras.callbacks.LearningRateScheduler")
def function_callback(call: Call) -> AbstractValue:
    """Run functions of the program after each epoch, as plain Python."""
    host = call.host
    logs = host.new_dict(None, k.STRING, k.FLOAT)
    schedule = call.argument(0, "schedule") if call.name.endswith("Scheduler") else BOTTOM
    for name, function in call.arguments.keywords.items():
        if name.startswith("on_"):
            host.call(function, k.as_positional(*((logs,) if name in _PLAIN else (k.INT, logs))), Mode.EAGER)
    if k.takes(host, schedule, "lr").value == "yes":
        host.call(schedule, k.as_positional(k.INT, k.FLOAT), Mode.EAGER)
    return host.new_object(call.name, {})
