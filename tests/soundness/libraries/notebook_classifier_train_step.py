# observed: same
# function: train_step
import tensorflow as tf
import numpy as np

x_train = np.random.RandomState(0).rand(64, 8).astype('float32')
y_train = np.random.RandomState(1).randint(0, 3, 64)
train_ds = tf.data.Dataset.from_tensor_slices((x_train, y_train)).shuffle(64, seed=1).batch(16)
model = tf.keras.Sequential([
    tf.keras.layers.Dense(16, activation='relu'),
    tf.keras.layers.Dropout(0.2, seed=3),
    tf.keras.layers.Dense(3),
])
loss_object = tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True)
optimizer = tf.keras.optimizers.Adam()
train_loss = tf.keras.metrics.Mean(name='train_loss')
train_accuracy = tf.keras.metrics.SparseCategoricalAccuracy(name='train_accuracy')

def train_step(images, labels):
    with tf.GradientTape() as tape:
        predictions = model(images, training=True)
        loss = loss_object(labels, predictions)
    gradients = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(gradients, model.trainable_variables))
    train_loss(loss)
    train_accuracy(labels, predictions)

RESULT = []
for epoch in range(2):
    train_loss.reset_state()
    train_accuracy.reset_state()
    for images, labels in train_ds:
        train_step(images, labels)
    RESULT.append((train_loss.result(), train_accuracy.result()))
