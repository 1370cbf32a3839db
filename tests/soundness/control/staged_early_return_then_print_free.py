# observed: same
# function: early_return_then_print_free
import tensorflow as tf

def early_return_then_print_free(x):
    if tf.reduce_sum(x) > 1.0:
        return x
    y = x
    for i in range(3):
        y = y + float(i)
        if i == 1:
            break
    return y

RESULT = (early_return_then_print_free(tf.constant([3.0, 2.0])), early_return_then_print_free(tf.constant([0.25, 0.25])))
