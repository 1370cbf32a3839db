# observed: same
# function: M.call
import tensorflow as tf
class M(tf.keras.Model):
    def __init__(self):
        super().__init__()
        self.d = tf.keras.layers.Dense(2)
    def build(self, shape):
        self.d.build(shape)
        self.bias = self.add_weight(shape=(2,), initializer='zeros')
    def call(self, x):
        return self.d(x) + self.bias
m = M()
opt = tf.keras.optimizers.SGD(.1)
def step(x):
    with tf.GradientTape() as t:
        l = tf.reduce_mean(m(x) ** 2)
    opt.apply_gradients(zip(t.gradient(l, m.trainable_variables), m.trainable_variables))
    return l
r = [step(tf.ones((1, 2))) for _ in range(3)]
p = m(tf.ones((1, 2)))
