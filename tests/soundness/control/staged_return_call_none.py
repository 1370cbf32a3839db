# observed: raises
# function: return_call_none
import tensorflow as tf

def return_call_none(x):

    def g(v):
        pass
    if tf.reduce_sum(x) > 1.0:
        return g(x)
    return g(x)

RESULT = (return_call_none(tf.constant([3.0, 2.0])), return_call_none(tf.constant([0.25, 0.25])))
