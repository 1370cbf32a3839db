# observed: differs
# function: f
import tensorflow as tf

import queue
q = queue.Queue()
def f(x):
    q.put(1)
    return x * 2.
f(tf.constant(1.)); f(tf.constant(1.))
RESULT = q.qsize()
