# observed: same
# function: f
import tensorflow as tf

import copy
def f(xs):
    ys = copy.copy(xs)
    ys.append(xs[0] * 2.)
    return tf.add_n(ys)
RESULT = [f([tf.constant(2.)]), f([tf.constant(3.)])]
