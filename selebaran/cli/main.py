"""`selebaran`: the group of all commands. Each is loaded when it is asked for, so that help is there at once."""

from __future__ import annotations

import os
import sys

import click

from selebaran.cli.complaints import usage_text
from selebaran.cli.language import Speaker, language_of
from selebaran.cli.options import Group, Lazy, help_when_bare
from selebaran.cli.shared_options import LANG, VERSION
from selebaran.jobs.generated import kept_generated
from selebaran.jobs.interrupts import ending

os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # to look for any takes as long as help does
INTERRUPTED = 130
"""The exit code after Ctrl-C, as shells use it: 128 + SIGINT. Other signals that ask for an end have it too."""
COMMANDS = {
    "build": Lazy(
        "selebaran.cli.build", "build_command", "Buat situs dan lembar cetak daerah yang disebut, atau semua daerah."
    ),
    "check": Lazy(
        "selebaran.cli.look",
        "check_command",
        "Periksa semua naskah, fakta, dan folder daerah tanpa membuat apa pun.",
    ),
    "changes": Lazy(
        "selebaran.cli.changes",
        "changes_command",
        "Sebut daerah yang disentuh perubahan dari BASE ke HEAD, dan apakah akun ini boleh membuatnya.",
    ),
    "codeowners": Lazy(
        "selebaran.cli.codeowners",
        "codeowners_command",
        "Tulis CODEOWNERS: siapa yang diminta memeriksa perubahan, menurut akun dalam daftar pusat.",
    ),
    "consent": Lazy(
        "selebaran.cli.consent", "consent_commands", "Persetujuan daerah: sahkan yang sudah dicocokkan dengan suratnya."
    ),
    "diff": Lazy(
        "selebaran.cli.diff",
        "diff_command",
        "Tunjukkan halaman dan lembar yang berubah dari BASE ke HEAD, sebelum dan sesudah, dalam satu berkas HTML.",
    ),
    "explain": Lazy(
        "selebaran.cli.explain",
        "explain_command",
        "Jelaskan asal tiap bagian satu halaman atau lembar, serta fakta dan berkas yang dipakainya.",
    ),
    "facts": Lazy(
        "selebaran.cli.facts", "facts_commands", "Daftar fakta: keadaannya, pemeriksaannya, dan di mana ia dipakai."
    ),
    "form": Lazy(
        "selebaran.cli.form",
        "form_command",
        "Buat formulir satu daerah: satu berkas HTML yang dibuka di HP atau PC mana pun, tanpa internet.",
    ),
    "init": Lazy(
        "selebaran.cli.init",
        "init_command",
        "Mulai kampanye baru: folder dengan satu contoh kecil yang langsung dapat dibangun.",
    ),
    "intake": Lazy(
        "selebaran.cli.intake",
        "intake_command",
        "Masukkan kiriman kantor ke berkas daerah: tabel, berkas Word, pesan, kalender, foto, atau ZIP dan surelnya.",
    ),
    "kit": Lazy(
        "selebaran.cli.kit",
        "kit_command",
        "Buat kit untuk satu kegiatan: semua yang dicetak, berapa, urutannya, dan biayanya, dalam satu ZIP.",
    ),
    "list": Lazy(
        "selebaran.cli.listing",
        "list_command",
        "Sebut semua daerah: slug, nama, provinsi, alamat situs, dan keadaannya.",
    ),
    "new": Lazy("selebaran.cli.new", "new_command", "Buat folder daerah baru, dengan penjelasan di setiap isian."),
    "override": Lazy(
        "selebaran.cli.override",
        "override_command",
        "Mulai menimpa satu bagian naskah bersama untuk satu daerah. Contoh: obat#syarat.",
    ),
    "piece": Lazy("selebaran.cli.piece", "piece_commands", "Lembar cetak: mulai yang baru."),
    "places": Lazy(
        "selebaran.cli.places", "places_commands", "Tempat layanan: usulan dari daftar lama, dan yang sudah dicocokkan."
    ),
    "release": Lazy(
        "selebaran.cli.release",
        "release_commands",
        "Rilis: situs yang pernah terpasang. Kembali ke yang lama, dan memeriksa yang tersimpan.",
    ),
    "schema": Lazy("selebaran.cli.schema", "schema_command", "Tulis skema isian untuk penyunting seperti VS Code."),
    "serve": Lazy(
        "selebaran.cli.serve",
        "serve_command",
        "Tampilkan daerah yang disebut, atau semua, di komputer ini; yang diubah langsung tampil.",
    ),
    "translate": Lazy(
        "selebaran.cli.translate",
        "translate_command",
        "Buat lembar terjemahan satu halaman atau lebih, untuk Word atau sebagai Markdown. KODE adalah kode bahasanya.",
    ),
    "walls": Lazy(
        "selebaran.cli.walls",
        "walls_command",
        "Coba setiap jalan keluar dari pekerja di komputer ini, dan sebut mana yang tertahan.",
    ),
    "workbook": Lazy(
        "selebaran.cli.workbook",
        "workbook_command",
        "Buat lembar kerja Excel untuk satu daerah, terisi yang sudah ada: kontak, kegiatan, tempat, capaian, kabar.",
    ),
}


@click.group(
    cls=Group,
    lazy=COMMANDS,
    options_metavar="[PILIHAN]",
    subcommand_metavar="PERINTAH [ARGUMEN]...",
)
@LANG
@VERSION
@click.pass_context
def commands(context: click.Context, lang: str) -> None:
    """Situs dan selebaran penyuluhan kesehatan untuk setiap kabupaten/kota."""
    help_when_bare(context)


def main(arguments: list[str] | None = None) -> None:
    """Run a command and exit: 0 all built, 1 problems in content, 2 wrong usage, 3 a place that can't be written to."""
    given = sys.argv[1:] if arguments is None else arguments
    say = Speaker(language_of(given))
    try:
        with ending(), kept_generated():
            commands.main(given, prog_name="selebaran", standalone_mode=False, obj=say)
    except click.Abort:
        print(say("Dihentikan. Hasil yang sudah jadi tetap ada."), file=sys.stderr)
        sys.exit(INTERRUPTED)
    except click.UsageError as error:
        print(usage_text(error, say), file=sys.stderr)
        sys.exit(2)
