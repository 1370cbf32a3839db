# observed: raises
# function: evaluate
import tensorflow as tf
import numpy as np

model = tf.keras.Sequential([tf.keras.Input((4,)), tf.keras.layers.Dense(3)])
ds = tf.data.Dataset.from_tensor_slices((np.ones((6, 4), 'float32'), np.arange(6) % 3)).batch(2)
def evaluate(ds):
    correct = 0
    for x, y in ds:
        pred = np.argmax(model(x), axis=1)
        correct += (pred == y.numpy()).sum()
    return correct / 6
RESULT = evaluate(ds)
