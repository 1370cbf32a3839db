# observed: same
# function: f
import tensorflow as tf


def f(x):
    fs = []
    for i in range(3):
        fs.append(lambda v: v * i)
    return [g(x) for g in fs] + [x * i]


RESULT = f(tf.constant(2.0))
