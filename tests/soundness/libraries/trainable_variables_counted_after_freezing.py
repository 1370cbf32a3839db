# observed: differs
# function: f
import tensorflow as tf
m = tf.keras.Sequential([tf.keras.Input((2,)), tf.keras.layers.Dense(1, kernel_initializer="ones")])
def f(x): return x * float(len(m.trainable_variables))
RESULT = [f(tf.constant(1.0))]
m.layers[0].trainable = False
RESULT += [f(tf.constant(1.0))]
