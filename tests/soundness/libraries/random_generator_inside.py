# observed: raises
# function: f
import tensorflow as tf

def f(x):
    g = tf.random.Generator.from_seed(3)
    return x + g.normal([2])
RESULT = [f(tf.zeros([2])), f(tf.zeros([2]))]
