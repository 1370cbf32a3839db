# observed: same
# function: f
import tensorflow as tf


def f(x):
    words = tf.strings.split(x)
    edges = tf.concat([words, tf.reverse(words, axis=[1])], axis=1)
    counts = tf.reduce_sum(tf.strings.length(edges), axis=1)
    return tf.strings.reduce_join(edges, axis=-1, separator=" "), counts, words.to_tensor()


RESULT = [f(tf.constant(["a b", "c d e"])), f(tf.constant(["x", ""]))]
