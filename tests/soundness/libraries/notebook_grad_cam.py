# observed: same
# function: make_heatmap
import tensorflow as tf
import numpy as np

inp = tf.keras.Input((8, 8, 3))
c = tf.keras.layers.Conv2D(4, 3, activation='relu', name='last_conv')(inp)
g = tf.keras.layers.GlobalAveragePooling2D()(c)
out = tf.keras.layers.Dense(3)(g)
model = tf.keras.Model(inp, out)
grad_model = tf.keras.models.Model(model.inputs, [model.get_layer('last_conv').output, model.output])
def make_heatmap(img_array):
    with tf.GradientTape() as tape:
        last_conv_layer_output, preds = grad_model(img_array)
        pred_index = tf.argmax(preds[0])
        class_channel = preds[:, pred_index]
    grads = tape.gradient(class_channel, last_conv_layer_output)
    pooled_grads = tf.reduce_mean(grads, axis=(0, 1, 2))
    last_conv_layer_output = last_conv_layer_output[0]
    heatmap = last_conv_layer_output @ pooled_grads[..., tf.newaxis]
    heatmap = tf.squeeze(heatmap)
    heatmap = tf.maximum(heatmap, 0) / tf.math.reduce_max(heatmap)
    return heatmap
imgs = np.random.RandomState(0).rand(2, 1, 8, 8, 3).astype('float32')
RESULT = [make_heatmap(tf.constant(i)) for i in imgs]
