# observed: same
# function: f
import tensorflow as tf
def f(t):
    return sorted(t)[0] + sorted(t, reverse=True)[0]
RESULT = [f(tf.constant([2.0, 1.0])) for k in range(2)]
