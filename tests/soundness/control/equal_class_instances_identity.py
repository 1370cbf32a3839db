# observed: same
# function: f
import tensorflow as tf

class Marker:
    pass


NOTHING = Marker()


def f(x, mask=NOTHING):
    if mask is NOTHING:
        return x
    return x * mask


RESULT = (f(tf.ones([2])), f(tf.ones([2]), tf.zeros([2])))
