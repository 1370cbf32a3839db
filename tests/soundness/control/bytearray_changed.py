# observed: differs
# function: f
import tensorflow as tf

log = bytearray()


def f(x):
    log.append(1)
    return x * 2.0


f(tf.ones([2]))
f(tf.ones([2]))
RESULT = len(log)
