# observed: raises
# function: f
import tensorflow as tf
import numpy as np

def f(x):
    return tf.map_fn(lambda v: tf.constant(np.sqrt(v.numpy())), x)
RESULT = [f(tf.constant([1., 4.])), f(tf.constant([9., 4.]))]
