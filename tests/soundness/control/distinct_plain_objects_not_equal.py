# observed: same
# function: f
import tensorflow as tf

class Marker:
    pass


one, two = Marker(), Marker()


def f(x):
    if one == two:
        print("equal")
    return x * 2.0


RESULT = (f(tf.ones([2])), f(tf.ones([2])))
