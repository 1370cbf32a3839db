# observed: same
# function: forward
import tensorflow as tf
a = tf.keras.Sequential([tf.keras.Input((2,)), tf.keras.layers.Dense(1)]); b = tf.keras.Sequential([tf.keras.Input((2,)), tf.keras.layers.Dense(1)])
def l2(model):
    return tf.add_n([tf.nn.l2_loss(w) for w in model.trainable_variables])
def forward(model, x):
    return model(x)
RESULT = [l2(a), l2(b), forward(a, tf.ones((1, 2))), forward(b, tf.ones((1, 2)))]
