# observed: same
# function: train
import tensorflow as tf

tf.random.set_seed(1)


class AutoEncoder(tf.keras.Model):
    def __init__(self, **parts):
        super().__init__()
        self.__dict__.update(parts)
        self.encoder = tf.keras.Sequential(self.encoder)
        self.decoder = tf.keras.Sequential(self.decoder)

    def error(self, x):
        return tf.reduce_mean(tf.square(x - self.decoder(self.encoder(x))))

    def train(self, x):
        with tf.GradientTape() as tape:
            loss = self.error(x)
        gradients = tape.gradient(loss, self.trainable_variables)
        self.rule.apply_gradients(zip(gradients, self.trainable_variables))
        return loss


model = AutoEncoder(
    encoder=[tf.keras.layers.InputLayer(shape=(6,)), tf.keras.layers.Dense(3, activation="relu", kernel_initializer="ones")],
    decoder=[tf.keras.layers.InputLayer(shape=(3,)), tf.keras.layers.Dense(6, kernel_initializer="ones")],
    rule=tf.keras.optimizers.SGD(0.01),
)
RESULT = [model.train(tf.ones([4, 6]) * k) for k in (0.1, 0.2, 0.3)]
