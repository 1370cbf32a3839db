# observed: same
# function: gradient_penalty
import tensorflow as tf

disc = tf.keras.Sequential([tf.keras.Input((4,)), tf.keras.layers.Dense(8, activation='relu'), tf.keras.layers.Dense(1)])
gen = tf.random.Generator.from_seed(1)
def gradient_penalty(batch_size, real_images, fake_images):
    alpha = gen.normal([batch_size, 1], 0.0, 1.0)
    diff = fake_images - real_images
    interpolated = real_images + alpha * diff
    with tf.GradientTape() as gp_tape:
        gp_tape.watch(interpolated)
        pred = disc(interpolated, training=True)
    grads = gp_tape.gradient(pred, [interpolated])[0]
    norm = tf.sqrt(tf.reduce_sum(tf.square(grads), axis=[1]))
    return tf.reduce_mean((norm - 1.0) ** 2)
RESULT = [gradient_penalty(2, tf.ones([2, 4]), tf.zeros([2, 4])), gradient_penalty(2, tf.ones([2, 4]), tf.zeros([2, 4]) + 2.)]
