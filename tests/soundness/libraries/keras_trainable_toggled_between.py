# observed: differs
# function: f
import tensorflow as tf
from tensorflow import keras

model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1, kernel_initializer='ones')])
opt = keras.optimizers.SGD(0.1)
def f(x):
    with tf.GradientTape() as tape:
        loss = tf.reduce_sum(model(x))
    g = tape.gradient(loss, model.trainable_variables)
    if model.trainable_variables:
        opt.apply_gradients(zip(g, model.trainable_variables))
    return loss
a = f(tf.ones([2, 2]))
model.trainable = False
b = f(tf.ones([2, 2]))
RESULT = [a, b, model(tf.ones([1, 2]))]
