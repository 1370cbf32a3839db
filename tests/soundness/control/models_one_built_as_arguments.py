# observed: raises
# function: forward
import tensorflow as tf
def make(n, built):
    m = tf.keras.Sequential()
    if built:
        m.add(tf.keras.Input((2,)))
    m.add(tf.keras.layers.Dense(n))
    return m
import os
a, b = make(1, True), make(3, os.path.exists('nowhere'))
def forward(model, x):
    return model(x)
RESULT = [forward(a, tf.ones((1, 2))), forward(b, tf.ones((1, 2)))]
