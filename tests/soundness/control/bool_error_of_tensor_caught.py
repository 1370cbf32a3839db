# observed: differs
# function: f
import tensorflow as tf

def f(x):
    try:
        flag = bool(tf.reduce_sum(x) > 1.0)
    except Exception:
        flag = False
    return x * 2.0 if flag else x


RESULT = f(tf.ones([2]))
