# observed: raises
# function: f
import tensorflow as tf

def f(n):
    y = tf.random.stateless_normal([n, 2], seed=[1, 2])
    return y / y.shape[0]
RESULT = [f(tf.constant(3)), f(tf.constant(2))]
