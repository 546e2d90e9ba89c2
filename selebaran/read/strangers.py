"""What lies in the folder of a district or a province and is read by nobody, with the place that it belongs to."""

from __future__ import annotations

from collections.abc import Collection

from selebaran.model.own_text import NEWS
from selebaran.model.problem import Problem, problem
from selebaran.read.own_text import PAGES
from selebaran.read.pictures import ENDINGS, PICTURES
from selebaran.read.text import shown
from selebaran.read.walk import Tree
from selebaran.words.near import nearest

PICTURE_ENDINGS = tuple(ending for endings in ENDINGS.values() for ending in endings)
SENT = ("xlsx", "ods", "csv", "tsv", "docx", "ics", "eml", "zip")
"""What offices send, and a command takes in; it is read in no folder."""
SAME_FORM = {"yaml": "yml", "txt": "yml"}
"""What people's programs call a file that is meant to end otherwise: Notepad makes jadwal.yml.txt of jadwal.yml."""


def strangers(tree: Tree, files: Collection[str], folders: Collection[str]) -> list[Problem]:
    """A problem for each file or folder that nobody reads there."""
    problems = []
    for name in tree.top():
        if name not in files and name not in folders:
            problems.append(_stranger(tree, name, files, folders))
        elif (name in tree.folders) != (name in folders):
            code = "berkas-berupa-folder" if name in files else "folder-berupa-berkas"
            problems.append(problem(code, tree.place(name), nama=name))
    return problems


def _stranger(tree: Tree, name: str, files: Collection[str], folders: Collection[str]) -> Problem:
    """What is said of one: where it belongs, or the name that was meant, of the same form."""
    is_folder, ending = name in tree.folders, _ending(name)
    home = _home(name, ending, is_folder=is_folder)
    if home.split("/")[0] in folders:
        return problem("berkas-salah-tempat", tree.place(name), berkas=shown(name), tempat=f"{home}/")
    alike = folders if is_folder else [file for file in files if _ending(file) == SAME_FORM.get(ending, ending)]
    if not is_folder and ending in SENT:
        place = tree.place(name)
        return problem("berkas-untuk-intake", place, berkas=shown(name), slug=place.file.split("/")[-2])
    meant = nearest(name.lower(), alike)
    return problem(
        "berkas-tidak-dikenal", tree.place(name), berkas=shown(name), maksud=meant, nama=", ".join((*files, *folders))
    )


def _home(name: str, ending: str, *, is_folder: bool) -> str:
    """The folder that something of this kind lies in; "" for none."""
    if is_folder:
        return f"{PAGES}/{NEWS}" if name.lower() == NEWS else ""
    return PAGES if ending == "md" else PICTURES if ending in PICTURE_ENDINGS else ""


def _ending(name: str) -> str:
    return name.rpartition(".")[2].lower()
