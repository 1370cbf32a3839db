"""The library's layers: what their constructors keep, what they make of their input, and which hold state."""

from __future__ import annotations

from dataclasses import dataclass

from jupyter_hybridize.domain.answer import Answer
from jupyter_hybridize.domain.effect import EffectKind
from jupyter_hybridize.domain.value import NONE, AbstractValue, Instance
from jupyter_hybridize.knowledge.host import Call
from jupyter_hybridize.knowledge.keras import layer_shapes as shapes
from jupyter_hybridize.knowledge.keras import values as k
from jupyter_hybridize.knowledge.keras.callbacks import LEARNS
from jupyter_hybridize.knowledge.keras.layer_parameters import PARAMETERS
from jupyter_hybridize.knowledge.keras.layers import LAYER, library_call, library_method
from jupyter_hybridize.knowledge.overlay import Overlay, Transfer

OVERLAY = Overlay()
_LAYERS = "keras.layers."
PLAIN = frozenset(
    """
    units filters rate input_dim output_dim axis epsilon momentum n num_heads key_dim value_dim return_sequences
    return_state go_backwards stateful unroll use_bias mask_zero scale offset height width max_tokens num_tokens
    num_bins stddev negative_slope dropout recurrent_dropout layer cell merge_mode function padding
    num_oov_indices invert output_mode
    """.split()
)
"""The options that stand unchanged in an attribute of their name."""


@dataclass(frozen=True, slots=True)
class Kind:
    """What is known of a layer class: the rule for its output, whether it holds state, and how many ops it runs."""

    rule: shapes.Rule
    state: bool = False
    ops: int = 1


def _kinds(names: str, rule: shapes.Rule, *, state: bool = False, ops: int = 1) -> dict[str, Kind]:
    return {name: Kind(rule, state, ops) for name in names.split()}


KINDS = {
    **_kinds("Activation ActivityRegularization ELU Identity ReLU Softmax UnitNormalization Masking", shapes.same),
    **_kinds("AlphaDropout Dropout GaussianDropout GaussianNoise", shapes.same, state=True, ops=5),
    **_kinds("SpatialDropout1D SpatialDropout2D SpatialDropout3D", shapes.same, state=True, ops=5),
    **_kinds("PReLU RMSNormalization", shapes.same, state=True, ops=4),
    **_kinds("BatchNormalization GroupNormalization LayerNormalization", shapes.floating, state=True, ops=8),
    **_kinds("Normalization", shapes.floating, state=True, ops=3),
    **_kinds("LeakyReLU", shapes.floating),
    **_kinds("Rescaling", shapes.floating, ops=3),
    **_kinds("Dense", shapes.dense, state=True, ops=3),
    **_kinds("Embedding", shapes.embedding, state=True, ops=2),
    **_kinds("Flatten", shapes.flatten),
    **_kinds("Reshape", shapes.reshape),
    **_kinds("Permute", shapes.permute),
    **_kinds("RepeatVector", shapes.repeat_vector),
    **_kinds("Conv1D Conv2D Conv3D", shapes.convolution, state=True, ops=3),
    **_kinds("SeparableConv1D SeparableConv2D", shapes.convolution, state=True, ops=4),
    **_kinds("DepthwiseConv1D DepthwiseConv2D", shapes.depthwise, state=True, ops=3),
    **_kinds("Conv1DTranspose Conv2DTranspose Conv3DTranspose", shapes.transposed_convolution, state=True, ops=5),
    **_kinds("MaxPooling1D MaxPooling2D MaxPooling3D", shapes.pooling),
    **_kinds("AveragePooling1D AveragePooling2D AveragePooling3D", shapes.pooling),
    **_kinds("GlobalAveragePooling1D GlobalAveragePooling2D GlobalAveragePooling3D", shapes.global_average),
    **_kinds("GlobalMaxPooling1D GlobalMaxPooling2D GlobalMaxPooling3D", shapes.global_maximum),
    **_kinds("UpSampling1D UpSampling2D UpSampling3D", shapes.upsampling, ops=2),
    **_kinds("ZeroPadding1D ZeroPadding2D ZeroPadding3D", shapes.zero_padding),
    **_kinds("Cropping1D Cropping2D Cropping3D", shapes.cropping),
    **_kinds("Resizing", shapes.resizing, ops=3),
    **_kinds("CenterCrop", shapes.opaque, ops=5),
    **_kinds("StringLookup IntegerLookup", shapes.lookup, ops=3),
    **_kinds("Discretization", shapes.discretization, ops=2),
    **_kinds("Hashing", shapes.hashing, ops=3),
    **_kinds("CategoryEncoding", shapes.category_encoding, ops=4),
    **_kinds("TextVectorization", shapes.vectorization, ops=8),
    **_kinds(
        """
        AugMix CutMix MixUp RandAugment RandomBrightness RandomColorDegeneration RandomColorJitter RandomContrast
        RandomElasticTransform RandomErasing RandomFlip RandomGaussianBlur RandomGrayscale RandomHue RandomInvert
        RandomPerspective RandomPosterization RandomRotation RandomSaturation RandomSharpness RandomShear
        RandomTranslation RandomZoom Solarization
        """,
        shapes.augmented,
        state=True,
        ops=12,
    ),
    **_kinds("RandomCrop", shapes.opaque, state=True, ops=12),
    **_kinds("AutoContrast ContrastLimitedAdaptiveHistogramEqualization Equalization", shapes.augmented, ops=8),
    **_kinds("ConvLSTM1D ConvLSTM2D ConvLSTM3D EinsumDense ReversibleEmbedding", shapes.opaque, state=True, ops=8),
    **_kinds(
        """
        AdaptiveAveragePooling1D AdaptiveAveragePooling2D AdaptiveAveragePooling3D AdaptiveMaxPooling1D
        AdaptiveMaxPooling2D AdaptiveMaxPooling3D MaxNumBoundingBoxes MelSpectrogram STFTSpectrogram
        """,
        shapes.opaque,
        ops=4,
    ),
}


def attributes(call: Call, name: str) -> dict[str, AbstractValue]:
    """Return what the constructor of layer *name* keeps of its arguments."""
    options: dict[str, AbstractValue] = {}
    is_exact = call.arguments.is_exact
    for position, (parameter, default) in enumerate(PARAMETERS.get(name, ())):
        given = call.argument(position, parameter)
        held = default if is_exact and not given.atoms else given
        options[parameter if parameter in PLAIN else k.CONFIG + parameter] = held
    for keyword in ("dtype", "name", "trainable", "input_shape"):
        if keyword in call.arguments.keywords:
            is_hidden = keyword in ("dtype", "input_shape")
            options[k.CONFIG + keyword if is_hidden else keyword] = call.arguments.keywords[keyword]
    return {option: held for option, held in options.items() if held.atoms}


def constructor(name: str, *, state: bool) -> Transfer:
    """Return what making a layer of class *name* does."""

    def transfer(call: Call) -> AbstractValue:
        if state:
            k.creates_variable(call)
        return call.host.new_object(_LAYERS + name, attributes(call, name))

    return transfer


def initializer(name: str, *, state: bool) -> Transfer:
    """Return the ``__init__`` that a subclass of the program calls."""

    def transfer(call: Call) -> AbstractValue:
        if state or call.host.has_user_method(call.receiver, "build"):
            k.creates_variable(call)
        if call.host.has_user_method(call.receiver, "build"):
            k.note_built(call.host, call.receiver, answer=False)
        for option, held in attributes(call, name).items():
            call.host.set_attribute(call.receiver, option, held)
        return NONE

    return transfer


def register(overlay: Overlay, name: str, *, state: bool, bases: tuple[str, ...] = (LAYER,)) -> None:
    """Register the class and constructor of one layer."""
    overlay.cls(_LAYERS + name, bases=bases)
    overlay.function(_LAYERS + name)(constructor(name, state=state))
    overlay.method(_LAYERS + name, "__init__")(initializer(name, state=state))


for _name, _kind in KINDS.items():
    register(OVERLAY, _name, state=_kind.state)
    OVERLAY.method(_LAYERS + _name, "__call__")(library_call(_kind.rule, _kind.ops))
    OVERLAY.method(_LAYERS + _name, "call")(library_method(_kind.rule, _kind.ops))


# what data layers learn from data


@OVERLAY.method(_LAYERS + "Normalization", "adapt")
@OVERLAY.method(_LAYERS + "TextVectorization", "adapt")
@OVERLAY.method(_LAYERS + "StringLookup", "adapt")
@OVERLAY.method(_LAYERS + "IntegerLookup", "adapt")
@OVERLAY.method(_LAYERS + "Discretization", "adapt")
def adapt(call: Call) -> AbstractValue:
    """Learn from data, which needs the data's values; what a vocabulary has grown to is not known any more."""
    k.needs_value(call, "adapt")
    call.host.effect(EffectKind.MUTATES_OBJECT, call.text, answer=Answer.UNKNOWN, reason=LEARNS)
    return NONE


@OVERLAY.method(_LAYERS + "TextVectorization", "get_vocabulary")
@OVERLAY.method(_LAYERS + "StringLookup", "get_vocabulary")
@OVERLAY.method(_LAYERS + "IntegerLookup", "get_vocabulary")
def get_vocabulary(call: Call) -> AbstractValue:
    """Return the vocabulary as a list of words or numbers, which a graph has not got."""
    k.needs_value(call, "get_vocabulary")
    is_words = all("Integer" not in each.cls for each in call.receiver.each(Instance))
    return k.list_of(call.host, k.STRING if is_words else k.INT)


@OVERLAY.method(_LAYERS + "TextVectorization", "vocabulary_size")
@OVERLAY.method(_LAYERS + "StringLookup", "vocabulary_size")
@OVERLAY.method(_LAYERS + "IntegerLookup", "vocabulary_size")
def vocabulary_size(call: Call) -> AbstractValue:
    """Return the number of words, as a tensor where it is traced."""
    k.needs_value(call, "vocabulary_size")
    return k.INT


@OVERLAY.method(_LAYERS + "TextVectorization", "set_vocabulary")
@OVERLAY.method(_LAYERS + "StringLookup", "set_vocabulary")
@OVERLAY.method(_LAYERS + "IntegerLookup", "set_vocabulary")
def set_vocabulary(call: Call) -> AbstractValue:
    """Replace the vocabulary."""
    k.needs_value(call, "set_vocabulary")
    call.host.effect(EffectKind.MUTATES_OBJECT, call.text, answer=Answer.UNKNOWN, reason=LEARNS)
    return NONE
