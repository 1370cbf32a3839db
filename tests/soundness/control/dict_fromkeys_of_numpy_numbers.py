# observed: raises
# function: f
import tensorflow as tf
import numpy as np
def f(x, p):
    d = dict.fromkeys(p, 2.0)
    return x * len(d)
RESULT = f(tf.ones([2]), [np.int64(0), np.int64(1)])
