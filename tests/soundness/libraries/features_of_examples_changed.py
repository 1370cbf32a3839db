# observed: differs
# function: parse
import tensorflow as tf

features = {"a": tf.io.FixedLenFeature([], tf.float32, 1.0)}


def parse(record):
    return tf.io.parse_single_example(record, features)["a"] * 2.0


first = parse(tf.constant(b""))
features["a"] = tf.io.FixedLenFeature([], tf.float32, 5.0)
RESULT = (first, parse(tf.constant(b"")))
