# observed: raises
# function: mul
import tensorflow as tf
class K:
    def __init__(self, k): self.k = k
    def mul(self, x): return x * self.k
def f(g, x):
    return g(x)
RESULT = [f(K(k).mul, tf.constant(1.0)) for k in (1.0, 2.0, 3.0)]
