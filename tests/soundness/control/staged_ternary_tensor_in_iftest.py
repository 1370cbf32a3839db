# observed: same
# function: ternary_tensor_in_iftest
import tensorflow as tf

def ternary_tensor_in_iftest(x):
    if x[0] > 1.0 if x.shape[0] == 2 else x[1] > 1.0:
        x = x * 2.0
    return x

RESULT = (ternary_tensor_in_iftest(tf.constant([3.0, 2.0])), ternary_tensor_in_iftest(tf.constant([0.25, 0.25])))
