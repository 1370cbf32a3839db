# observed: same
# function: compute_loss
import tensorflow as tf

class Sampling(tf.keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.seed_generator = tf.keras.random.SeedGenerator(1337)
    def call(self, inputs):
        z_mean, z_log_var = inputs
        batch = tf.shape(z_mean)[0]
        dim = tf.shape(z_mean)[1]
        epsilon = tf.keras.random.normal(shape=(batch, dim), seed=self.seed_generator)
        return z_mean + tf.exp(0.5 * z_log_var) * epsilon
sampling = Sampling()
def compute_loss(mean, log_var):
    z = sampling([mean, log_var])
    kl = -0.5 * (1 + log_var - tf.square(mean) - tf.exp(log_var))
    return tf.reduce_mean(tf.reduce_sum(kl, axis=1)) + tf.reduce_mean(z)
RESULT = [compute_loss(tf.ones([2, 3]), tf.zeros([2, 3])), compute_loss(tf.zeros([2, 3]), tf.zeros([2, 3]))]
