# observed: differs
# function: continue_then_attr_method
import tensorflow as tf

def continue_then_attr_method(x):

    class C:

        def __init__(self):
            self.n = 0.0

        def add(self):
            self.n = self.n + 1.0
    c = C()
    for i in range(2):
        if x[i] > 1.0:
            continue
        c.add()
    return x * c.n

RESULT = (continue_then_attr_method(tf.constant([3.0, 2.0])), continue_then_attr_method(tf.constant([0.25, 0.25])))
