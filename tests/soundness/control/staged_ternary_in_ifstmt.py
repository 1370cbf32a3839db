# observed: same
# function: ternary_in_ifstmt
import tensorflow as tf

def ternary_in_ifstmt(x):
    if True if x.shape[0] == 2 else False:
        x = x * 2.0
    return x

RESULT = (ternary_in_ifstmt(tf.constant([3.0, 2.0])), ternary_in_ifstmt(tf.constant([0.25, 0.25])))
