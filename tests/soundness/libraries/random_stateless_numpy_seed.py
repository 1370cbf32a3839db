# observed: differs
# function: f
import tensorflow as tf
import numpy as np

def f(x):
    return x + tf.random.stateless_normal([2], seed=np.random.randint(0, 9, 2))
RESULT = [f(tf.zeros([2])), f(tf.zeros([2]))]
