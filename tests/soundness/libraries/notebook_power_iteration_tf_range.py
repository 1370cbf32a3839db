# observed: same
# function: power_iteration
import tensorflow as tf
import numpy as np

A = tf.constant(np.random.RandomState(0).rand(5, 5).astype('float32'))
def power_iteration(A, steps):
    b = tf.ones([tf.shape(A)[1], 1])
    for _ in tf.range(steps):
        b = tf.matmul(A, b)
        b = b / tf.norm(b)
    return tf.squeeze(tf.matmul(b, tf.matmul(A, b), transpose_a=True))
RESULT = [power_iteration(A, tf.constant(5)), power_iteration(A * 2., tf.constant(7))]
