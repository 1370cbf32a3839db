# observed: same
# function: f
import tensorflow as tf

def f(x, mode, scale):
    if mode == "off":
        return x
    if scale is not None:
        if scale > 1.0:
            return x * scale
    return x + 1.0


x = tf.ones([2])
RESULT = (f(x, "off", None), f(x, "on", 2.0), f(x, "on", 0.5), f(x, "on", None))
