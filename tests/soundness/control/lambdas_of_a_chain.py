# observed: same
# function: f
import tensorflow as tf
class P:
    def __init__(self, fns=()): self.fns = fns
    def then(self, fn): return P((*self.fns, fn))
    def __call__(self, x):
        for fn in self.fns: x = fn(x)
        return x
p = (P()
     .then(lambda x: x * 2 if x > 0 else x)
     .then(lambda x: x + 1 if x > 0 else x))
def f(x): return p(x)
RESULT = [f(tf.constant(1.0)), f(tf.constant(-1.0))]
