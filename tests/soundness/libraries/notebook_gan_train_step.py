# observed: same
# function: train_step
import tensorflow as tf
import numpy as np

noise_dim, BATCH_SIZE = 4, 8
def make_generator_model():
    model = tf.keras.Sequential()
    model.add(tf.keras.Input((noise_dim,)))
    model.add(tf.keras.layers.Dense(16, use_bias=False))
    model.add(tf.keras.layers.BatchNormalization())
    model.add(tf.keras.layers.LeakyReLU())
    model.add(tf.keras.layers.Dense(6, activation='tanh'))
    return model
def make_discriminator_model():
    model = tf.keras.Sequential()
    model.add(tf.keras.layers.Input(shape=(6,)))
    model.add(tf.keras.layers.Dense(16))
    model.add(tf.keras.layers.LeakyReLU())
    model.add(tf.keras.layers.Dropout(0.3, seed=3))
    model.add(tf.keras.layers.Dense(1))
    return model
generator = make_generator_model()
discriminator = make_discriminator_model()
cross_entropy = tf.keras.losses.BinaryCrossentropy(from_logits=True)
def discriminator_loss(real_output, fake_output):
    real_loss = cross_entropy(tf.ones_like(real_output), real_output)
    fake_loss = cross_entropy(tf.zeros_like(fake_output), fake_output)
    total_loss = real_loss + fake_loss
    return total_loss
def generator_loss(fake_output):
    return cross_entropy(tf.ones_like(fake_output), fake_output)
generator_optimizer = tf.keras.optimizers.Adam(1e-4)
discriminator_optimizer = tf.keras.optimizers.Adam(1e-4)
rng = tf.random.Generator.from_seed(3)
def train_step(images):
    noise = rng.normal([BATCH_SIZE, noise_dim])
    with tf.GradientTape() as gen_tape, tf.GradientTape() as disc_tape:
        generated_images = generator(noise, training=True)
        real_output = discriminator(images, training=True)
        fake_output = discriminator(generated_images, training=True)
        gen_loss = generator_loss(fake_output)
        disc_loss = discriminator_loss(real_output, fake_output)
    gradients_of_generator = gen_tape.gradient(gen_loss, generator.trainable_variables)
    gradients_of_discriminator = disc_tape.gradient(disc_loss, discriminator.trainable_variables)
    generator_optimizer.apply_gradients(zip(gradients_of_generator, generator.trainable_variables))
    discriminator_optimizer.apply_gradients(zip(gradients_of_discriminator, discriminator.trainable_variables))
    return gen_loss, disc_loss
train_images = np.random.RandomState(0).rand(24, 6).astype('float32')
train_dataset = tf.data.Dataset.from_tensor_slices(train_images).batch(BATCH_SIZE)
def train(dataset, epochs):
    out = []
    for epoch in range(epochs):
        for image_batch in dataset:
            out.append(train_step(image_batch))
    return out
RESULT = train(train_dataset, 2)
