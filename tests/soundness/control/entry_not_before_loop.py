# observed: raises
# function: f
import tensorflow as tf


def f(x):
    box = {}
    s = tf.constant(0.0)
    for v in x:
        if "prev" in box:
            s += v - box["prev"]
        box["prev"] = v
    return s


RESULT = [f(tf.constant([1.0, 3.0, 2.0]))]
