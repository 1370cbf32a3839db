# observed: raises
# function: f
import tensorflow as tf

def f(x, mode):
    match mode:
        case "double":
            x = x * 2.0
        case _:
            pass
    if tf.reduce_sum(x) > 3.0:
        x = x - 1.0
    return x


RESULT = (f(tf.ones([2]), "double"), f(tf.ones([2]), "no"))
