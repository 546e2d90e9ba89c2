"""Colours of a picture as every screen and every sheet takes them: phones write Display P3, print shops CMYK.

Without its profile a picture of another colour space is shown too pale or too gaudy, and the profile itself doesn't
go out, so the colours are brought over before it is dropped.
"""

from __future__ import annotations

import io

from PIL import Image, ImageCms

SRGB = ImageCms.createProfile("sRGB")
FITTING = {"RGB": ("RGB", "RGBA"), "CMYK": ("CMYK",), "GRAY": ("L",)}
"""The forms of pictures that a profile for a colour space may come with."""


def in_srgb(image: Image.Image) -> Image.Image:
    """The picture with its colours in sRGB. One without a profile is taken to have them; a broken profile, or one of
    another kind of picture, is none."""
    raw = image.info.get("icc_profile")
    if not raw:
        return image
    try:
        profile = ImageCms.ImageCmsProfile(io.BytesIO(raw))
        if image.mode in ("P", "PA"):
            image = image.convert("RGBA" if image.has_transparency_data else "RGB")
        if image.mode not in FITTING.get(profile.profile.xcolor_space.strip(), ()):
            return image
        mode = "RGBA" if image.mode == "RGBA" else "RGB"
        brought = ImageCms.profileToProfile(image, profile, SRGB, outputMode=mode)
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return image
    return brought.convert("L") if brought and image.mode == "L" else brought or image
