# observed: same
# function: f
import tensorflow as tf

class C(tf.Module):
    def __init__(self):
        self.built = False
    def f(self, x):
        if not self.built:
            self.v = tf.Variable(1.)
            self.built = True
        self.v.assign_add(x)
        return self.v * 1.
c = C()
RESULT = [c.f(tf.constant(1.)), c.f(tf.constant(2.))]
