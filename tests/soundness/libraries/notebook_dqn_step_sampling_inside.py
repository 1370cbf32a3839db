# observed: raises
# function: training_step
import tensorflow as tf
import numpy as np

n_outputs, batch_size, discount_rate = 2, 8, 0.95
model = tf.keras.Sequential([tf.keras.Input([4]), tf.keras.layers.Dense(8, activation='elu'), tf.keras.layers.Dense(n_outputs)])
optimizer = tf.keras.optimizers.Adam(learning_rate=1e-2)
replay_buffer = []
rs = np.random.RandomState(0)
for i in range(32):
    replay_buffer.append((rs.rand(4), rs.randint(2), rs.rand(), rs.rand(4), rs.rand() > .9))
def sample_experiences(batch_size):
    indices = np.random.randint(len(replay_buffer), size=batch_size)
    batch = [replay_buffer[index] for index in indices]
    return [np.array([experience[field_index] for experience in batch]) for field_index in range(5)]
def training_step(batch_size):
    states, actions, rewards, next_states, dones = sample_experiences(batch_size)
    next_Q_values = model.predict(next_states, verbose=0)
    target_Q_values = rewards + (1 - dones) * discount_rate * np.max(next_Q_values, axis=1)
    mask = tf.one_hot(actions, n_outputs)
    with tf.GradientTape() as tape:
        Q_values = tf.reduce_sum(model(states) * mask, axis=1, keepdims=True)
        loss = tf.reduce_mean(tf.square(target_Q_values.reshape(-1, 1) - Q_values))
    grads = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(grads, model.trainable_variables))
    return loss
RESULT = [training_step(batch_size) for _ in range(3)]
