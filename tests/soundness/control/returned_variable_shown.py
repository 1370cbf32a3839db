# observed: output-differs
# function: f
import tensorflow as tf

w = tf.Variable(1.0)


def f(x):
    w.assign_add(x)
    return w


print(f(tf.constant(1.0)))
