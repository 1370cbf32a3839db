# observed: same
# function: power_iteration
import tensorflow as tf
import numpy as np

A = tf.constant(np.random.RandomState(0).rand(5, 5).astype('float32'))
def power_iteration(A, num_simulations=10):
    b = tf.ones([A.shape[1], 1])
    for _ in range(num_simulations):
        b1 = tf.matmul(A, b)
        b = b1 / tf.norm(b1)
    return tf.matmul(tf.matmul(b, A, transpose_a=True), b)
RESULT = [power_iteration(A), power_iteration(A * 2.)]
