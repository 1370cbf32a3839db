# observed: raises
# function: f
import tensorflow as tf

def f(x):
    return x * tf.keras.backend.eval(x)[0]
RESULT = [f(tf.ones([2])), f(tf.ones([2]))]
