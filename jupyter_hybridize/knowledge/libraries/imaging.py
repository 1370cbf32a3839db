"""PIL, OpenCV, imageio and scikit-image: functions of arrays and files."""

from __future__ import annotations

from typing import Final

from jupyter_hybridize.domain.value import NONE, TOP, AbstractValue, array, tuple_of
from jupyter_hybridize.knowledge.host import Call
from jupyter_hybridize.knowledge.numpy.data import leave
from jupyter_hybridize.knowledge.numpy.elementwise import pure
from jupyter_hybridize.knowledge.overlay import Overlay, Transfer
from jupyter_hybridize.knowledge.python.arguments import BOOL, BYTES, INT, STR, perform_io
from jupyter_hybridize.knowledge.stdlib.registration import (
    Result,
    a_list_of,
    an,
    changes_itself,
    given,
    harmless,
    opens,
    register,
    register_methods,
    register_properties,
)

OVERLAY = Overlay()
IMAGE: Final = "PIL.Image.Image"
_IMAGE = an(IMAGE)


def writing(result: Result = NONE) -> Transfer:
    """Return the transfer function of what writes its arguments' values to a file or screen."""

    def transfer(call: Call) -> AbstractValue:
        leave(call, *call.arguments.every())
        perform_io(call, "file")
        return given(result, call)

    return transfer


# PIL

OVERLAY.cls(IMAGE, "PIL.ImageDraw.ImageDraw", "PIL.ImageFont.ImageFont")
register(OVERLAY, writing(_IMAGE), "PIL.Image.open")
register(OVERLAY, pure(_IMAGE), "PIL.Image.fromarray PIL.Image.new PIL.Image.blend PIL.Image.composite PIL.Image.merge")
register(OVERLAY, pure(_IMAGE), "fit grayscale invert flip mirror pad crop expand autocontrast", prefix="PIL.ImageOps.")
_NEW: Final = "resize crop convert rotate transpose copy filter quantize point effect_spread reduce transform"
register_methods(OVERLAY, IMAGE, pure(_IMAGE), _NEW)
register_methods(OVERLAY, IMAGE, writing(), "save show close verify")
register_methods(OVERLAY, IMAGE, changes_itself, "paste thumbnail putpixel putdata putalpha seek load")
register_methods(OVERLAY, IMAGE, pure(TOP), "getpixel getdata getbbox split histogram getbands")
register_methods(OVERLAY, IMAGE, pure(BYTES), "tobytes")
register_properties(OVERLAY, IMAGE, tuple_of(INT, INT), "size")
register_properties(OVERLAY, IMAGE, INT, "width height")
register_properties(OVERLAY, IMAGE, STR, "mode format filename")
opens(OVERLAY, IMAGE)
register(OVERLAY, harmless(an("PIL.ImageDraw.ImageDraw")), "PIL.ImageDraw.Draw")
_DRAW: Final = "line rectangle text ellipse polygon point arc rounded_rectangle multiline_text"
register_methods(OVERLAY, "PIL.ImageDraw.ImageDraw", writing(), _DRAW)
register_methods(OVERLAY, "PIL.ImageDraw.ImageDraw", pure(TOP), "textbbox textlength textsize")
register(OVERLAY, writing(an("PIL.ImageFont.ImageFont")), "PIL.ImageFont.truetype PIL.ImageFont.load_default")
register_methods(OVERLAY, "PIL.ImageFont.ImageFont", pure(TOP), "getbbox getsize getlength getmask")
OVERLAY.constants.update({
    f"PIL.Image.{name}": INT for name in ("LANCZOS", "BILINEAR", "NEAREST", "BICUBIC", "ANTIALIAS", "FLIP_LEFT_RIGHT")
})  # fmt: skip

# OpenCV

_CV2: Final = (
    "resize cvtColor flip GaussianBlur medianBlur blur bilateralFilter Canny Sobel Laplacian warpAffine "
    "warpPerspective rotate transpose equalizeHist dilate erode morphologyEx bitwise_and bitwise_or bitwise_not "
    "addWeighted absdiff copyMakeBorder getRotationMatrix2D getPerspectiveTransform filter2D normalize inRange "
    "hconcat vconcat add subtract multiply imdecode distanceTransform pyrDown pyrUp convertScaleAbs applyColorMap"
)
register(OVERLAY, pure(array()), _CV2, prefix="cv2.")
register(OVERLAY, pure(TOP), "threshold findContours split merge imencode minMaxLoc boundingRect", prefix="cv2.")
register(OVERLAY, writing(TOP), "imread VideoCapture VideoWriter waitKey namedWindow", prefix="cv2.")
register(OVERLAY, writing(BOOL), "imwrite", prefix="cv2.")
register(OVERLAY, writing(array()), "rectangle circle line putText drawContours polylines ellipse", prefix="cv2.")
register(OVERLAY, writing(), "imshow destroyAllWindows", prefix="cv2.")
register(OVERLAY, pure(INT), "cv2.VideoWriter_fourcc")

# imageio and scikit-image

register(OVERLAY, writing(array()), "imageio.imread imageio.v2.imread imageio.v3.imread skimage.io.imread")
register(OVERLAY, writing(a_list_of(array())), "imageio.mimread")
register(OVERLAY, writing(), "imageio.imwrite imageio.imsave imageio.mimsave imageio.v2.mimsave skimage.io.imsave")
OVERLAY.cls("imageio.Writer")
register(OVERLAY, writing(an("imageio.Writer")), "imageio.get_writer imageio.v2.get_writer")
register_methods(OVERLAY, "imageio.Writer", writing(), "append_data close")
opens(OVERLAY, "imageio.Writer")
register(OVERLAY, pure(array()), "resize rescale rotate warp swirl downscale_local_mean", prefix="skimage.transform.")
register(OVERLAY, pure(array()), "rgb2gray gray2rgb rgb2lab lab2rgb rgb2hsv hsv2rgb", prefix="skimage.color.")
register(OVERLAY, writing(), "mediapy.show_image mediapy.show_images mediapy.show_video mediapy.write_video")
