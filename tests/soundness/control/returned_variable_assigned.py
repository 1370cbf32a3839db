# observed: raises
# function: f
import tensorflow as tf

w = tf.Variable(1.0)


def f(x):
    w.assign_add(x)
    return w


v = f(tf.constant(1.0))
v.assign(0.0)
RESULT = w.numpy()
