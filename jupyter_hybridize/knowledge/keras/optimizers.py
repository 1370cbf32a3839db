"""Optimizers and learning-rate schedules."""

from __future__ import annotations

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.shape import SCALAR_SHAPE
from jupyter_hybridize.domain.value import (
    BOTTOM,
    NONE,
    TOP,
    AbstractValue,
    Array,
    Instance,
    Tensor,
    Tuple,
    tensor,
    value,
)
from jupyter_hybridize.knowledge.host import Arguments, Call
from jupyter_hybridize.knowledge.keras import values as k
from jupyter_hybridize.knowledge.keras.passed import note_use
from jupyter_hybridize.knowledge.overlay import Overlay

OVERLAY = Overlay()
OPTIMIZER = "keras.Optimizer"
SCHEDULE = "keras.optimizers.schedules.LearningRateSchedule"
RATE = k.CONFIG + "learning_rate"
_SLOTLESS = k.CONFIG + "slotless"
OVERLAY.cls(OPTIMIZER)
OVERLAY.cls(SCHEDULE)
CLASSES = """
    Adadelta Adafactor Adagrad Adam AdamW Adamax Ftrl Lamb Lion LossScaleOptimizer MultiOptimizer Muon Nadam RMSprop
    SGD ScheduleFreeAdamW
""".split()
LEGACY = "Adadelta Adagrad Adam Adamax Ftrl Nadam RMSprop SGD".split()
SCHEDULES = """
    CosineDecay CosineDecayRestarts ExponentialDecay InverseTimeDecay PiecewiseConstantDecay PolynomialDecay
""".split()
_NAMES = (*(f"keras.optimizers.{n}" for n in CLASSES), *(f"keras.optimizers.legacy.{n}" for n in LEGACY))


@OVERLAY.function(*_NAMES)
def make(call: Call) -> AbstractValue:
    """Make an optimizer with its variables; the slots come with the first step."""
    k.creates_variable(call)
    return call.host.new_object(call.name, {**_rate(call), **({_SLOTLESS: NONE} if _is_slotless(call) else {})})


def _is_slotless(call: Call) -> bool:
    """Return whether an optimizer holds nothing for each of its variables: plain gradient descent."""
    given = call.arguments
    is_plain = len(given.positional) < 2 and given.keywords.keys() <= {"learning_rate", "lr", "name", "momentum"}
    momentum = call.argument(1, "momentum")
    return call.name == "keras.optimizers.SGD" and is_plain and (momentum.is_bottom or momentum.constant() == 0.0)


def _rate(call: Call) -> dict[str, AbstractValue]:
    given = call.argument(0, "learning_rate", "lr")
    return {} if given.is_bottom else {RATE: given}


for _name in _NAMES:
    OVERLAY.cls(_name, bases=(OPTIMIZER,))


@OVERLAY.method(OPTIMIZER, "__init__")
def initialize(call: Call) -> AbstractValue:
    """Initialize an optimizer of the program."""
    k.creates_variable(call)
    for name, held in _rate(call).items():
        call.host.set_attribute(call.receiver, name, held)
    return NONE


@OVERLAY.method(OPTIMIZER, "apply_gradients", "apply", "minimize")
def apply_gradients(call: Call) -> AbstractValue:
    """Update the variables; the slots are made once, on the first call."""
    host = call.host
    pairs = call.argument(0, "grads_and_vars", "grads")
    if call.name == "apply_gradients" and not pairs.is_bottom:
        for pair in k.iterated(host, pairs).each(Tuple):
            for variable in pair.items[1:2]:
                _note_variables(call, variable)
    _note_variables(call, call.argument(1, "trainable_variables", "var_list"))
    if call.name == "minimize":
        _minimized(call)
    host.tensor_op(call.name, 40)
    for receiver in call.receiver.each(Instance):
        _run_own(call, value(receiver))
    return iterations(call) if call.name == "apply_gradients" else NONE


def _note_variables(call: Call, variables: AbstractValue) -> None:
    """Record which of the *variables* may be passed: an optimizer finds its slots by the variable."""
    host = call.host
    note_use(host, variables, call.text, "its place in the optimizer")
    held = [host.load(each.site).attributes for each in call.receiver.each(Instance)]
    if host.mode.is_traced and not (held and all(_SLOTLESS in each for each in held)):
        answer = Answer.NO if call.receiver.only() is not None and not call.receiver.is_unknown else Answer.UNKNOWN
        for origin in sorted(variables.origins):
            host.effect(EffectKind.KEEPS_FOR_VARIABLE, call.text, answer=answer, reason=origin)


def _minimized(call: Call) -> None:
    """Run a loss that is given as a function."""
    loss = call.argument(0, "loss")
    if not loss.has(Tensor, Array):
        call.host.call(loss, Arguments(), k.behind_keras(call.host))


def _run_own(call: Call, optimizer: AbstractValue) -> None:
    """Run the program's schedule, and the parts of an optimizer that the program wrote."""
    host, mode = call.host, k.behind_keras(call.host)
    rate = k.held(host, optimizer, RATE)
    for schedule in rate.each(Instance):
        if host.has_user_method(value(schedule), "__call__"):
            host.call(value(schedule), k.as_positional(k.variable("int64", SCALAR_SHAPE)), mode)
    if host.has_user_method(optimizer, "update_step"):
        variable = k.variable("float32")
        host.call(
            host.attribute(optimizer, "update_step"),
            k.as_positional(tensor("float32"), variable, tensor("float32", SCALAR_SHAPE)),
            mode,
        )


@OVERLAY.method(OPTIMIZER, "build")
def build(call: Call) -> AbstractValue:
    """Make the slots ahead of the first step."""
    k.creates_variable(call, answer=Answer.UNKNOWN)
    return NONE


@OVERLAY.method(
    OPTIMIZER, "assign", "assign_add", "assign_sub", "finalize_variable_values", "exclude_from_weight_decay"
)
def assign(call: Call) -> AbstractValue:
    """Change a variable."""
    call.host.tensor_op(call.name)
    return NONE


@OVERLAY.method(OPTIMIZER, "add_variable", "add_variable_from_reference", "add_optimizer_variables")
def add_variable(call: Call) -> AbstractValue:
    """Make a slot."""
    k.creates_variable(call, answer=Answer.UNKNOWN)
    return k.variable(None)


@OVERLAY.method(OPTIMIZER, "scale_loss")
def scale_loss(call: Call) -> AbstractValue:
    """Multiply the loss by the present scale."""
    call.host.tensor_op(call.name)
    return call.argument(0, "loss")


@OVERLAY.method(OPTIMIZER, "get_scaled_loss", "get_unscaled_gradients")
def scaled(call: Call) -> AbstractValue:
    """Scale a loss, or scale gradients back, as only Keras 2 could."""
    host, detail = call.host, "does not exist in Keras 3"
    host.effect(EffectKind.RAISES, call.text or call.name, answer=Answer.UNKNOWN, detail=detail)
    host.tensor_op(call.name)
    return call.argument(0, "loss", "grads")


@OVERLAY.method(OPTIMIZER, "get_weights", "get_config", "from_config", "set_weights", "save_own_variables")
def rarely(call: Call) -> AbstractValue:
    """Do what needs values or is not modelled."""
    if call.name in ("get_weights", "get_config"):
        k.needs_value(call)
        return TOP
    return k.unknown_call(call)


@OVERLAY.property(OPTIMIZER, "learning_rate", "lr")
def learning_rate(call: Call) -> AbstractValue:
    """Return the rate's variable, or what the schedule gives for the present step."""
    rate = k.held(call.host, call.receiver, RATE)
    if rate.is_bottom or not rate.has(Instance):
        scheduled = tensor("float32", SCALAR_SHAPE) if rate.is_unknown else BOTTOM
        return k.variable("float32", SCALAR_SHAPE).join(scheduled)
    call.host.tensor_op("learning_rate", 4)
    return tensor("float32", SCALAR_SHAPE)


@OVERLAY.property(OPTIMIZER, "iterations", "_iterations")
def iterations(call: Call) -> AbstractValue:
    """Return the number of steps taken, a variable."""
    return k.variable("int64", SCALAR_SHAPE)


@OVERLAY.property(OPTIMIZER, "variables", "weights")
def variables(call: Call) -> AbstractValue:
    """Return the variables as a list; it is callable in older versions."""
    return k.list_of(call.host, k.variable(None))


@OVERLAY.property(OPTIMIZER, "name", "built")
def option(call: Call) -> AbstractValue:
    """Return an option."""
    return k.STRING if call.name == "name" else k.BOOL


@OVERLAY.function("keras.optimizers.get", "keras.optimizers.deserialize")
def by_name(call: Call) -> AbstractValue:
    """Find an optimizer by its name."""
    k.creates_variable(call)
    return call.host.new_object(OPTIMIZER, {})


# schedules


for _name in SCHEDULES:
    OVERLAY.cls(f"keras.optimizers.schedules.{_name}", bases=(SCHEDULE,))


@OVERLAY.method(SCHEDULE, "__call__")
def rate_at(call: Call) -> AbstractValue:
    """Return the rate for a step."""
    call.host.tensor_op("LearningRateSchedule", 6)
    is_library = all(each.cls.startswith("keras.") for each in call.receiver.each(Instance))
    return tensor("float32", SCALAR_SHAPE) if is_library else TOP


@OVERLAY.method(SCHEDULE, "__init__")
def initialize_schedule(call: Call) -> AbstractValue:
    """Keep nothing."""
    return NONE


@OVERLAY.method(SCHEDULE, "get_config")
def schedule_config(call: Call) -> AbstractValue:
    """Return the options."""
    return call.host.new_dict(None, k.STRING, TOP)
