# observed: raises
# function: f
import tensorflow as tf

def clip(v):
    if tf.reduce_max(v) > 1.0:
        return v / tf.reduce_max(v)
    return v


class Vector:
    def __init__(self, v):
        self.v = v

    def __mul__(self, k):
        return Vector(clip(self.v * k))


def f(x):
    return (Vector(x) * 3.0).v


RESULT = (f(tf.ones([2])), f(tf.zeros([2])))
