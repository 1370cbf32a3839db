# observed: output-differs
# function: f
import tensorflow as tf


def f(a, b):
    try:
        return tf.matmul(a, b)
    except Exception as e:
        print(type(e).__name__)
        return tf.matmul(a, b, transpose_b=True)


RESULT = [f(tf.ones((2, 3)), tf.ones((2, 3)))]
