# observed: differs
# function: f
import tensorflow as tf
import keras

m1 = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
m2 = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
opt = keras.optimizers.Adam(0.1)


def f(x):
    with tf.GradientTape() as t:
        if tf.reduce_sum(x) > 0:
            y = m1(x)
        else:
            y = m2(x)
        l = tf.reduce_sum(y)
    vs = m1.trainable_variables + m2.trainable_variables
    opt.apply_gradients(zip(t.gradient(l, vs), vs))
    return l


for i in range(4):
    f(tf.ones([1, 1]) * (1.0 if i % 2 else -1.0))
RESULT = m1.get_weights(), m2.get_weights()
