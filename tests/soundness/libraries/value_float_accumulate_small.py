# observed: raises
# function: f
import tensorflow as tf

def f(x):
    total = 1.0
    for i in range(3):
        total += float(x) * 1e-12
    return tf.constant(total - 1.0, tf.float64)
RESULT = [f(tf.constant(2.)), f(tf.constant(3.))]
