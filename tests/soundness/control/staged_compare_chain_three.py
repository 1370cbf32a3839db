# observed: same
# function: compare_chain_three
import tensorflow as tf

def compare_chain_three(x):
    if 0.0 <= x[0] <= x[1] <= 5.0:
        x = x * 2.0
    return x

RESULT = (compare_chain_three(tf.constant([3.0, 2.0])), compare_chain_three(tf.constant([0.25, 0.25])))
