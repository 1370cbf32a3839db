# observed: same
# function: compare_chain_tensor
import tensorflow as tf

def compare_chain_tensor(x):
    return 0.0 < x[0] < 5.0

RESULT = (compare_chain_tensor(tf.constant([3.0, 2.0])), compare_chain_tensor(tf.constant([0.25, 0.25])))
