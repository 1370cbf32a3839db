import numpy as np
import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers

x = tf.ones([4, 3])
reveal(x)  # f32[4,3]
reveal(tf.matmul(x, tf.ones([3, 2])))  # f32[4,2]
reveal(tf.reduce_mean(x, axis=0))  # f32[3]
reveal(x[0])  # f32[3]
reveal(x.shape)  # tf.TensorShape(4, 3)
reveal(x.shape[0])  # 4
reveal(x + 1)  # f32[4,3]
reveal(x > 0)  # bool[4,3]
reveal(tf.cast(x, tf.int32))  # i32[4,3]
reveal(x.dtype)  # 'float32'
v = tf.Variable(x)
reveal(v)  # var f32[4,3]
reveal(v + x)  # f32[4,3]
reveal(np.ones([2, 2]))  # np f64[2,2]
reveal(np.ones([2, 2], dtype=np.float32))  # np f32[2,2]
reveal(tf.constant(np.ones([2])))  # f64[2]
reveal(x.numpy())  # np f32[4,3]
reveal(float(tf.reduce_sum(x)))  # float
dense = layers.Dense(5)
reveal(dense(x))  # f32[4,5]
model = keras.Sequential([keras.Input([3]), layers.Dense(7, activation="relu"), layers.Dense(2)])
reveal(model(x))  # f32[4,2]
with tf.GradientTape() as tape:
    loss = tf.reduce_mean(model(x))
reveal(loss)  # f32
for i in tf.range(3):
    reveal(i)  # i32
reveal(tf.stack([x, x]))  # f32[2,4,3]
reveal(tf.concat([x, x], axis=1))  # f32[4,6]
reveal(np.sum(np.ones([2, 3])))  # np f64
reveal(np.random.rand(3).astype("float32"))  # np f32[3]
(train, labels), test = keras.datasets.mnist.load_data()
reveal(train)  # np u8[60000,28,28]
reveal(tf.unknown_function(x))  # ?
reveal(tf.random.normal([2, 3]))  # f32[2,3]
reveal(tf.shape(x))  # i32[2]
reveal(len(x))  # 4
