"""A URL fetcher that knows only bytes handed to it. No sheet can reach a file or a network."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from weasyprint.urls import URLFetcher, URLFetcherResponse

TYPES = {".svg": "image/svg+xml", ".ttf": "font/ttf", ".png": "image/png", ".jpg": "image/jpeg"}


class SealedFetcher(URLFetcher):  # type: ignore[misc]  # weasyprint has no types
    """Serves the given URLs and refuses all others; WeasyPrint logs the refusal, which makes the piece fail."""

    def __init__(self, assets: Mapping[str, bytes]) -> None:
        super().__init__(allowed_protocols=set(), allow_redirects=False, timeout=1)
        self._assets = assets

    def fetch(self, url: str, headers: Any = None) -> URLFetcherResponse:
        """The bytes handed over under this URL. Raises ValueError for any other."""
        if url not in self._assets:
            raise ValueError(f"not among the assets: {url}")
        ending = url[url.rfind(".") :]
        return URLFetcherResponse(url, self._assets[url], {"Content-Type": TYPES[ending]})
