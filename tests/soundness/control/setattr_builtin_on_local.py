# observed: same
# function: f
import tensorflow as tf

class Box:
    pass


def f(x):
    box = Box()
    setattr(box, "total", x)
    return box.total + 1.0


RESULT = (f(tf.ones([2])), f(tf.zeros([2])))
