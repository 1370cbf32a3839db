# observed: raises
# function: loop_attr_index_var
import tensorflow as tf

class A:

    def __init__(self, k):
        self.k = k

def loop_attr_index_var(x):
    os = [A(tf.constant(1.0)), A(tf.constant(2.0))]
    for v in x:
        for o in os:
            o.k = o.k + v
    return os[0].k

RESULT = (loop_attr_index_var(tf.constant([3.0, 2.0])), loop_attr_index_var(tf.constant([0.25, 0.25])))
