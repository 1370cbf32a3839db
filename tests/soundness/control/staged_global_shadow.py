# observed: same
# function: global_shadow
import tensorflow as tf

def global_shadow(x):
    T = 3.0
    for T in (1.0, 2.0):
        x = x * T
    return x * T

RESULT = (global_shadow(tf.constant([3.0, 2.0])), global_shadow(tf.constant([0.25, 0.25])))
