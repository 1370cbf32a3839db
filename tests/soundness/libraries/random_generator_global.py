# observed: same
# function: f
import tensorflow as tf

g = tf.random.Generator.from_seed(3)
def f(x):
    return x + g.normal([2])
RESULT = [f(tf.zeros([2])), f(tf.zeros([2]))]
