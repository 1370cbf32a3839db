# observed: differs
# function: f
import tensorflow as tf
from tensorflow import keras

class Reg(keras.regularizers.Regularizer):
    def __init__(self):
        self.n = 0
    def __call__(self, w):
        self.n += 1
        return tf.reduce_sum(w ** 2) * self.n
reg = Reg()
model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1, kernel_regularizer=reg)])
def f(x):
    return tf.reduce_sum(model(x)) + model.losses[0]
RESULT = [f(tf.ones([2, 2])), f(tf.ones([2, 2]))]
