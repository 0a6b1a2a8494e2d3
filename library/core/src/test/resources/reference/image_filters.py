"""Writes image_filters.json: a picture blurred and sharpened. Run with scipy: python image_filters.py"""

import json
import pathlib

import numpy as np
import scipy
from scipy import ndimage

HERE = pathlib.Path(__file__).parent
image = np.random.default_rng(15).random((7, 9)) * 16
kernel = [[0, -0.5, 0.25], [-1, 3, -1], [0, -0.5, 0]]
said = {
    "made_with": f"scipy {scipy.__version__}",
    "image": image.tolist(),
    "kernel": kernel,
    "filtered": np.clip(ndimage.correlate(image, np.array(kernel), mode="nearest"), 0, 16).tolist(),
    "blurred": {str(s): ndimage.gaussian_filter(image, s, mode="nearest").tolist() for s in [0.3, 1.0, 2.5]},
}
(HERE / "image_filters.json").write_text(json.dumps(said) + "\n")
