# observed: differs
# function: step
import tensorflow as tf

tokenizer = tf.keras.preprocessing.text.Tokenizer()
tokenizer.fit_on_texts(["one two two"])


def step(x):
    return x + tf.cast(tokenizer.word_index["one"], tf.float32)


first = step(tf.zeros([2]))
tokenizer.fit_on_texts(["one one one"])
RESULT = (first, step(tf.zeros([2])))
