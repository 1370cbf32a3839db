# observed: same
# function: f
import tensorflow as tf
import numpy as np
T = tf.constant([4.0, 9.0])
def f(x):
    if tf.reduce_sum(x) > 0:
        y = x * np.sqrt(T)
    else:
        y = x + np.sum(T)
    for _ in tf.range(3):
        y = y + np.max(T)
    return y
RESULT = [f(tf.ones(2)), f(tf.zeros(2))]
