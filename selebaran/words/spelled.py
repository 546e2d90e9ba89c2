"""Numbers as Indonesians spell them: enam, delapan belas, dua puluh delapan."""

from __future__ import annotations

ONES = ("", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
MOST = 999
"""Larger numbers are never spelled where residents read them."""


def spelled(number: int) -> str:
    """The words of a number from 1 to 999; "" for any other."""
    if not 0 < number <= MOST:
        return ""
    hundreds, rest = divmod(number, 100)
    return " ".join(part for part in (_hundreds(hundreds), _below_hundred(rest)) if part)


def _hundreds(count: int) -> str:
    return {0: "", 1: "seratus"}.get(count, f"{ONES[count]} ratus")


def _below_hundred(number: int) -> str:
    if number < len(ONES):
        return ONES[number]
    if number in (10, 11):
        return ("sepuluh", "sebelas")[number - 10]
    tens, ones = divmod(number, 10)
    return f"{ONES[ones]} belas" if tens == 1 else f"{ONES[tens]} puluh {ONES[ones]}".strip()
