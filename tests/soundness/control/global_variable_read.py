# observed: raises
# function: f
import tensorflow as tf
V = tf.Variable([4.0, 9.0])
def f(x):
    return x * V.numpy().sum()
RESULT = [f(tf.ones(2)), f(tf.zeros(2))]
