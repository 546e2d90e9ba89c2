"""--icc: the file that somebody named -> the inks of a print shop, or why it can't be that."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from selebaran.cli.language import Speaker
from selebaran.cli.options import fail
from selebaran.model.sizes import Profile
from selebaran.press.inks import NO_PROFILE, Inks, NotForInks


def inks_given(file: Path | None, profiles: Collection[Profile], say: Speaker) -> Inks | None:
    """The inks of a print shop's own profile; ends with code 2 where it is none, or where no sheet would use it."""
    if file is None:
        return None
    if "percetakan" not in profiles:
        fail(say("--icc hanya berlaku untuk lembar percetakan; tambahkan --profil percetakan"), 2)
    cure = say(
        "minta profil ICC keluaran (output, CMYK) untuk mesin dan kertasnya dari percetakan, biasanya berkas .icc"
    )
    try:
        return Inks.of_shop(file.read_bytes())
    except (OSError, NotForInks) as fault:
        fail(f"{_told(fault, str(file), say)}\n  {say('saran')}: {cure}", 2)


def _told(fault: OSError | NotForInks, file: str, say: Speaker) -> str:
    if isinstance(fault, OSError):
        return say("profil warna '{berkas}' tidak ada, atau tidak dapat dibaca", berkas=file)
    if str(fault) == NO_PROFILE:
        return say("'{berkas}' bukan profil warna ICC", berkas=file)
    return say("'{berkas}' bukan profil mesin cetak empat warna ({isi})", berkas=file, isi=str(fault))
