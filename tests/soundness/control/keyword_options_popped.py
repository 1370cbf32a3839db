# observed: same
# function: f
import tensorflow as tf

def f(x, **options):
    scale = options.pop("scale", 1.0)
    return x * scale + options.get("shift", 0.0)


RESULT = (f(tf.ones([2]), scale=2.0), f(tf.ones([2]), shift=1.0), f(tf.ones([2])))
