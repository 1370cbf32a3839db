# observed: same
# function: f
import tensorflow as tf


def f(x):
    generators = []
    scale = 0.0
    for i in range(3):
        scale = float(i)
        generators.append(x * scale for _ in range(1))
    return tf.stack([next(each) for each in generators]) + scale


RESULT = f(tf.constant(2.0))
