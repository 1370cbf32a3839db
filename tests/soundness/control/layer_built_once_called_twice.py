# observed: same
# function: MyDense.call
import tensorflow as tf
class MyDense(tf.keras.layers.Layer):
    def build(self, input_shape):
        self.w = self.add_weight(shape=(input_shape[-1], 3), initializer='ones', trainable=True, name='w')
    def call(self, inputs):
        return tf.matmul(inputs, self.w)
layer = MyDense()
x = tf.ones((2, 5))
a = layer(x)
b = layer(x * 2)
