# observed: differs
# function: f
import tensorflow as tf
class C: pass
c = C(); c.k = 1.0
def f(x):
    return x * c.k
a = f(tf.ones([2]))
c.__setattr__('k', 5.0)
RESULT = [a, f(tf.ones([2]))]
