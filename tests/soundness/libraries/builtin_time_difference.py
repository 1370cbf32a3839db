# observed: same
# function: f
import tensorflow as tf
import time

def f(x):
    t = time.time()
    y = x * 2.
    return y, time.time() - t > 100.
RESULT = [f(tf.ones([2]))[0], f(tf.ones([2]))[0]]
