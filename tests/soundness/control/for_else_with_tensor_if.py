# observed: raises
# function: f
import tensorflow as tf

def f(x, names):
    for name in names:
        if name == "relu":
            break
    else:
        x = x * 2.0
    if tf.reduce_sum(x) > 1.0:
        x = x - 1.0
    return x


RESULT = (f(tf.ones([2]), ("a", "relu")), f(tf.ones([2]), ("a", "b")))
