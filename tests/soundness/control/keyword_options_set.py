# observed: same
# function: f
import tensorflow as tf

def scaled(x, scale=1.0, shift=0.0):
    return x * scale + shift


def f(x, **options):
    options["shift"] = 3.0
    return scaled(x, **options)


RESULT = (f(tf.ones([2]), scale=2.0), f(tf.ones([2])))
