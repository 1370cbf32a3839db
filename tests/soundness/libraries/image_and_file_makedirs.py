# observed: same
# function: f
import tensorflow as tf
import os

def f(x):
    os.makedirs('out', exist_ok=True)
    return x * 2.
RESULT = [f(tf.ones([2])), f(tf.zeros([2]))]
