# observed: same
# function: f
import tensorflow as tf
def f(n):
    return tf.while_loop(lambda i, d: i < n, lambda i, d: (i + 1, {"a": d["a"] * 2.0}), (tf.constant(0), {"a": tf.constant(1.0)}))[1]["a"]
RESULT = [f(tf.constant(3))]
