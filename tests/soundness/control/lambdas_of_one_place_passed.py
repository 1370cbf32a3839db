# observed: same
# function: f
import tensorflow as tf
def f(g, x):
    return g(x)
gs = [lambda x, k=k: x * k for k in (1.0, 2.0)]
RESULT = [f(g, tf.constant(1.0)) for g in gs]
