# observed: differs
# function: f
import tensorflow as tf
import keras

opt = keras.optimizers.SGD(0.1, momentum=0.9)
images = [tf.Variable([1.0, 2.0]), tf.Variable([3.0, 4.0])]
opt.build(images)


def f(image):
    with tf.GradientTape() as tape:
        loss = tf.reduce_sum(image**2)
    g = tape.gradient(loss, image)
    opt.apply_gradients([(g, image)])
    image.assign(tf.clip_by_value(image, 0.0, 1.0))
    return loss


RESULT = [f(image) for _ in range(2) for image in images]
