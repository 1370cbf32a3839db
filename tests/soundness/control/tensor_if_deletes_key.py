# observed: raises
# function: f
import tensorflow as tf

def f(x):
    out = {"y": x, "z": x}
    if tf.reduce_sum(x) > 1.0:
        del out["z"]
    return tf.add_n(list(out.values()))


RESULT = (f(tf.ones([2])), f(tf.fill([2], 0.25)))
