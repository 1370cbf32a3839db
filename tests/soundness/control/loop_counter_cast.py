# observed: same
# function: f
import tensorflow as tf
def f(xs):
    n = 0
    total = tf.zeros([])
    for x in xs:
        n += 1
        total += x
    return total / tf.cast(n, tf.float32)
RESULT = [f(tf.ones([3])), f(tf.ones([4]))]
