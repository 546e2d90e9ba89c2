"""What every site is drawn with, as it was read."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class SiteTheme:
    """`config` is mkdocs.yml, `tokens` the sizes and colours that pages and sheets share. Below templates/site lie
    `templates` (text by path) and `assets` (bytes by path), which go onto a site as they are."""

    config: str = ""
    tokens: str = ""
    templates: dict[str, str] = field(default_factory=dict)
    assets: dict[str, bytes] = field(default_factory=dict)
