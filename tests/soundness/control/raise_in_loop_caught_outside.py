# observed: same
# function: f
import tensorflow as tf

def f(x):
    try:
        for k in (1.0, 2.0, -1.0):
            if k < 0.0:
                raise ValueError("negative")
            x = x * k
    except ValueError:
        x = x + 10.0
    return x


RESULT = (f(tf.ones([2])), f(tf.zeros([2])))
