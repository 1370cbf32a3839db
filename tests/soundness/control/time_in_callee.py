# observed: differs
# function: f
import tensorflow as tf
import time


def stamp():
    return time.perf_counter()


def f(x):
    start = stamp()
    return x * 0.0 + tf.cast(stamp() - start >= 0.0, tf.float32), start


RESULT = f(tf.ones([2]))[1] == f(tf.ones([2]))[1]
