# observed: differs
# function: f
import tensorflow as tf

class Box:
    pass


box = Box()
box.total = 0


def f(x):
    setattr(box, "total", box.total + 1)
    return x + 1.0


f(tf.ones([2]))
f(tf.ones([2]))
RESULT = box.total
