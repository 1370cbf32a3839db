# observed: same
# function: f
import tensorflow as tf
from tensorflow import keras

inp = keras.Input((4,))
h = keras.layers.Dense(3, activation='tanh', name='mid')(inp)
out = keras.layers.Dense(2)(h)
model = keras.Model(inp, out)
sub = keras.Model(model.inputs, [model.get_layer('mid').output, model.output])
def f(x, k):
    with tf.GradientTape() as tape:
        mid, p = sub(x)
        s = p[:, k]
    return tape.gradient(s, mid)
RESULT = [f(tf.ones([2, 4]), 0), f(tf.zeros([3, 4]), 1)]
