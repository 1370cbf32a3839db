# observed: differs
# function: f
import tensorflow as tf
import queue

waiting = queue.Queue()


def f(x):
    waiting.put(1)
    return x * 2.0


f(tf.ones([2]))
f(tf.ones([2]))
RESULT = waiting.qsize()
