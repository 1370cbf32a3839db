# observed: raises
# function: f
import tensorflow as tf
class M:
    v = None
    def go(self, x):
        if self.v is None:
            self.v = tf.Variable(2.0)
        return self.v * x
def f(m, x):
    return m.go(x)
RESULT = [f(M(), tf.ones([4, 2])) for k in range(2)]
