"""Ten more programs for predicted gains, written after the cost model was finished: nothing was chosen by them."""

from __future__ import annotations

from typing import Final

from gain_sample import Sample, parsed


def fresh_samples() -> tuple[Sample, ...]:
    """Return all programs, in order."""
    return parsed(_PROGRAMS)


_PROGRAMS: Final = """
# -- kalman-filter: update(state, covariance, seen)
transition = tf.constant([[1.0, 0.1], [0.0, 1.0]])
observation = tf.constant([[1.0, 0.0]])
drift, noise = 0.01 * tf.eye(2), 0.1 * tf.eye(1)
state, covariance, seen = tf.zeros([2, 1]), tf.eye(2), tf.ones([1, 1])


def update(state, covariance, seen):
    state = tf.matmul(transition, state)
    covariance = tf.matmul(transition, tf.matmul(covariance, transition, transpose_b=True)) + drift
    innovation = seen - tf.matmul(observation, state)
    spread = tf.matmul(observation, tf.matmul(covariance, observation, transpose_b=True)) + noise
    gain = tf.matmul(tf.matmul(covariance, observation, transpose_b=True), tf.linalg.inv(spread))
    return state + tf.matmul(gain, innovation), tf.matmul(tf.eye(2) - tf.matmul(gain, observation), covariance)

# -- huber-regression: step(x, y)
weights, bias = tf.Variable(tf.zeros([12, 1])), tf.Variable(tf.zeros([1]))
x, y = tf.random.normal([64, 12]), tf.random.normal([64, 1])


def step(x, y):
    with tf.GradientTape() as tape:
        error = tf.abs(tf.matmul(x, weights) + bias - y)
        loss = tf.reduce_mean(tf.where(error < 1.0, 0.5 * error ** 2, error - 0.5))
    for variable, gradient in zip([weights, bias], tape.gradient(loss, [weights, bias])):
        variable.assign_sub(0.01 * gradient)
    return loss

# -- gru-by-hand: run(sequence)
inner, outer = tf.random.normal([16, 48], stddev=0.1), tf.random.normal([8, 48], stddev=0.1)
sequence = tf.random.normal([4, 12, 8])


def run(sequence):
    state = tf.zeros([4, 16])
    for t in range(12):
        given = tf.split(tf.matmul(sequence[:, t], outer), 3, axis=1)
        kept = tf.split(tf.matmul(state, inner), 3, axis=1)
        reset, update = tf.sigmoid(given[0] + kept[0]), tf.sigmoid(given[1] + kept[1])
        state = update * state + (1.0 - update) * tf.tanh(given[2] + reset * kept[2])
    return state

# -- spectrum: loudness(audio)
audio = tf.random.normal([4, 4000])


def loudness(audio):
    frames = tf.signal.stft(audio, frame_length=256, frame_step=128)
    power = tf.square(tf.abs(frames))
    return tf.reduce_mean(tf.math.log(power + 1e-6), axis=1)

# -- retrieval: nearest(queries, index)
queries, index = tf.random.normal([16, 32]), tf.random.normal([500, 32])


def nearest(queries, index):
    scores = tf.matmul(tf.math.l2_normalize(queries, axis=1), tf.math.l2_normalize(index, axis=1), transpose_b=True)
    best = tf.math.top_k(scores, k=5)
    return tf.gather(index, best.indices), best.values

# -- sinkhorn: transport(costs)
costs = tf.random.uniform([20, 20])


def transport(costs):
    potential = -costs / 0.1
    for _ in range(20):
        potential -= tf.reduce_logsumexp(potential, axis=0, keepdims=True)
        potential -= tf.reduce_logsumexp(potential, axis=1, keepdims=True)
    return tf.exp(potential)

# -- normalized-step: fit_batch(x, y)
network = keras.Sequential([
    keras.layers.Input([16]), keras.layers.Dense(32, activation="gelu"), keras.layers.LayerNormalization(),
    keras.layers.Dropout(0.1), keras.layers.Dense(3),
])
objective = keras.losses.CategoricalCrossentropy(from_logits=True)
descent = keras.optimizers.SGD(0.01, momentum=0.9)
x, y = tf.random.normal([32, 16]), tf.one_hot(tf.range(32) % 3, 3)


def fit_batch(x, y):
    with tf.GradientTape() as tape:
        loss = objective(y, network(x, training=True))
    gradients = tape.gradient(loss, network.trainable_variables)
    descent.apply_gradients(zip(gradients, network.trainable_variables))
    return loss

# -- moving-average: follow(rate)
fast = [tf.Variable(tf.random.normal([10, 10])) for _ in range(8)]
slow = [tf.Variable(tf.zeros([10, 10])) for _ in range(8)]
rate = tf.constant(0.99)


def follow(rate):
    for leader, follower in zip(fast, slow):
        follower.assign(rate * follower + (1.0 - rate) * leader)

# -- mandelbrot: escape(plane)
plane = tf.complex(tf.random.uniform([60, 80], -2.0, 1.0), tf.random.uniform([60, 80], -1.0, 1.0))


def escape(plane):
    z, steps = tf.zeros_like(plane), tf.zeros([60, 80])
    for _ in range(30):
        z = z * z + plane
        inside = tf.abs(z) < 2.0
        z = tf.where(inside, z, tf.zeros_like(z))
        steps += tf.cast(inside, tf.float32)
    return steps

# -- box-overlap: overlap(first, second)
first, second = tf.random.uniform([30, 4]), tf.random.uniform([40, 4])


def overlap(first, second):
    low = tf.maximum(first[:, None, :2], second[None, :, :2])
    high = tf.minimum(first[:, None, 2:], second[None, :, 2:])
    both = tf.reduce_prod(tf.maximum(high - low, 0.0), axis=-1)
    one = tf.reduce_prod(first[:, 2:] - first[:, :2], axis=-1)[:, None]
    other = tf.reduce_prod(second[:, 2:] - second[:, :2], axis=-1)[None]
    return both / (one + other - both + 1e-9)
"""
