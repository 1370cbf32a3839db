# observed: raises
# function: f
import tensorflow as tf
from tensorflow import keras

def f(model, opt, x):
    with tf.GradientTape() as t:
        l = tf.reduce_sum(model(x))
    opt.apply_gradients(zip(t.gradient(l, model.trainable_variables), model.trainable_variables))
    return l
RESULT = []
for k in range(2):
    m = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
    RESULT.append(f(m, keras.optimizers.Adam(), tf.ones([1, 2])))
