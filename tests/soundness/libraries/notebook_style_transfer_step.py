# observed: same
# function: train_step
import tensorflow as tf
import numpy as np

content = tf.constant(np.random.RandomState(0).rand(1, 8, 8, 3).astype('float32'))
inp = tf.keras.Input((8, 8, 3))
h1 = tf.keras.layers.Conv2D(4, 3, padding='same', activation='relu', name='c1')(inp)
h2 = tf.keras.layers.Conv2D(4, 3, padding='same', activation='relu', name='c2')(h1)
extractor = tf.keras.Model(inp, [h1, h2])
def gram_matrix(input_tensor):
    result = tf.linalg.einsum('bijc,bijd->bcd', input_tensor, input_tensor)
    input_shape = tf.shape(input_tensor)
    num_locations = tf.cast(input_shape[1] * input_shape[2], tf.float32)
    return result / num_locations
style_targets = [gram_matrix(o) for o in extractor(content * 0.5)]
content_target = extractor(content)[1]
image = tf.Variable(content)
def clip_0_1(image):
    return tf.clip_by_value(image, clip_value_min=0.0, clip_value_max=1.0)
opt = tf.keras.optimizers.Adam(learning_rate=0.02, beta_1=0.99, epsilon=1e-1)
style_weight, content_weight, total_variation_weight = 1e-2, 1e4, 30
def style_content_loss(outputs):
    style_loss = tf.add_n([tf.reduce_mean((gram_matrix(o) - t) ** 2) for o, t in zip(outputs, style_targets)])
    style_loss *= style_weight / len(style_targets)
    content_loss = tf.reduce_mean((outputs[1] - content_target) ** 2)
    return style_loss + content_loss * content_weight
def train_step(image):
    with tf.GradientTape() as tape:
        outputs = extractor(image)
        loss = style_content_loss(outputs)
        loss += total_variation_weight * tf.image.total_variation(image)
    grad = tape.gradient(loss, image)
    opt.apply_gradients([(grad, image)])
    image.assign(clip_0_1(image))
for _ in range(3):
    train_step(image)
RESULT = image
