# observed: same
# function: CustomModel.train_step
import tensorflow as tf
import numpy as np

class CustomModel(tf.keras.Model):
    def train_step(self, data):
        x, y = data
        with tf.GradientTape() as tape:
            y_pred = self(x, training=True)
            loss = self.compute_loss(y=y, y_pred=y_pred)
        gradients = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply(gradients, self.trainable_variables)
        for metric in self.metrics:
            if metric.name == 'loss':
                metric.update_state(loss)
            else:
                metric.update_state(y, y_pred)
        return {m.name: m.result() for m in self.metrics}
inputs = tf.keras.Input(shape=(4,))
outputs = tf.keras.layers.Dense(1, name='out')(inputs)
model = CustomModel(inputs, outputs)
model.compile(optimizer='adam', loss='mse', metrics=['mae'])
h = model.fit(np.ones((8, 4), 'float32'), np.ones((8, 1), 'float32'), epochs=2, verbose=0)
RESULT = h.history['loss']
