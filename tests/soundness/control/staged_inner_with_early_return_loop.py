# observed: same
# function: inner_with_early_return_loop
import tensorflow as tf

def inner_with_early_return_loop(x):

    def inner(v):
        for i in range(3):
            if i == 2:
                return v * float(i)
        return v
    return inner(x)

RESULT = (inner_with_early_return_loop(tf.constant([3.0, 2.0])), inner_with_early_return_loop(tf.constant([0.25, 0.25])))
