# observed: same
# function: forward
import tensorflow as tf
models = [tf.keras.Sequential([tf.keras.Input((2,)), tf.keras.layers.Dense(n)]) for n in (1, 2)]
def forward(model, x):
    return model(x)
RESULT = [forward(m, tf.ones((1, 2))) for m in models]
