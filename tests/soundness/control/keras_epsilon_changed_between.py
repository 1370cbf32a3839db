# observed: differs
# function: f
import tensorflow as tf
def f(x):
    return x * tf.keras.backend.epsilon()
a = f(tf.ones([2]))
tf.keras.backend.set_epsilon(0.5)
RESULT = [a, f(tf.ones([2]))]
tf.keras.backend.set_epsilon(1e-7)
