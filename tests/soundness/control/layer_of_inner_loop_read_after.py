# observed: raises
# function: f
import tensorflow as tf
ds_ = [tf.keras.layers.Dense(2, kernel_initializer="ones"), tf.keras.layers.Dense(2, kernel_initializer="ones")]
for d in ds_: d.build([None, 2])
def f(x):
    for i in tf.range(2):
        for d in ds_:
            x = d(x)
    return d(x)
RESULT = f(tf.ones([1, 2]))
