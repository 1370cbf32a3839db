# observed: same
# function: f
import tensorflow as tf
T = tf.constant(4.)
import math
def f(y):
    return y * math.sqrt(T)
RESULT = [f(tf.ones(2)), f(tf.zeros(2))]
