"""Proves that what was typed is what shows. Nothing of the renderer is used, so what one gets wrong the other sees."""
