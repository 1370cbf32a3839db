# observed: raises
# function: f
import tensorflow as tf
import numpy as np

def f(t, x):
    return x * t
RESULT = [f(t, tf.ones([2])) for t in np.linspace(0, 1, 3)]
