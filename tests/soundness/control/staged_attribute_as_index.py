# observed: raises
# function: f
import tensorflow as tf

class Box:
    k = 0


def f(x):
    box = Box()
    if tf.reduce_sum(x) > 1.0:
        box.k = 1
    return [x, x * 2.0][box.k]


RESULT = (f(tf.ones([2])), f(tf.zeros([2])))
