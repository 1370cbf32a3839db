# observed: differs
# function: f
import tensorflow as tf


def f(x):
    box = {"prev": None}
    s = tf.constant(0.0)
    for v in x:
        if box["prev"] is not None:
            s += v - box["prev"]
        box["prev"] = v
    return s


RESULT = [f(tf.constant([1.0, 3.0, 2.0]))]
