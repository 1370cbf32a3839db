# observed: raises
# function: if_try_return2
import tensorflow as tf

def if_try_return2(x):
    if tf.reduce_sum(x) > 1.0:
        try:
            return x * 2.0
        except ValueError:
            return x * 9.0
    return x

RESULT = (if_try_return2(tf.constant([3.0, 2.0])), if_try_return2(tf.constant([0.25, 0.25])))
