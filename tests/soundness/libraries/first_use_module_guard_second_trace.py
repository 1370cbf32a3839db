# observed: raises
# function: f
import tensorflow as tf

class D(tf.Module):
    def __init__(self):
        super().__init__()
        self.v = None
    def __call__(self, x):
        if self.v is None:
            self.v = tf.Variable(2.)
        return x * self.v
d = D()
def f(x, use):
    if use:
        return d(x)
    return x
RESULT = [f(tf.ones([1, 2]), False), f(tf.ones([1, 2]), True)]
