# observed: same
# function: f
import tensorflow as tf

def f(x, mode):
    try:
        if mode == "b":
            raise ValueError("mode b")
    except ValueError as error:
        return x * float(len(str(error)))
    return x


RESULT = (f(tf.ones([2]), "a"), f(tf.ones([2]), "b"))
