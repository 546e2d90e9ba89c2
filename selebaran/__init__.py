"""Selebaran: shared Markdown, facts and district YAML become websites and print-ready leaflets.

The folders are the stages of the work, and imports go leftwards only:
model <- read <- compose <- check <- site, press, feeds <- publish <- cli.
"""

__version__ = "0.1.0"
