# observed: same
# function: train_step
import tensorflow as tf
import numpy as np

class Autoencoder(tf.keras.Model):
    def __init__(self, latent_dim):
        super(Autoencoder, self).__init__()
        self.encoder = tf.keras.Sequential([tf.keras.layers.Flatten(), tf.keras.layers.Dense(latent_dim, activation='relu')])
        self.decoder = tf.keras.Sequential([tf.keras.layers.Dense(16, activation='sigmoid'), tf.keras.layers.Reshape((4, 4))])
    def call(self, x):
        encoded = self.encoder(x)
        decoded = self.decoder(encoded)
        return decoded
autoencoder = Autoencoder(3)
opt = tf.keras.optimizers.Adam()
def train_step(x):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.keras.losses.mse(x, autoencoder(x)))
    v = autoencoder.trainable_variables
    opt.apply_gradients(zip(tape.gradient(loss, v), v))
    return loss
ds = tf.data.Dataset.from_tensor_slices(np.random.RandomState(0).rand(10, 4, 4).astype('float32')).batch(4)
RESULT = [train_step(b) for b in ds]
