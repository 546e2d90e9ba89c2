"""Makes selebaran/press/offset.icc: the colours of an ordinary offset press on coated paper, as an ICC v2 output
profile.

Sixteen overprints (Neugebauer) with the solids of ISO 12647-2 for gloss-coated paper, and the dot gain that it asks
for. The way back takes as much of the grey out of the three colours as it can and keeps the ink below 300 %. It is an
estimate for shops whose own profile isn't known; a shop that has one converts from it.
"""

from __future__ import annotations

import itertools
import math
import struct
from pathlib import Path

TARGET = Path(__file__).parent.parent / "selebaran/press/offset.icc"
NAME = b"Selebaran offset, coated (estimate, ISO 12647-2 solids)"
D50 = (0.9642, 1.0, 0.8249)
PAPER = (95.0, 0.0, -2.0)
SOLIDS = {
    (0, 0, 0): PAPER,
    (1, 0, 0): (55.0, -37.0, -50.0),
    (0, 1, 0): (48.0, 74.0, -3.0),
    (0, 0, 1): (89.0, -5.0, 93.0),
    (1, 1, 0): (24.0, 17.0, -46.0),
    (1, 0, 1): (50.0, -68.0, 27.0),
    (0, 1, 1): (47.0, 68.0, 48.0),
    (1, 1, 1): (23.0, 0.0, 0.0),
}
BLACK = (16.0, 0.0, 0.0)
GAIN = (0.14, 0.14, 0.14, 0.16)
MOST_INK = 3.0
FORWARD, BACKWARD = 9, 17
Triple = tuple[float, float, float]
Inks = tuple[float, float, float, float]


def xyz(lab: Triple) -> Triple:
    """CIE XYZ (D50) of a Lab colour."""
    fy = (lab[0] + 16) / 116
    roots = (fy + lab[1] / 500, fy, fy - lab[2] / 200)
    x, y, z = (w * (f**3 if f > 6 / 29 else (f - 16 / 116) / 7.787) for f, w in zip(roots, D50, strict=True))
    return x, y, z


def lab(colour: Triple) -> Triple:
    """The Lab colour of CIE XYZ (D50)."""
    ratios = [max(0.0, c / w) for c, w in zip(colour, D50, strict=True)]
    fx, fy, fz = (r ** (1 / 3) if r > 216 / 24389 else 7.787 * r + 16 / 116 for r in ratios)
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def _overprints() -> dict[tuple[int, ...], Triple]:
    """XYZ of all sixteen overprints, with the paper as white."""
    white, black = xyz(PAPER), xyz(BLACK)
    found: dict[tuple[int, ...], Triple] = {}
    for (c, m, y), colour in SOLIDS.items():
        plain = [v * w / p for v, w, p in zip(xyz(colour), D50, white, strict=True)]
        found[c, m, y, 0] = (plain[0], plain[1], plain[2])
        dark = [v * k / p for v, k, p in zip(plain, black, white, strict=True)]
        found[c, m, y, 1] = (dark[0], dark[1], dark[2])
    return found


OVERPRINTS = tuple(_overprints().items())


def printed(inks: Inks) -> Triple:
    """XYZ of a tint on paper, relative to the paper."""
    dots = [a + 4 * gain * a * (1 - a) for a, gain in zip(inks, GAIN, strict=True)]
    total = [0.0, 0.0, 0.0]
    for on, colour in OVERPRINTS:
        part = 1.0
        for dot, ink in zip(dots, on, strict=True):
            part *= dot if ink else 1 - dot
        if part:
            total = [t + part * c for t, c in zip(total, colour, strict=True)]
    return total[0], total[1], total[2]


def separated(wanted: Triple) -> Inks:
    """The inks for a Lab colour: the most black with which it can be reached, else the nearest colour there is."""
    darkest = printed((0.6, 0.5, 0.5, 1.0))
    raised = [d + (1 - d / w) * v for d, v, w in zip(darkest, xyz(wanted), D50, strict=True)]
    target = lab((raised[0], raised[1], raised[2]))
    chroma = (wanted[1] ** 2 + wanted[2] ** 2) ** 0.5
    most = min(1.0, max(0.0, (92 - wanted[0]) / 80)) * max(0.0, 1 - chroma / 70)
    best: tuple[float, Inks] | None = None
    for step in range(7):
        inks = _with_black(target, most * (1 - step / 6))
        error = _distance(lab(printed(inks)), target)
        if best is None or error < best[0] - 0.5:
            best = error, inks
        if error < 1:
            break
    assert best is not None
    return best[1]


def _with_black(target: Triple, black: float) -> Inks:
    """Cyan, magenta and yellow beside a given black, by steps of Gauss and Newton kept within bounds."""
    now = [0.4, 0.4, 0.4]
    for _ in range(14):
        here = lab(printed((now[0], now[1], now[2], black)))
        slopes = []
        for i in range(3):
            moved = now.copy()
            moved[i] += -0.02 if moved[i] > 0.5 else 0.02
            there = lab(printed((moved[0], moved[1], moved[2], black)))
            slopes.append([(t - h) / (moved[i] - now[i]) for t, h in zip(there, here, strict=True)])
        gap = [t - h for t, h in zip(target, here, strict=True)]
        step = _least_squares(slopes, gap)
        now = [min(1.0, max(0.0, n + max(-0.3, min(0.3, s)))) for n, s in zip(now, step, strict=True)]
    over = sum(now) + black - MOST_INK
    if over > 0:
        now = [n - over / 3 for n in now]
    return now[0], now[1], now[2], black


def _least_squares(slopes: list[list[float]], gap: list[float]) -> list[float]:
    """The damped step that closes a gap best: (JᵀJ + d)x = Jᵀg, by Cramer's rule."""
    m = [[sum(a * b for a, b in zip(r, s, strict=True)) + 20.0 * (r is s) for s in slopes] for r in slopes]
    v = [sum(a * g for a, g in zip(r, gap, strict=True)) for r in slopes]
    whole = _determinant(m)
    return [_determinant([[v[r] if c == i else m[r][c] for c in range(3)] for r in range(3)]) / whole for i in range(3)]


def _determinant(m: list[list[float]]) -> float:
    return sum(m[0][i] * (m[1][i - 2] * m[2][i - 1] - m[1][i - 1] * m[2][i - 2]) for i in range(3))


def _distance(one: Triple, other: Triple) -> float:
    return math.dist(one, other)


def _byte(value: float) -> int:
    return max(0, min(255, round(value)))


def _table(inputs: int, outputs: int, grid: int, values: bytes) -> bytes:
    """A lut8Type without curves."""
    head = struct.pack(">4s4xBBBx", b"mft1", inputs, outputs, grid)
    matrix = struct.pack(">9i", *(65536 * (i % 4 == 0) for i in range(9)))
    return head + matrix + bytes(range(256)) * inputs + values + bytes(range(256)) * outputs


def forward() -> bytes:
    """Inks to Lab."""
    steps = [i / (FORWARD - 1) for i in range(FORWARD)]
    values = bytearray()
    for c, m, y, k in itertools.product(steps, repeat=4):
        lightness, a, b = lab(printed((c, m, y, k)))
        values += bytes((_byte(lightness * 2.55), _byte(a + 128), _byte(b + 128)))
    return _table(4, 3, FORWARD, bytes(values))


def backward() -> bytes:
    """Lab to inks."""
    steps = [i * 255 / (BACKWARD - 1) for i in range(BACKWARD)]
    values = bytearray()
    for lightness, a, b in itertools.product(steps, repeat=3):
        inks = separated((lightness / 2.55, a - 128, b - 128)) if lightness < 255 else (0.0, 0.0, 0.0, 0.0)
        values += bytes(_byte(ink * 255) for ink in inks)
    return _table(3, 4, BACKWARD, bytes(values))


def _text(kind: bytes, text: bytes) -> bytes:
    if kind == b"desc":
        return b"desc\0\0\0\0" + struct.pack(">I", len(text) + 1) + text + b"\0" * (1 + 4 + 4 + 2 + 1 + 67)
    return b"text\0\0\0\0" + text + b"\0"


def profile() -> bytes:
    """The whole ICC profile; the same bytes every time."""
    there, back = forward(), backward()
    white = struct.pack(">4s4x3i", b"XYZ ", *(round(v * 65536) for v in xyz(PAPER)))
    none = _table(3, 1, 2, bytes(8))
    parts = {
        b"desc": _text(b"desc", NAME),
        b"cprt": _text(b"text", b"Apache-2.0"),
        b"wtpt": white,
        b"A2B0": there,
        b"A2B1": there,
        b"A2B2": there,
        b"B2A0": back,
        b"B2A1": back,
        b"B2A2": back,
        b"gamt": none,
    }
    start = 128 + 4 + 12 * len(parts)
    places: dict[bytes, int] = {}
    body = b""
    table = struct.pack(">I", len(parts))
    for tag, part in parts.items():
        if part not in places:
            places[part] = start + len(body)
            body += part + b"\0" * (-len(part) % 4)
        table += struct.pack(">4sII", tag, places[part], len(part))
    head = struct.pack(
        ">I4sI4s4s4s6H4s4sI4s4sQI3i4s44x",
        *(start + len(body), b"\0\0\0\0", 0x02400000, b"prtr", b"CMYK", b"Lab ", 2026, 1, 1, 0, 0, 0, b"acsp"),
        *(b"\0\0\0\0", 0, b"\0\0\0\0", b"\0\0\0\0", 0, 0, *(round(v * 65536) for v in D50), b"\0\0\0\0"),
    )
    return head + table + body


if __name__ == "__main__":
    TARGET.write_bytes(profile())
