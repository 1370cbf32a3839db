# observed: raises
# function: f
import tensorflow as tf

def f(x):
    class S:
        def __init__(self,a): self.a=a
    s=S(0.)
    for v in x: s=S(s.a+v)
    return s.a

RESULT = (f(tf.constant([3.0, 2.0])), f(tf.constant([0.25, 0.25])))
