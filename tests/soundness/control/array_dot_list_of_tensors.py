# observed: raises
# function: f
import tensorflow as tf
import numpy as np
W = np.eye(2, dtype=np.float32)
def f(x):
    p = [x[0], x[1]]
    return W.dot(p)
RESULT = f(tf.ones([2]))
