# observed: raises
# function: f
import numpy as np
import PIL.Image
import tensorflow as tf
def f(image): return tf.image.convert_image_dtype(np.array(image), tf.float32)
images = [PIL.Image.fromarray(np.full((2, 2, 3), n, np.uint8)) for n in (1, 2)]
RESULT = [f(image) for image in images]
