"""Thirty-two small programs of many kinds, whose predicted gains are compared with those measured.

No constant was fitted to them, but they are no blind test: the model was written with them at hand.
"""

from __future__ import annotations

from typing import Final

from gain_sample import Sample, parsed


def samples() -> tuple[Sample, ...]:
    """Return all programs, in order."""
    return parsed(_PROGRAMS)


_PROGRAMS: Final = """
# -- two-layer-module: step(x, y)
w1 = tf.Variable(tf.random.normal([20, 32], stddev=0.1))
b1 = tf.Variable(tf.zeros([32]))
w2 = tf.Variable(tf.random.normal([32, 1], stddev=0.1))
b2 = tf.Variable(tf.zeros([1]))
x, y = tf.random.normal([64, 20]), tf.random.normal([64, 1])


def step(x, y):
    with tf.GradientTape() as tape:
        hidden = tf.nn.relu(tf.matmul(x, w1) + b1)
        loss = tf.reduce_mean(tf.square(tf.matmul(hidden, w2) + b2 - y))
    gradients = tape.gradient(loss, [w1, b1, w2, b2])
    for variable, gradient in zip([w1, b1, w2, b2], gradients):
        variable.assign_sub(0.01 * gradient)
    return loss

# -- logistic-regression: step(x, y)
w, b = tf.Variable(tf.zeros([30, 1])), tf.Variable(tf.zeros([1]))
x, y = tf.random.normal([128, 30]), tf.cast(tf.random.uniform([128, 1]) > 0.5, tf.float32)


def step(x, y):
    with tf.GradientTape() as tape:
        logits = tf.matmul(x, w) + b
        loss = tf.reduce_mean(tf.nn.sigmoid_cross_entropy_with_logits(labels=y, logits=logits))
    dw, db = tape.gradient(loss, [w, b])
    w.assign_sub(0.1 * dw)
    b.assign_sub(0.1 * db)
    return loss

# -- cnn-train-step: train_step(images, labels)
model = keras.Sequential([
    keras.layers.Conv2D(8, 3, activation="relu"),
    keras.layers.MaxPooling2D(),
    keras.layers.Conv2D(16, 3, activation="relu"),
    keras.layers.Flatten(),
    keras.layers.Dense(10),
])
optimizer = keras.optimizers.SGD(0.01)
loss_object = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
images, labels = tf.random.uniform([16, 16, 16, 3]), tf.zeros([16], tf.int64)


def train_step(images, labels):
    with tf.GradientTape() as tape:
        loss = loss_object(labels, model(images, training=True))
    gradients = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(gradients, model.trainable_variables))
    return loss

# -- lstm-classifier: predict(tokens)
model = keras.Sequential([keras.layers.Embedding(100, 16), keras.layers.LSTM(16), keras.layers.Dense(2)])
tokens = tf.random.uniform([8, 12], maxval=100, dtype=tf.int32)


def predict(tokens):
    return tf.nn.softmax(model(tokens, training=False))

# -- autoencoder-step: train(batch)
encoder = keras.Sequential([keras.layers.Dense(32, activation="relu"), keras.layers.Dense(8)])
decoder = keras.Sequential([keras.layers.Dense(32, activation="relu"), keras.layers.Dense(64)])
optimizer = keras.optimizers.RMSprop(1e-3)
batch = tf.random.normal([32, 64])


def train(batch):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(decoder(encoder(batch)) - batch))
    weights = encoder.trainable_variables + decoder.trainable_variables
    optimizer.apply_gradients(zip(tape.gradient(loss, weights), weights))
    return loss

# -- vae-loss: elbo(mean, log_variance, x, reconstructed)
mean, log_variance = tf.random.normal([64, 8]), tf.random.normal([64, 8])
x, reconstructed = tf.random.uniform([64, 100]), tf.random.uniform([64, 100])


def elbo(mean, log_variance, x, reconstructed):
    z = mean + tf.exp(0.5 * log_variance) * tf.random.normal([64, 8])
    divergence = -0.5 * tf.reduce_sum(1.0 + log_variance - tf.square(mean) - tf.exp(log_variance), axis=1)
    likelihood = tf.reduce_sum(tf.square(x - reconstructed), axis=1)
    return tf.reduce_mean(likelihood + divergence) + 0.0 * tf.reduce_sum(z)

# -- contrastive-loss: contrastive(first, second)
first, second = tf.random.normal([32, 16]), tf.random.normal([32, 16])


def contrastive(first, second):
    first, second = tf.math.l2_normalize(first, axis=1), tf.math.l2_normalize(second, axis=1)
    similarity = tf.matmul(first, second, transpose_b=True) / 0.1
    targets = tf.range(32)
    one = tf.nn.sparse_softmax_cross_entropy_with_logits(labels=targets, logits=similarity)
    other = tf.nn.sparse_softmax_cross_entropy_with_logits(labels=targets, logits=tf.transpose(similarity))
    return tf.reduce_mean(one + other) / 2.0

# -- dice-loss: dice(truth, predicted)
truth = tf.cast(tf.random.uniform([4, 64, 64]) > 0.5, tf.float32)
predicted = tf.random.uniform([4, 64, 64])


def dice(truth, predicted):
    overlap = tf.reduce_sum(truth * predicted)
    total = tf.reduce_sum(truth) + tf.reduce_sum(predicted)
    return 1.0 - (2.0 * overlap + 1.0) / (total + 1.0)

# -- triplet-loss: triplet(anchor, positive, negative)
anchor, positive, negative = (tf.random.normal([64, 32]) for _ in range(3))


def triplet(anchor, positive, negative):
    near = tf.reduce_sum(tf.square(anchor - positive), axis=1)
    far = tf.reduce_sum(tf.square(anchor - negative), axis=1)
    return tf.reduce_mean(tf.maximum(near - far + 0.2, 0.0))

# -- dqn-step: learn(states, actions, rewards, following)
online = keras.Sequential([keras.layers.Dense(24, activation="relu"), keras.layers.Dense(2)])
target = keras.Sequential([keras.layers.Dense(24, activation="relu"), keras.layers.Dense(2)])
optimizer = keras.optimizers.Adam(1e-3)
states, following = tf.random.normal([32, 4]), tf.random.normal([32, 4])
actions, rewards = tf.zeros([32], tf.int32), tf.ones([32])


def learn(states, actions, rewards, following):
    wanted = rewards + 0.99 * tf.reduce_max(target(following), axis=1)
    with tf.GradientTape() as tape:
        chosen = tf.reduce_sum(online(states) * tf.one_hot(actions, 2), axis=1)
        loss = tf.reduce_mean(tf.square(wanted - chosen))
    gradients = tape.gradient(loss, online.trainable_variables)
    optimizer.apply_gradients(zip(gradients, online.trainable_variables))
    return loss

# -- discounted-returns: returns(rewards)
rewards = tf.random.uniform([60])


def returns(rewards):
    total = tf.constant(0.0)
    collected = tf.TensorArray(tf.float32, size=60)
    for i in tf.range(60):
        total = rewards[59 - i] + 0.99 * total
        collected = collected.write(59 - i, total)
    return collected.stack()

# -- gae: advantages(rewards, values)
rewards, values = tf.random.uniform([8, 32]), tf.random.uniform([8, 33])


def advantages(rewards, values):
    running = tf.zeros([8])
    total = tf.zeros([8])
    for t in range(31, -1, -1):
        delta = rewards[:, t] + 0.99 * values[:, t + 1] - values[:, t]
        running = delta + 0.95 * 0.99 * running
        total += running
    return total / 32.0

# -- ppo-loss: clipped(logits, actions, old, advantage)
logits, actions = tf.random.normal([64, 4]), tf.random.uniform([64], maxval=4, dtype=tf.int32)
old, advantage = -tf.random.uniform([64]), tf.random.normal([64])


def clipped(logits, actions, old, advantage):
    log_probabilities = tf.nn.log_softmax(logits)
    now = tf.reduce_sum(log_probabilities * tf.one_hot(actions, 4), axis=1)
    ratio = tf.exp(now - old)
    surrogate = tf.minimum(ratio * advantage, tf.clip_by_value(ratio, 0.8, 1.2) * advantage)
    entropy = -tf.reduce_sum(tf.exp(log_probabilities) * log_probabilities, axis=1)
    return -tf.reduce_mean(surrogate) - 0.01 * tf.reduce_mean(entropy)

# -- augmentation: augment(image)
image = tf.random.uniform([48, 48, 3])


def augment(image):
    image = tf.image.random_flip_left_right(image)
    image = tf.image.random_brightness(image, 0.2)
    image = tf.image.random_contrast(image, 0.8, 1.2)
    image = tf.image.random_crop(tf.image.resize(image, [56, 56]), [48, 48, 3])
    return tf.clip_by_value(image, 0.0, 1.0)

# -- mixup: mixup(images, labels)
images, labels = tf.random.uniform([32, 28, 28, 1]), tf.one_hot(tf.zeros([32], tf.int32), 10)


def mixup(images, labels):
    weight = tf.random.uniform([32, 1], 0.6, 1.0)
    order = tf.random.shuffle(tf.range(32))
    wide = tf.reshape(weight, [32, 1, 1, 1])
    mixed = wide * images + (1.0 - wide) * tf.gather(images, order)
    return mixed, weight * labels + (1.0 - weight) * tf.gather(labels, order)

# -- standardize: standardize(batch)
batch = tf.random.normal([32, 20])


def standardize(batch):
    return (batch - tf.reduce_mean(batch, axis=0)) / (tf.math.reduce_std(batch, axis=0) + 1e-6)

# -- scale-only: scale(batch)
batch = tf.random.uniform([32, 20])


def scale(batch):
    return batch * 2.0 - 1.0

# -- nucleus-sampling: sample(logits)
logits = tf.random.normal([4, 200])


def sample(logits):
    values, places = tf.math.top_k(logits / 0.7, k=20)
    kept = tf.cumsum(tf.nn.softmax(values), axis=-1) < 0.9
    masked = tf.where(kept, values, -1e9 * tf.ones_like(values))
    chosen = tf.random.categorical(masked, 1, dtype=tf.int32)
    return tf.gather(places, chosen, batch_dims=1)

# -- metropolis: sample(state)
state = tf.zeros([16])


def sample(state):
    for _ in tf.range(25):
        proposal = state + 0.5 * tf.random.normal([16])
        ratio = tf.exp(0.5 * (tf.square(state) - tf.square(proposal)))
        state = tf.where(tf.random.uniform([16]) < ratio, proposal, state)
    return state

# -- leapfrog: leapfrog(position, momentum)
position, momentum = tf.random.normal([10]), tf.random.normal([10])


def leapfrog(position, momentum):
    for _ in range(10):
        with tf.GradientTape() as tape:
            tape.watch(position)
            energy = tf.reduce_sum(tf.square(position)) / 2.0 + tf.reduce_sum(tf.cos(position))
        momentum = momentum - 0.1 * tape.gradient(energy, position)
        position = position + 0.1 * momentum
    return position, momentum

# -- springs: simulate(position, velocity)
position, velocity = tf.random.normal([20, 2]), tf.zeros([20, 2])


def simulate(position, velocity):
    for _ in range(30):
        stretch = position[1:] - position[:-1]
        force = tf.pad(stretch, [[0, 1], [0, 0]]) - tf.pad(stretch, [[1, 0], [0, 0]])
        velocity = 0.99 * velocity + 0.01 * force
        position = position + 0.01 * velocity
    return position

# -- heat-equation: diffuse(field)
field = tf.random.uniform([64, 64])


def diffuse(field):
    for _ in range(20):
        around = tf.roll(field, 1, 0) + tf.roll(field, -1, 0) + tf.roll(field, 1, 1) + tf.roll(field, -1, 1)
        field = field + 0.1 * (around - 4.0 * field)
    return field

# -- n-body: step(position, velocity)
position, velocity = tf.random.normal([32, 3]), tf.zeros([32, 3])


def step(position, velocity):
    offset = position[None, :, :] - position[:, None, :]
    distance = tf.reduce_sum(tf.square(offset), axis=-1) + 0.01
    acceleration = tf.reduce_sum(offset / tf.pow(distance, 1.5)[:, :, None], axis=1)
    velocity = velocity + 0.01 * acceleration
    return position + 0.01 * velocity, velocity

# -- k-means: iterate(points, centres)
points, centres = tf.random.normal([300, 2]), tf.random.normal([5, 2])


def iterate(points, centres):
    distances = tf.reduce_sum(tf.square(points[:, None, :] - centres[None, :, :]), axis=2)
    nearest = tf.argmin(distances, axis=1)
    sums = tf.math.unsorted_segment_sum(points, nearest, 5)
    counts = tf.math.unsorted_segment_sum(tf.ones([300]), nearest, 5)
    return sums / tf.maximum(counts, 1.0)[:, None]

# -- f1-score: f1(truth, predicted)
truth, predicted = (tf.cast(tf.random.uniform([500]) > 0.5, tf.float32) for _ in range(2))


def f1(truth, predicted):
    hits = tf.reduce_sum(truth * predicted)
    precision = hits / (tf.reduce_sum(predicted) + 1e-7)
    recall = hits / (tf.reduce_sum(truth) + 1e-7)
    return 2.0 * precision * recall / (precision + recall + 1e-7)

# -- evaluation-step: evaluate(x, y)
model = keras.Sequential([keras.layers.Dense(32, activation="relu"), keras.layers.Dense(5)])
accuracy = keras.metrics.SparseCategoricalAccuracy()
average = keras.metrics.Mean()
x, y = tf.random.normal([64, 12]), tf.zeros([64], tf.int64)


def evaluate(x, y):
    logits = model(x, training=False)
    loss = keras.losses.sparse_categorical_crossentropy(y, logits, from_logits=True)
    accuracy.update_state(y, logits)
    average.update_state(loss)

# -- transformer-block: block(x)
attention = keras.layers.MultiHeadAttention(2, 16)
first, second = keras.layers.LayerNormalization(), keras.layers.LayerNormalization()
wide, narrow = keras.layers.Dense(64, activation="gelu"), keras.layers.Dense(32)
x = tf.random.normal([4, 20, 32])


def block(x):
    x = first(x + attention(x, x))
    return second(x + narrow(wide(x)))

# -- linear-attention: attend(q, k, v)
q, k, v = (tf.random.normal([4, 128, 32]) for _ in range(3))


def attend(q, k, v):
    q, k = tf.nn.elu(q) + 1.0, tf.nn.elu(k) + 1.0
    state = tf.einsum("bnd,bne->bde", k, v)
    norm = 1.0 / tf.einsum("bnd,bd->bn", q, tf.reduce_sum(k, axis=1))
    return tf.einsum("bnd,bde,bn->bne", q, state, norm)

# -- large-matmul: product(a, b)
a, b = tf.random.normal([700, 700]), tf.random.normal([700, 700])


def product(a, b):
    return tf.matmul(a, b)

# -- large-elementwise: transform(x)
x = tf.random.uniform([2000000])


def transform(x):
    return tf.sqrt(tf.abs(x * 3.0 - 1.0)) + tf.square(x) * 0.5

# -- gradient-penalty: penalty(real, fake)
critic = keras.Sequential([keras.layers.Dense(32, activation="relu"), keras.layers.Dense(1)])
real, fake = tf.random.normal([32, 10]), tf.random.normal([32, 10])


def penalty(real, fake):
    mixed = real + tf.random.uniform([32, 1]) * (fake - real)
    with tf.GradientTape() as tape:
        tape.watch(mixed)
        score = critic(mixed)
    slopes = tf.sqrt(tf.reduce_sum(tf.square(tape.gradient(score, mixed)), axis=1) + 1e-12)
    return tf.reduce_mean(tf.square(slopes - 1.0))

# -- warmup-rate: rate(step)
step = tf.constant(100.0)


def rate(step):
    return tf.math.rsqrt(128.0) * tf.minimum(tf.math.rsqrt(step), step * 4000.0 ** -1.5)
"""
