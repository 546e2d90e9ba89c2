"""Markdown as officials write it -> HTML: the only renderer, for site, paper, search and checks."""
