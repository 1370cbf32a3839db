# observed: same
# function: gradient_ascent_step
import tensorflow as tf
import numpy as np

base = tf.keras.Sequential([tf.keras.Input((8, 8, 3)), tf.keras.layers.Conv2D(4, 3, activation='relu')])
def calc_loss(img, model):
    img_batch = tf.expand_dims(img, axis=0)
    layer_activations = model(img_batch)
    if len(layer_activations) == 1:
        layer_activations = [layer_activations]
    losses = []
    for act in layer_activations:
        loss = tf.math.reduce_mean(act)
        losses.append(loss)
    return tf.reduce_sum(losses)
def gradient_ascent_step(img, step_size):
    with tf.GradientTape() as tape:
        tape.watch(img)
        loss = calc_loss(img, base)
    gradients = tape.gradient(loss, img)
    gradients /= tf.math.reduce_std(gradients) + 1e-8
    img = img + gradients * step_size
    img = tf.clip_by_value(img, -1, 1)
    return loss, img
img = tf.constant(np.random.RandomState(0).rand(8, 8, 3).astype('float32'))
RESULT = []
for _ in range(3):
    loss, img = gradient_ascent_step(img, tf.constant(0.01))
    RESULT.append(loss)
