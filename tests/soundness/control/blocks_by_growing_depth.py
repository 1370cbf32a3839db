# observed: same
# function: f
import tensorflow as tf
class Block(tf.keras.layers.Layer):
    def __init__(self):
        super().__init__()
        self.d = tf.keras.layers.Dense(4)
    def call(self, x):
        return self.d(x)
blocks = [Block() for _ in range(4)]
def f(x, depth):
    for i in range(depth):
        x = blocks[i](x)
    return x
RESULT = [f(tf.ones([2, 4]), d) for d in (1, 2, 3)]
