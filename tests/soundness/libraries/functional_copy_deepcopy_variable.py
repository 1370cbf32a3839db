# observed: raises
# function: f
import tensorflow as tf

import copy
v = tf.Variable(1.)
def f(x):
    w = copy.deepcopy(v)
    return w * x
RESULT = [f(tf.constant(2.)), f(tf.constant(3.))]
