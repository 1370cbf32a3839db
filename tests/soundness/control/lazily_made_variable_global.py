# observed: same
# function: f
import tensorflow as tf

v = None


def get():
    global v
    if v is None:
        v = tf.Variable(3.0)
    return v


def f(x):
    return x * get()


RESULT = (f(tf.ones([2])), f(tf.ones([2])))
