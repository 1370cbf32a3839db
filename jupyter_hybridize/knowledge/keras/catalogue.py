"""What Keras ships: sample data sets, and applications with their preprocessing."""

from __future__ import annotations

from dataclasses import replace

from jupyter_hybridize.domain.shape import UNKNOWN_SHAPE, Shape
from jupyter_hybridize.domain.value import (
    TOP,
    AbstractValue,
    Array,
    Atom,
    Form,
    Tensor,
    array,
    tensor,
    tuple_of,
)
from jupyter_hybridize.knowledge.host import Call
from jupyter_hybridize.knowledge.keras import values as k
from jupyter_hybridize.knowledge.keras.models import EACH_OUTPUT, INPUTS, MODEL, OUTPUTS
from jupyter_hybridize.knowledge.keras.policies import is_mixed
from jupyter_hybridize.knowledge.overlay import Overlay, Transfer

OVERLAY = Overlay()

# data sets: the number of examples for training and for testing, what one is, and what its label is (Keras 3.15)

_IMAGES = {
    "mnist": (60000, 10000, (28, 28), ()),
    "fashion_mnist": (60000, 10000, (28, 28), ()),
    "cifar10": (50000, 10000, (32, 32, 3), (1,)),
    "cifar100": (50000, 10000, (32, 32, 3), (1,)),
}


def _images(name: str) -> Transfer:
    training, testing, one, label = _IMAGES[name]
    label_dtype = "int64" if name == "cifar100" else "uint8"

    def part(count: int) -> AbstractValue:
        return tuple_of(array("uint8", Shape((count, *one))), array(label_dtype, Shape((count, *label))))

    return lambda call: tuple_of(part(training), part(testing))


for _name in _IMAGES:
    OVERLAY.function(f"keras.datasets.{_name}.load_data")(_images(_name))


@OVERLAY.function(*(f"keras.datasets.{name}.load_data" for name in ("imdb", "reuters")))
def load_texts(call: Call) -> AbstractValue:
    """Return arrays of lists of ints, and labels."""
    part = tuple_of(array(None, Shape((None,))), array("int64", Shape((None,))))
    return tuple_of(part, part)


@OVERLAY.function(*(f"keras.datasets.{name}.load_data" for name in ("boston_housing", "california_housing")))
def load_table(call: Call) -> AbstractValue:
    """Return arrays of rows, and a number for each."""
    part = tuple_of(array(None, Shape((None, None))), array(None, Shape((None,))))
    return tuple_of(part, part)


@OVERLAY.function("keras.datasets.imdb.get_word_index", "keras.datasets.reuters.get_word_index")
def word_index(call: Call) -> AbstractValue:
    """Return a dict from words to ints."""
    return call.host.new_dict(None, k.STRING, k.INT)


# applications

APPLICATIONS = """
    ConvNeXtBase ConvNeXtLarge ConvNeXtSmall ConvNeXtTiny ConvNeXtXLarge DenseNet121 DenseNet169 DenseNet201
    EfficientNetB0 EfficientNetB1 EfficientNetB2 EfficientNetB3 EfficientNetB4 EfficientNetB5 EfficientNetB6
    EfficientNetB7 EfficientNetV2B0 EfficientNetV2B1 EfficientNetV2B2 EfficientNetV2B3 EfficientNetV2L EfficientNetV2M
    EfficientNetV2S InceptionResNetV2 InceptionV3 MobileNet MobileNetV2 MobileNetV3Large MobileNetV3Small NASNetLarge
    NASNetMobile ResNet101 ResNet101V2 ResNet152 ResNet152V2 ResNet50 ResNet50V2 VGG16 VGG19 Xception
""".split()
PACKAGES = """
    convnext densenet efficientnet efficientnet_v2 imagenet_utils inception_resnet_v2 inception_v3 mobilenet
    mobilenet_v2 mobilenet_v3 nasnet resnet resnet50 resnet_v2 vgg16 vgg19 xception
""".split()
_UNTOUCHED = frozenset({"efficientnet", "efficientnet_v2", "convnext", "mobilenet_v3"})
_SQUEEZING = "EfficientNet"  # has layers that give rank 2 between those of rank 4


@OVERLAY.function(*(f"keras.applications.{name}" for name in APPLICATIONS))
def application(call: Call) -> AbstractValue:
    """Make a functional model of images."""
    k.creates_variable(call)
    shape, given = call.argument(None, "input_shape"), call.argument(None, "input_tensor")
    inner = Shape((None, None, None)) if k.is_nothing(shape) else k.shape_of(call.host, shape)
    image = tensor("float32", Shape((None, *(inner.dims or (None, None, None)))), Form.KERAS_SYMBOLIC)
    computed = None if is_mixed(call.host) else "float32"
    made = tensor(computed, _application_shape(call), Form.KERAS_SYMBOLIC)
    begins = image if k.is_nothing(given) else given
    return call.host.new_object(MODEL, {INPUTS: begins, OUTPUTS: made, EACH_OUTPUT: _layer_output(call, begins)})


def _layer_output(call: Call, begins: AbstractValue) -> AbstractValue:
    """Return what any one layer of an application gives, the one that takes the images included."""
    rank = 4 if call.argument(None, "include_top").constant() is False else None
    if _SQUEEZING in call.name or not k.is_nothing(call.argument(None, "pooling")) or call.arguments.positional:
        rank = None
    dtypes = {atom.dtype if isinstance(atom, Tensor) else None for atom in begins.atoms}
    shape = UNKNOWN_SHAPE if rank is None else Shape((None,) * rank)
    is_float32 = dtypes == {"float32"} and not is_mixed(call.host)
    return tensor("float32" if is_float32 else None, shape, Form.KERAS_SYMBOLIC)


def _application_shape(call: Call) -> Shape:
    top, pooling = call.argument(None, "include_top"), call.argument(None, "pooling")
    if call.arguments.positional:
        return UNKNOWN_SHAPE
    if top.is_bottom or top.constant() is True:
        classes = call.argument(None, "classes")
        return Shape((None, 1000 if classes.is_bottom else k.integer(classes)))
    if top.constant() is not False:
        return UNKNOWN_SHAPE
    if k.is_nothing(pooling):
        return Shape((None, None, None, None))
    return Shape((None, None)) if isinstance(pooling.constant(), str) else UNKNOWN_SHAPE


@OVERLAY.function(*(f"keras.applications.{name}.preprocess_input" for name in PACKAGES))
def preprocess_input(call: Call) -> AbstractValue:
    """Scale images: tensors keep their dtype; arrays of ints become float32."""
    host, given = call.host, call.argument(0, "x")
    if any(f".{name}." in call.name for name in _UNTOUCHED):
        return given
    if given.has(Tensor) and not k.has_symbolic(host, given):
        host.tensor_op("preprocess_input", 4)
    return k.map_structure(host, given, _scaled)


def _scaled(atom: Atom) -> Atom:
    match atom:
        case Array(dtype=str() as dtype) if not dtype.startswith("float"):
            return replace(atom, dtype="float32")
        case _:
            return atom


@OVERLAY.function(*(f"keras.applications.{name}.decode_predictions" for name in PACKAGES))
def decode_predictions(call: Call) -> AbstractValue:
    """Name the classes, which needs the predictions' values."""
    k.needs_value(call)
    row = tuple_of(k.STRING, k.STRING, TOP)
    return k.list_of(call.host, k.list_of(call.host, row))
