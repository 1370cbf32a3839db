"""What the parts of Keras 1 that `tf.keras` still has leave in a program's names is among what the overlays say."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.knowledge.keras_programs import interpret, names_of
from tests.knowledge.test_keras_real import disagreements, indented

PROGRAMS = {
    "tokenizer": """
        texts = ['one two two', 'three']
        t = tf.keras.preprocessing.text.Tokenizer(num_words=10, oov_token='<unk>', filters='!')
        empty, none = t.word_index, t.document_count
        a = t.fit_on_texts(texts); words = t.word_index; indices = t.index_word; i = t.word_index['two']
        s = t.texts_to_sequences(['one four']); first = s[0]; back = t.sequences_to_texts(s); size = len(t.word_index)
        m = t.texts_to_matrix(texts, mode='count'); n = t.sequences_to_matrix(s); d = t.document_count
        j = t.to_json(); again = tf.keras.preprocessing.text.tokenizer_from_json(j); v = again.word_index['one']
        g = t.texts_to_sequences_generator(texts); h = t.sequences_to_texts_generator(s); k = t.fit_on_sequences(s)
        f, l, p, c = t.filters, t.lower, t.split, t.char_level; o = t.oov_token; u = t.num_words
        t.word_index['<pad>'] = 0; w = tf.expand_dims([t.word_index['<pad>']] * 3, 1)
        x = tf.keras.preprocessing.sequence.pad_sequences(s, padding='post')
        y = tf.keras.preprocessing.sequence.pad_sequences(s, maxlen=4, dtype='float32')
    """,
    "backend": """
        K = tf.keras.backend; x, i = tf.ones([2, 3]), tf.constant([[1, 0, 2]])
        y, z = tf.ones([3, 4]), tf.ones([2, 3, 4])
        a = K.mean(K.square(x), axis=-1); b = K.mean(x > 0); c = K.sum(i); d = K.clip(x, None, 2.0); e = K.flatten(z)
        f = K.concatenate([x, x]); g = K.concatenate([x, x], axis=0); h = K.expand_dims(x); j = K.argmax(x)
        k = K.softmax(x); l = K.random_normal((2, 3)); m = K.random_uniform(shape=(4,), minval=-1.0); n = K.dot(x, y)
        o = K.any(i, axis=1); p = K.all(x > 0); q = K.cast_to_floatx(i); r = K.cast_to_floatx([1, 2]); s = K.relu(x)
        t = K.permute_dimensions(z, (2, 0, 1)); u = K.one_hot(i, 5); v = K.squeeze(tf.ones([2, 1]), 1)
        w = K.std(x, axis=0, keepdims=True); aa = K.binary_crossentropy(x, x * 0.5); bb = K.tile(tf.ones([2]), 3)
        cc = K.sparse_categorical_crossentropy(tf.constant([0, 1]), x); dd = K.epsilon(); ee = K.reverse(x, 0)
        ff = K.arange(3); gg = K.elu(x); hh = K.int_shape(x); ii = K.ndim(z); jj = K.dtype(x); kk = K.count_params(x)
        ll = K.constant([1, 2]); mm = K.zeros_like(i); nn = K.maximum(x, 0.5); oo = K.get_value(x); pp = K.pow(x, 2.0)
        qq = K.batch_flatten(z); rr = K.cumsum(x); ss = K.l2_normalize(x, axis=-1); tt = K.dropout(x, 0.5)
        uu = K.in_top_k(x, tf.constant([0, 1]), 1); vv = K.repeat(x, 2); ww = K.random_bernoulli((3,), p=0.5)
        xx = K.categorical_crossentropy(x, x); yy = K.truncated_normal((2,)); zz = K.batch_dot(z, z, axes=2)
    """,
    "variables of the backend": """
        K = tf.keras.backend
        a = K.variable([1, 2]); b = K.ones((2, 3)); c = K.zeros((2,), dtype='int32'); d = K.zeros((0, 2)); e = K.eye(3)
        f = K.random_normal_variable((2,), 0.0, 1.0); g = K.update_add(a, [1.0, 1.0]); h = K.set_value(a, [3, 4])
        i = K.update(a, [1.0, 1.0]); j = K.moving_average_update(a, [2.0, 2.0], 0.9)
    """,
    "generators of arrays": """
        x, y = np.ones([5, 8, 8, 3], np.uint8), np.array([0, 1, 0, 1, 1])
        g = tf.keras.preprocessing.image.ImageDataGenerator(rescale=1 / 255)
        b = g.flow(x, y, batch_size=2); i, l = next(b); n = len(b); first = b[0]; o = b.n; z = b.batch_size
        a = next(g.flow(x, batch_size=3)); d = tf.keras.preprocessing.image.ImageDataGenerator(dtype='float64')
        c = next(d.flow(x, np.ones([5, 2], np.float32))); w = d.fit(x); r = b.reset()
    """,
    "pairs of words": """
        c, l = tf.keras.preprocessing.sequence.skipgrams([1, 2, 3, 2], vocabulary_size=5, window_size=1)
        t = tf.keras.preprocessing.sequence.make_sampling_table(5); pair = c[0]; label = l[0]; word = c[0][0]
    """,
    "words of a text": """
        a = tf.keras.preprocessing.text.text_to_word_sequence('One, two!')
        b = tf.keras.preprocessing.text.one_hot('one two', 50)
        c = tf.keras.preprocessing.text.hashing_trick('one two', 50, hash_function='md5')
    """,
}


@pytest.mark.tensorflow
@pytest.mark.parametrize("name", PROGRAMS)
def test_what_a_program_computes_is_described(name: str) -> None:
    assert disagreements(indented(PROGRAMS[name])) == []


@pytest.mark.parametrize("name", PROGRAMS)
def test_no_name_of_a_common_program_is_unknown(name: str) -> None:
    names = names_of(interpret(indented(PROGRAMS[name])))
    assert [each for each, ours in names.items() if ours.is_unknown] == []


@pytest.mark.tensorflow
@pytest.mark.parametrize("mode", ["categorical", "binary", "sparse", "input", None])
def test_batches_of_pictures_in_folders_are_described(mode: str | None, tmp_path: Path) -> None:
    from PIL import Image

    for folder in ("cats", "dogs"):
        (tmp_path / folder).mkdir()
        Image.new("RGB", (9, 7)).save(tmp_path / folder / "one.png")
    options = f"target_size=(8, 6), class_mode={mode!r}, batch_size=2, color_mode='grayscale'"
    program = f"""
        g = tf.keras.preprocessing.image.ImageDataGenerator()
        b = g.flow_from_directory({str(tmp_path)!r}, {options})
        e = next(b); n = b.samples; c = b.class_indices; k = b.classes; f = b.filenames; z = b.num_classes
        h = next(g.flow_from_directory({str(tmp_path)!r}))
    """
    assert disagreements(indented(program)) == []
    assert "?" not in [str(ours) for ours in names_of(interpret(indented(program))).values()]


def test_words_of_lists_that_stand_in_place_of_texts_are_not_known() -> None:
    program = """
        t = tf.keras.preprocessing.text.Tokenizer(lower=False)
        t.fit_on_texts([[1, 2], [3]])
        word, index = next(iter(t.word_index.items()))
    """
    names = names_of(interpret(indented(program)))
    assert (str(names["word"]), str(names["index"])) == ("?", "int")
