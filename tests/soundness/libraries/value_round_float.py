# observed: raises
# function: f
import tensorflow as tf

def f(x):
    return round(float(x)) * x
RESULT = [f(tf.constant(2.)), f(tf.constant(2.5))]
