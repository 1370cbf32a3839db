# observed: same
# function: f
import tensorflow as tf
from tensorflow import keras

class NonNeg(keras.constraints.Constraint):
    def __call__(self, w):
        return w * tf.cast(w >= 0., w.dtype)
model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1, kernel_constraint=NonNeg())])
opt = keras.optimizers.SGD(0.1)
def f(x):
    with tf.GradientTape() as tape:
        l = tf.reduce_sum(model(x))
    opt.apply_gradients(zip(tape.gradient(l, model.trainable_variables), model.trainable_variables))
    return l
RESULT = [f(tf.ones([2, 2])), f(tf.ones([2, 2]))]
