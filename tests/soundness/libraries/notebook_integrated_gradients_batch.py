# observed: same
# function: one_batch
import tensorflow as tf
import numpy as np

model = tf.keras.Sequential([tf.keras.Input((4, 4, 1)), tf.keras.layers.Flatten(), tf.keras.layers.Dense(3)])
def interpolate_images(baseline, image, alphas):
    alphas_x = alphas[:, tf.newaxis, tf.newaxis, tf.newaxis]
    baseline_x = tf.expand_dims(baseline, axis=0)
    input_x = tf.expand_dims(image, axis=0)
    delta = input_x - baseline_x
    return baseline_x + alphas_x * delta
def compute_gradients(images, target_class_idx):
    with tf.GradientTape() as tape:
        tape.watch(images)
        logits = model(images)
        probs = tf.nn.softmax(logits, axis=-1)[:, target_class_idx]
    return tape.gradient(probs, images)
def one_batch(baseline, image, alpha_batch, target_class_idx):
    interpolated_path_input_batch = interpolate_images(baseline=baseline, image=image, alphas=alpha_batch)
    gradient_batch = compute_gradients(images=interpolated_path_input_batch, target_class_idx=target_class_idx)
    return gradient_batch
def integrated_gradients(baseline, image, target_class_idx, m_steps=6, batch_size=3):
    alphas = tf.linspace(start=0.0, stop=1.0, num=m_steps + 1)
    gradient_batches = []
    for alpha in tf.range(0, len(alphas), batch_size):
        from_ = alpha
        to = tf.minimum(from_ + batch_size, len(alphas))
        alpha_batch = alphas[from_:to]
        gradient_batches.append(one_batch(baseline, image, alpha_batch, target_class_idx))
    total = tf.concat(gradient_batches, axis=0)
    grads = (total[:-1] + total[1:]) / tf.constant(2.0)
    return (image - baseline) * tf.math.reduce_mean(grads, axis=0)
image = tf.constant(np.random.RandomState(0).rand(4, 4, 1).astype('float32'))
RESULT = integrated_gradients(tf.zeros([4, 4, 1]), image, 1)
