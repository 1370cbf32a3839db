# observed: same
# function: f
import tensorflow as tf

count = tf.Variable(1)
best = tf.Variable([0.0, 0.0])


def f(x):
    count.assign(count + 1)
    if tf.equal(count % 2, 0):
        count.assign(count + 1)
    if tf.reduce_sum(x) > tf.reduce_sum(best):
        best.assign(x)
        best.assign_add(x * 2.0)
    return tf.reduce_sum(best) + tf.cast(count, tf.float32)


RESULT = [f(tf.constant([1.0, -2.0]) * k) for k in (1.0, -1.0, 2.0)]
