# observed: same
# function: f
import tensorflow as tf
class K:
    def __init__(self, k): self.k = k
def f(o, x):
    return x * o.k
RESULT = [f(K(k), tf.constant(1.0)) for k in (1.0, 2.0, 3.0)]
