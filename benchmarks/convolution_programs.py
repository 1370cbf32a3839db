"""Programs for predicted gains whose time is that of convolutions, most of it spent on going back through them."""

from __future__ import annotations

from typing import Final

from gain_sample import Sample, parsed


def convolution_samples() -> tuple[Sample, ...]:
    """Return all programs, in order."""
    return parsed(_PROGRAMS)


_PROGRAMS: Final = """
# -- convnet-step: train_step(images, labels)
model = keras.Sequential([
    keras.layers.Conv2D(32, 5, activation="relu", padding="same"), keras.layers.MaxPooling2D(),
    keras.layers.Conv2D(64, 5, activation="relu", padding="same"), keras.layers.MaxPooling2D(),
    keras.layers.Flatten(), keras.layers.Dense(10),
])
optimizer = keras.optimizers.Adam()
loss_of = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
images, labels = tf.random.normal([64, 28, 28, 1]), tf.random.uniform([64], maxval=10, dtype=tf.int32)


def train_step(images, labels):
    with tf.GradientTape() as tape:
        loss = loss_of(labels, model(images, training=True))
    optimizer.apply_gradients(zip(tape.gradient(loss, model.trainable_variables), model.trainable_variables))
    return loss

# -- two-tapes: train_step(images)
generator = keras.Sequential([
    keras.layers.Dense(7 * 7 * 64), keras.layers.LeakyReLU(), keras.layers.Reshape((7, 7, 64)),
    keras.layers.Conv2DTranspose(64, 5, strides=2, padding="same"), keras.layers.LeakyReLU(),
    keras.layers.Conv2DTranspose(1, 5, strides=2, padding="same", activation="tanh"),
])
critic = keras.Sequential([
    keras.layers.Conv2D(32, 5, strides=2, padding="same"), keras.layers.LeakyReLU(),
    keras.layers.Conv2D(64, 5, strides=2, padding="same"), keras.layers.LeakyReLU(),
    keras.layers.Flatten(), keras.layers.Dense(1),
])
one, other = keras.optimizers.Adam(1e-4), keras.optimizers.Adam(1e-4)
entropy = keras.losses.BinaryCrossentropy(from_logits=True)
images = tf.random.normal([64, 28, 28, 1])


def train_step(images):
    noise = tf.random.normal([64, 50])
    with tf.GradientTape() as first, tf.GradientTape() as second:
        made = generator(noise, training=True)
        real, fake = critic(images, training=True), critic(made, training=True)
        made_loss = entropy(tf.ones_like(fake), fake)
        seen_loss = entropy(tf.ones_like(real), real) + entropy(tf.zeros_like(fake), fake)
    made_by = first.gradient(made_loss, generator.trainable_variables)
    seen_by = second.gradient(seen_loss, critic.trainable_variables)
    one.apply_gradients(zip(made_by, generator.trainable_variables))
    other.apply_gradients(zip(seen_by, critic.trainable_variables))

# -- persistent-tape: train_step(x, y)
def translator():
    return keras.Sequential([
        keras.layers.Conv2D(32, 3, padding="same", activation="relu"), keras.layers.Conv2D(3, 3, padding="same"),
    ])


there, back = translator(), translator()
one, other = keras.optimizers.Adam(1e-4), keras.optimizers.Adam(1e-4)
x, y = tf.random.normal([8, 32, 32, 3]), tf.random.normal([8, 32, 32, 3])


def train_step(x, y):
    with tf.GradientTape(persistent=True) as tape:
        to_y, to_x = there(x), back(y)
        again = tf.reduce_mean(tf.abs(back(to_y) - x)) + tf.reduce_mean(tf.abs(there(to_x) - y))
        there_loss = tf.reduce_mean(tf.square(to_y - y)) + again
        back_loss = tf.reduce_mean(tf.square(to_x - x)) + again
    there_by = tape.gradient(there_loss, there.trainable_variables)
    back_by = tape.gradient(back_loss, back.trainable_variables)
    one.apply_gradients(zip(there_by, there.trainable_variables))
    other.apply_gradients(zip(back_by, back.trainable_variables))

# -- saliency: salient(images)
model = keras.Sequential([
    keras.layers.Conv2D(32, 5, activation="relu", padding="same"), keras.layers.Conv2D(32, 5, activation="relu"),
    keras.layers.Flatten(), keras.layers.Dense(10, activation="softmax"),
])
images = tf.random.normal([32, 28, 28, 1])


def salient(images):
    with tf.GradientTape() as tape:
        tape.watch(images)
        best = tf.reduce_max(model(images), axis=1)
    return tf.abs(tape.gradient(best, images))
"""
