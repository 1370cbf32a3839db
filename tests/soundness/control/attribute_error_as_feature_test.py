# observed: same
# function: f
import tensorflow as tf

class Old:
    pass


class New:
    scale = 3.0


def f(x, item):
    try:
        return x * item.scale
    except AttributeError:
        return x


old, new = Old(), New()
RESULT = (f(tf.ones([2]), old), f(tf.ones([2]), new))
