# observed: same
# function: test_step
import tensorflow as tf
import numpy as np

model = tf.keras.Sequential([tf.keras.layers.Input((8,)), tf.keras.layers.Dense(3)])
loss_object = tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True)
test_loss = tf.keras.metrics.Mean(name='test_loss')
ds = tf.data.Dataset.from_tensor_slices((np.ones((10, 8), 'float32'), np.arange(10) % 3)).batch(4)
def test_step(images, labels):
    predictions = model(images, training=False)
    t_loss = loss_object(labels, predictions)
    test_loss(t_loss)
for images, labels in ds:
    test_step(images, labels)
RESULT = test_loss.result()
