# observed: same
# function: step
import tensorflow as tf

tokenizer = tf.keras.preprocessing.text.Tokenizer(filters="")
tokenizer.fit_on_texts(["<start> one two <end>"])
padded = tf.keras.preprocessing.sequence.pad_sequences(tokenizer.texts_to_sequences(["one two", "two"]), padding="post")


def step(x):
    start = tf.expand_dims([tokenizer.word_index["<start>"]] * 2, 1)
    return tf.concat([start, x], axis=1)


RESULT = [step(tf.constant(padded)) for _ in range(2)]
