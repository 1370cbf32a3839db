# observed: raises
# function: staged_keyword_default
import tensorflow as tf

def staged_keyword_default(x):

    def h(v, *, k=1):
        return v * k
    n = 1
    if tf.reduce_sum(x) > 1.0:
        n = 2
    return h(x, k=n)

RESULT = (staged_keyword_default(tf.constant([3.0, 2.0])), staged_keyword_default(tf.constant([0.25, 0.25])))
