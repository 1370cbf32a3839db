"""``tf.keras.preprocessing.text``: the tokenizer of Keras 1, which numbers words in plain Python dicts."""

from __future__ import annotations

from typing import Final

from jupyter_hybridize.domain.shape import Shape
from jupyter_hybridize.domain.value import NONE, TOP, AbstractValue, Instance, array, constant, join_all
from jupyter_hybridize.knowledge.host import Call
from jupyter_hybridize.knowledge.keras import values as k
from jupyter_hybridize.knowledge.overlay import Overlay
from jupyter_hybridize.knowledge.stdlib.registration import a_list_of, an_iterator_of, pure, register, register_methods

OVERLAY: Final = Overlay()
TOKENIZER: Final = "keras.preprocessing.text.Tokenizer"
_FILTERS: Final = constant('!"#$%&()*+,-./:;<=>?@[\\]^_`{|}~\t\n')
_OPTIONS: Final = {
    "num_words": NONE,
    "filters": _FILTERS,
    "lower": constant(True),
    "split": constant(" "),
    "char_level": constant(False),
    "oov_token": NONE,
    "analyzer": NONE,
}
_INDICES: Final = a_list_of(k.INT)
OVERLAY.cls(TOKENIZER)


@OVERLAY.function(TOKENIZER)
def tokenizer(call: Call) -> AbstractValue:
    """Make a tokenizer that knows no word yet."""
    if not call.arguments.is_exact or not set(call.arguments.keywords) <= set(_OPTIONS):
        return k.unknown_call(call)
    options = {name: _option(call, at, name) for at, name in enumerate(_OPTIONS)}
    if not k.is_nothing(options["analyzer"]):
        return k.unknown_call(call, "callback")
    host = call.host
    made = {"word_index": host.new_dict({}), "index_word": host.new_dict({}), "document_count": constant(0)}
    return host.new_object(TOKENIZER, {**options, **made})


def _option(call: Call, at: int, name: str) -> AbstractValue:
    given = call.argument(at, name)
    return _OPTIONS[name] if given.is_bottom else given


@OVERLAY.method(TOKENIZER, "fit_on_texts")
def fit_on_texts(call: Call) -> AbstractValue:
    """Number the words of the texts, from 1; what was numbered before is numbered anew."""
    host, texts = call.host, call.argument(0, "texts")
    pure(NONE)(call)
    word = _word(host.iterate(texts)).join(_held(call, "oov_token", NONE))
    host.set_attribute(call.receiver, "word_index", host.new_dict(None, word, k.INT))
    host.set_attribute(call.receiver, "index_word", host.new_dict(None, k.INT, word))
    host.set_attribute(call.receiver, "document_count", k.INT)
    return NONE


def _word(text: AbstractValue) -> AbstractValue:
    """Return a word of a text; a list that stands in place of a text may hold anything."""
    return k.STRING if k.STRING.covers(text) else TOP


def _held(call: Call, name: str, default: AbstractValue) -> AbstractValue:
    found = [call.host.load(each.site).attributes.get(name, default) for each in call.receiver.each(Instance)]
    return join_all(found)


@OVERLAY.method(TOKENIZER, "fit_on_sequences")
def fit_on_sequences(call: Call) -> AbstractValue:
    """Count in how many sequences each index stands."""
    pure(NONE)(call)
    call.host.set_attribute(call.receiver, "document_count", k.INT)
    return NONE


def _matrix(call: Call) -> AbstractValue:
    words = _held(call, "num_words", TOP).constant()
    return array("float64", Shape((None, words if isinstance(words, int) and words else None)))


def _of_json(call: Call) -> AbstractValue:
    """Return a tokenizer that learnt its words elsewhere."""
    host = call.host
    numbered = {"word_index": host.new_dict(None, k.STRING, k.INT), "index_word": host.new_dict(None, k.INT, k.STRING)}
    return host.new_object(TOKENIZER, {**dict.fromkeys(_OPTIONS, TOP), **numbered, "document_count": k.INT})


register(OVERLAY, pure(_of_json), "keras.preprocessing.text.tokenizer_from_json")
register(OVERLAY, pure(a_list_of(k.STRING)), "keras.preprocessing.text.text_to_word_sequence")
register(OVERLAY, pure(_INDICES), "keras.preprocessing.text.one_hot keras.preprocessing.text.hashing_trick")
register_methods(OVERLAY, TOKENIZER, pure(lambda call: a_list_of(_INDICES(call))(call)), "texts_to_sequences")
register_methods(
    OVERLAY, TOKENIZER, pure(lambda call: an_iterator_of(_INDICES(call))(call)), "texts_to_sequences_generator"
)
register_methods(OVERLAY, TOKENIZER, pure(a_list_of(k.STRING)), "sequences_to_texts")
register_methods(OVERLAY, TOKENIZER, pure(an_iterator_of(k.STRING)), "sequences_to_texts_generator")
register_methods(OVERLAY, TOKENIZER, pure(_matrix), "texts_to_matrix sequences_to_matrix")
register_methods(OVERLAY, TOKENIZER, pure(k.STRING), "to_json")
register_methods(OVERLAY, TOKENIZER, pure(lambda call: call.host.new_dict(None, k.STRING, TOP)), "get_config")
