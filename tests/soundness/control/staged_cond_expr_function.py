# observed: raises
# function: cond_expr_function
import tensorflow as tf

def cond_expr_function(x):
    f = tf.nn.relu if tf.reduce_sum(x) > 1.0 else tf.nn.tanh
    return f(x)

RESULT = (cond_expr_function(tf.constant([3.0, 2.0])), cond_expr_function(tf.constant([0.25, 0.25])))
