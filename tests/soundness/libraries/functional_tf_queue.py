# observed: same
# function: f
import tensorflow as tf

q = tf.queue.FIFOQueue(5, [tf.float32])
def f(x):
    q.enqueue(x)
    return x * 2.
f(tf.constant(1.)); f(tf.constant(1.))
RESULT = q.size()
