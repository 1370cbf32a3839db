# observed: same
# function: early_return_then_loop_return
import tensorflow as tf

def early_return_then_loop_return(x):
    if tf.reduce_sum(x) > 1.0:
        return x
    for i in range(3):
        if i == 1:
            return x * float(i)
    return x

RESULT = (early_return_then_loop_return(tf.constant([3.0, 2.0])), early_return_then_loop_return(tf.constant([0.25, 0.25])))
