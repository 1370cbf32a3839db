# observed: raises
# function: f
import tensorflow as tf
import numpy as np

def f(a):
    s = 0.
    for r in a:
        s = s + tf.reduce_sum(r)
    return s
RESULT = [f(np.ones((3, 3))), f(np.zeros((3, 3)))]
