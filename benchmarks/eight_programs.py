"""Eight small notebooks, one kind of TensorFlow work each; ``# %%`` begins a cell, the last one calls the function."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Specimen:
    """A notebook, and the call in it that is measured."""

    title: str
    call: str
    text: str

    @property
    def function(self) -> str:
        """Return the name of the function that is called."""
        return self.call.partition("(")[0]

    @property
    def cells(self) -> list[str]:
        """Return the text of each cell."""
        return [cell.strip("\n") + "\n" for cell in self.text.split("# %%\n") if cell.strip()]


PURE_MATH = """
# %%
import tensorflow as tf
# %%
def squash(x):
    for _ in range(10):
        x = tf.tanh(x) * 0.5 + tf.sin(x) * tf.cos(x)
    return x
# %%
x = tf.random.normal([1000])
# %%
y = squash(x)
print(y.shape)
"""

MLP_STEP = """
# %%
import keras
import tensorflow as tf
# %%
model = keras.Sequential([
    keras.layers.Input([20]),
    keras.layers.Dense(64, activation="relu"),
    keras.layers.Dense(64, activation="relu"),
    keras.layers.Dense(10),
])
optimizer = keras.optimizers.Adam(1e-3)
loss_fn = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
# %%
def train_step(x, y):
    with tf.GradientTape() as tape:
        loss = loss_fn(y, model(x, training=True))
    grads = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(grads, model.trainable_variables))
    return loss
# %%
x = tf.random.normal([32, 20])
y = tf.random.uniform([32], 0, 10, tf.int32)
# %%
loss = train_step(x, y)
"""

GAN_STEP = """
# %%
import keras
import tensorflow as tf
# %%
generator = keras.Sequential([
    keras.layers.Input([16]),
    keras.layers.Dense(64, activation="relu"),
    keras.layers.Dense(64, activation="relu"),
    keras.layers.Dense(32),
])
discriminator = keras.Sequential([
    keras.layers.Input([32]),
    keras.layers.Dense(64),
    keras.layers.LeakyReLU(),
    keras.layers.Dropout(0.3),
    keras.layers.Dense(1),
])
g_optimizer = keras.optimizers.Adam(1e-4)
d_optimizer = keras.optimizers.Adam(1e-4)
cross_entropy = keras.losses.BinaryCrossentropy(from_logits=True)
# %%
def gan_step(images):
    noise = tf.random.normal([64, 16])
    with tf.GradientTape() as g_tape, tf.GradientTape() as d_tape:
        generated = generator(noise, training=True)
        real = discriminator(images, training=True)
        fake = discriminator(generated, training=True)
        g_loss = cross_entropy(tf.ones_like(fake), fake)
        d_loss = cross_entropy(tf.ones_like(real), real) + cross_entropy(tf.zeros_like(fake), fake)
    g_grads = g_tape.gradient(g_loss, generator.trainable_variables)
    d_grads = d_tape.gradient(d_loss, discriminator.trainable_variables)
    g_optimizer.apply_gradients(zip(g_grads, generator.trainable_variables))
    d_optimizer.apply_gradients(zip(d_grads, discriminator.trainable_variables))
    return g_loss, d_loss
# %%
images = tf.random.normal([64, 32])
# %%
losses = gan_step(images)
"""

RNN = """
# %%
import tensorflow as tf
# %%
w = tf.Variable(tf.random.normal([64, 64], stddev=0.1))
u = tf.Variable(tf.random.normal([32, 64], stddev=0.1))
b = tf.Variable(tf.zeros([64]))
# %%
def unroll(sequence):
    state = tf.zeros([16, 64])
    for t in tf.range(20):
        state = tf.tanh(tf.matmul(state, w) + tf.matmul(sequence[t], u) + b)
    return state
# %%
sequence = tf.random.normal([20, 16, 32])
# %%
state = unroll(sequence)
"""

CONVOLUTION = """
# %%
import tensorflow as tf
# %%
k1 = tf.Variable(tf.random.normal([3, 3, 3, 16], stddev=0.1))
k2 = tf.Variable(tf.random.normal([3, 3, 16, 32], stddev=0.1))
dense = tf.Variable(tf.random.normal([32, 10], stddev=0.1))
# %%
def forward(images):
    x = tf.nn.relu(tf.nn.conv2d(images, k1, 1, "SAME"))
    x = tf.nn.max_pool2d(x, 2, 2, "SAME")
    x = tf.nn.relu(tf.nn.conv2d(x, k2, 1, "SAME"))
    x = tf.nn.max_pool2d(x, 2, 2, "SAME")
    x = (x - tf.reduce_mean(x)) / (tf.math.reduce_std(x) + 1e-5)
    x = tf.reduce_mean(x, axis=[1, 2])
    return tf.nn.softmax(tf.matmul(x, dense))
# %%
images = tf.random.normal([16, 32, 32, 3])
# %%
probabilities = forward(images)
"""

FOCAL_LOSS = """
# %%
import tensorflow as tf
# %%
def focal_loss(y_true, y_pred):
    y_pred = tf.clip_by_value(y_pred, 1e-7, 1.0 - 1e-7)
    p = tf.where(y_true > 0.5, y_pred, 1.0 - y_pred)
    alpha = tf.where(y_true > 0.5, 0.25, 0.75)
    return tf.reduce_mean(-alpha * tf.pow(1.0 - p, 2.0) * tf.math.log(p))
# %%
y_true = tf.cast(tf.random.uniform([256]) > 0.5, tf.float32)
y_pred = tf.random.uniform([256])
# %%
loss = focal_loss(y_true, y_pred)
"""

POWER_ITERATION = """
# %%
import tensorflow as tf
# %%
def power_iteration(matrix):
    v = tf.ones([64, 1])
    for _ in tf.range(50):
        v = tf.matmul(matrix, v)
        v = v / tf.norm(v)
    return tf.reduce_sum(v * tf.matmul(matrix, v))
# %%
a = tf.random.normal([64, 64])
matrix = tf.matmul(a, a, transpose_b=True)
# %%
value = power_iteration(matrix)
"""

ATTENTION = """
# %%
import tensorflow as tf
# %%
def attention(q, k, v):
    scores = tf.matmul(q, k, transpose_b=True)
    scores = scores / tf.sqrt(tf.cast(tf.shape(k)[-1], tf.float32))
    return tf.matmul(tf.nn.softmax(scores), v)
# %%
q = tf.random.normal([8, 4, 64, 32])
k = tf.random.normal([8, 4, 64, 32])
v = tf.random.normal([8, 4, 64, 32])
# %%
out = attention(q, k, v)
"""

SPECIMENS = (
    Specimen("pure math 10x5 ops [1000]", "squash(x)", PURE_MATH),
    Specimen("MLP train step, Keras, Adam, b32", "train_step(x, y)", MLP_STEP),
    Specimen("GAN step, b64, two Adams", "gan_step(images)", GAN_STEP),
    Specimen("RNN, tf.range, T=20", "unroll(sequence)", RNN),
    Specimen("conv forward, b16 32x32", "forward(images)", CONVOLUTION),
    Specimen("focal loss [256]", "focal_loss(y_true, y_pred)", FOCAL_LOSS),
    Specimen("power iteration 50x(64x64)", "power_iteration(matrix)", POWER_ITERATION),
    Specimen("attention 8x4x64x32", "attention(q, k, v)", ATTENTION),
)
