# observed: differs
# function: f
import tensorflow as tf
class A:
    k = 2.0
class B:
    k = 3.0
c = A()
def f(x):
    return x * c.k
a = f(tf.ones([2]))
c.__class__ = B
RESULT = [a, f(tf.ones([2]))]
