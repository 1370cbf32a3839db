# observed: same
# function: f
import tensorflow as tf
import numpy as np

def f(ws, x):
    return x * tf.stack(ws)
RESULT = [f([np.float32(1.), np.float32(2.)], tf.ones([2])), f([np.float32(3.), np.float32(2.)], tf.ones([2]))]
