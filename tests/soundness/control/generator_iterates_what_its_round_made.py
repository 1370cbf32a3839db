# observed: same
# function: f
import tensorflow as tf


def f(x):
    generators = []
    for i in range(3):
        scales = [float(i)]
        generators.append(x * scale for scale in scales)
    return tf.stack([next(each) for each in generators])


RESULT = f(tf.constant(2.0))
