# observed: same
# function: create_adversarial_pattern
import tensorflow as tf

model = tf.keras.Sequential([tf.keras.Input((4,)), tf.keras.layers.Dense(3, activation='softmax')])
loss_object = tf.keras.losses.CategoricalCrossentropy()
def create_adversarial_pattern(input_image, input_label):
    with tf.GradientTape() as tape:
        tape.watch(input_image)
        prediction = model(input_image)
        loss = loss_object(input_label, prediction)
    gradient = tape.gradient(loss, input_image)
    signed_grad = tf.sign(gradient)
    return signed_grad
RESULT = [create_adversarial_pattern(tf.ones([1, 4]), tf.constant([[1., 0., 0.]])), create_adversarial_pattern(tf.zeros([1, 4]), tf.constant([[0., 1., 0.]]))]
