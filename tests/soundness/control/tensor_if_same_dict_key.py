# observed: same
# function: f
import tensorflow as tf

def f(x):
    out = {"y": x}
    if tf.reduce_sum(x) > 1.0:
        out["y"] = x * 2.0
    return out["y"]


RESULT = (f(tf.ones([2])), f(tf.fill([2], 0.25)))
