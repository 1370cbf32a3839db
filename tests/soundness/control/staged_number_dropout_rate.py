# observed: raises
# function: f
import tensorflow as tf
def f(t, flag=False):
    n = 3
    if t > 0:
        n = 4
    return tf.nn.dropout(tf.ones([2]), rate=n * 0)
RESULT = [f(tf.constant(k)) for k in (1, -1)]
