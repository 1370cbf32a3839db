# observed: raises
# function: forward
import tensorflow as tf
a = tf.keras.Sequential([tf.keras.layers.Dense(1)]); b = tf.keras.Sequential([tf.keras.layers.Dense(1)])
def forward(model, x):
    return model(x)
RESULT = [forward(a, tf.ones((1, 2))), forward(b, tf.ones((1, 2)))]
