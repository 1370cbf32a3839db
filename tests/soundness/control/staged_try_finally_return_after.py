# observed: raises
# function: try_finally_return_after
import tensorflow as tf

def try_finally_return_after(x):
    y = x
    try:
        if tf.reduce_sum(x) > 1.0:
            return x * 2.0
    finally:
        y = x * 4.0
    return y

RESULT = (try_finally_return_after(tf.constant([3.0, 2.0])), try_finally_return_after(tf.constant([0.25, 0.25])))
