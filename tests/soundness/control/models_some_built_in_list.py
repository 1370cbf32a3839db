# observed: raises
# function: forward
import tensorflow as tf
models = []
for n in (1, 2):
    m = tf.keras.Sequential()
    if n == 1:
        m.add(tf.keras.Input((2,)))
    m.add(tf.keras.layers.Dense(n))
    models.append(m)
def forward(model, x):
    return model(x)
RESULT = [forward(m, tf.ones((1, 2))) for m in models]
