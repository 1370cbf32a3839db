# observed: raises
# function: f
import tensorflow as tf

v = [tf.Variable(1.0), tf.Variable(2.0)]


def f():
    return v


for each in f():
    each.assign_add(1.0)
RESULT = v
