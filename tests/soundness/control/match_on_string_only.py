# observed: same
# function: f
import tensorflow as tf

def f(x, mode):
    match mode:
        case "double":
            x = x * 2.0
        case "half" | "halve":
            x = x / 2.0
        case _:
            pass
    return x


RESULT = (f(tf.ones([2]), "double"), f(tf.ones([2]), "halve"), f(tf.ones([2]), "no"))
